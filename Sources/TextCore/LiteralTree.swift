/// The literals of an automaton as a tree over their characters.
struct LiteralTree {
  /// For each node, breadth first, the first of its children, the character that leads to it, and the literal that ends
  /// in it or -1.
  private var children: [Int32] = []
  private var characters: [UInt32] = [0]
  private var ending: [Int32] = []

  /// Literals of one tree node: those from `first` to `end` of the sorted ones share their first bytes.
  private struct Node {
    let first: Int32
    let end: Int32
    let bytes: Int32
  }

  /// The tree of the literals that are not empty; of equal ones the first counts. Sorts them, else linear.
  init(_ literals: [[UInt8]]) {
    let sorted = Self.sorted(literals)
    var nodes = [Node(first: 0, end: Int32(sorted.count), bytes: 0)]
    var state = 0
    while state < nodes.count {
      let node = nodes[state]
      var (next, end) = (Int(node.first), Int(node.end))
      ending.append(-1)
      while next < end, literals[sorted[next]].count == node.bytes {
        if ending[state] < 0 { ending[state] = Int32(sorted[next]) }
        next += 1
      }
      children.append(Int32(nodes.count))
      while next < end {
        let first = next
        let (scalar, length) = UTF8Bytes.scalar(literals[sorted[first]], Int(node.bytes))
        repeat {
          next += 1
        } while next < end
          && UTF8Bytes.scalar(literals[sorted[next]], Int(node.bytes)).value == scalar
        nodes.append(Node(first: Int32(first), end: Int32(next), bytes: node.bytes + Int32(length)))
        characters.append(scalar)
      }
      end = next
      state += 1
    }
  }

  /// The states of the automaton.
  func states(_ symbols: borrowing SymbolTable) -> LiteralStates {
    var numbers: [Int32] = []
    numbers.reserveCapacity(characters.count)
    for character in characters { numbers.append(symbols[character]) }
    return LiteralStates(
      children: children, symbols: numbers, literals: ending, symbolCount: symbols.count)
  }

  /// Indices of the literals that are not empty, by their bytes, of equal ones the first before.
  private static func sorted(_ literals: [[UInt8]]) -> [Int] {
    let keys = literals.map { literal in
      (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < literal.count ? literal[$1] : 0) }
    }
    return literals.indices.filter { !literals[$0].isEmpty }.sorted { one, other in
      if keys[one] != keys[other] { return keys[one] < keys[other] }
      if literals[one] == literals[other] { return one < other }
      return literals[one].lexicographicallyPrecedes(literals[other])
    }
  }
}
