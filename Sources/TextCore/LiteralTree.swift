/// The literals of an automaton as a tree over the numbers of their characters.
struct LiteralTree {
  private struct Node {
    let symbol: Int32
    var literal: Int?
    /// The latest child, and of a child the one before it; 0 for none.
    var lastChild = 0
    let sibling: Int
  }

  private struct Key: Hashable {
    let node: Int
    let symbol: Int32
  }

  private(set) var symbols = SymbolTable()
  private var nodes = [Node(symbol: 0, sibling: 0)]
  private var children: [Key: Int] = [:]

  /// The tree of the literals that are not empty; of equal ones the first counts.
  init(_ literals: [[UInt8]]) {
    for (index, literal) in literals.enumerated() where !literal.isEmpty { insert(literal, index) }
  }

  private mutating func insert(_ literal: [UInt8], _ index: Int) {
    var (node, offset) = (0, 0)
    while offset < literal.count {
      let (scalar, length) = UTF8Bytes.scalar(literal, offset)
      node = child(of: node, symbols.number(scalar))
      offset += length
    }
    if nodes[node].literal == nil { nodes[node].literal = index }
  }

  private mutating func child(of node: Int, _ symbol: Int32) -> Int {
    let key = Key(node: node, symbol: symbol)
    if let known = children[key] { return known }
    children[key] = nodes.count
    nodes.append(Node(symbol: symbol, sibling: nodes[node].lastChild))
    nodes[node].lastChild = nodes.count - 1
    return nodes.count - 1
  }

  /// The automaton's states. Numbered breadth first, so that those near the root, where a text spends its time, lie
  /// together.
  func states(_ literals: [[UInt8]]) -> LiteralStates {
    var states = LiteralStates(states: nodes.count, symbols: symbols.count)
    var order = [0]
    order.reserveCapacity(nodes.count)
    var state = 0
    while state < order.count {
      let first = order.count
      var child = nodes[order[state]].lastChild
      while child > 0 {
        order.append(child)
        child = nodes[child].sibling
      }
      states.add(order[first...].map { nodes[$0].symbol }, from: state, first: Int32(first))
      for target in first..<order.count {
        states.end(nodes[order[target]].literal.map { ($0, literals[$0].count) }, in: target)
      }
      state += 1
    }
    return states
  }
}
