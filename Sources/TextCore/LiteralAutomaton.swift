/// Finds all of many literals in one pass over bytes (Aho & Corasick 1975), in O(text + matches).
///
/// The states of the first three bytes, one Chinese character, have full 256-way tables, since nearly all steps on
/// Chinese text happen there; deeper states keep short edge lists, so that thousands of words stay small.
public struct LiteralAutomaton: Sendable {
  /// One occurrence.
  public struct Match: Hashable, Sendable {
    /// Index of the literal in the list given.
    public let pattern: Int
    /// First byte.
    public let start: Int
    /// One past the last byte.
    public let end: Int
  }

  private static let none: Int32 = -1
  private static let denseDepth = 3

  private var dense: [Int32] = []  // 256 entries for each dense state
  private var denseCount = 0
  private var edgeStart: [Int32] = []  // for sparse states, indexed by state - denseCount
  private var edgeByte: [UInt8] = []
  private var edgeTarget: [Int32] = []
  private var fail: [Int32] = []
  private var output: [Int32] = []  // literal that ends here
  private var next: [Int32] = []  // next state with output on the failure path
  private var hits: [Int32] = []  // the state itself when a literal ends there, else `next`
  private let lengths: [Int]

  /// Compiles the literals; of equal ones the first wins, empty ones never match. O(total bytes).
  public init(_ literals: [String]) {
    self.init(bytes: literals.map { Array($0.utf8) })
  }

  /// Compiles literals given as bytes.
  public init(bytes literals: [[UInt8]]) {
    lengths = literals.map(\.count)
    var trie = Trie()
    for (index, literal) in literals.enumerated() where !literal.isEmpty { trie.insert(literal, index) }
    build(from: trie)
  }

  /// Calls `body` for every occurrence, overlapping ones too, by end and then longest first.
  public func forEachMatch(in bytes: [UInt8], range: Range<Int>? = nil, _ body: (Match) -> Void) {
    let range = range ?? 0..<bytes.count
    walk(bytes, range) { state, index in
      var hit = state
      while hit != Self.none {
        let pattern = Int(output[Int(hit)])
        body(Match(pattern: pattern, start: index + 1 - lengths[pattern], end: index + 1))
        hit = next[Int(hit)]
      }
      return true
    }
  }

  /// True when one of the literals occurs; stops at the first.
  public func occurs(in bytes: [UInt8], range: Range<Int>) -> Bool {
    var found = false
    walk(bytes, range) { _, _ in
      found = true
      return false
    }
    return found
  }

  /// Steps through the text and calls `body` with each state where literals end, until it returns false.
  @inline(__always)
  private func walk(_ bytes: [UInt8], _ range: Range<Int>, _ body: (Int32, Int) -> Bool) {
    bytes.withUnsafeBufferPointer { text in
      dense.withUnsafeBufferPointer { dense in
        hits.withUnsafeBufferPointer { hits in
          var state: Int32 = 0
          for index in range {
            let isDense = Int(state) < denseCount
            state = isDense ? dense[Int(state) << 8 | Int(text[index])] : step(state, text[index])
            let hit = hits[Int(state)]
            if hit != Self.none, !body(hit, index) { return }
          }
        }
      }
    }
  }

  /// Every occurrence, overlapping ones too.
  public func matches(in bytes: [UInt8], range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    forEachMatch(in: bytes, range: range) { found.append($0) }
    return found
  }

  /// Non-overlapping occurrences: at each place the longest, leftmost first.
  public func leftmostLongest(in bytes: [UInt8], range: Range<Int>? = nil) -> [Match] {
    let all = matches(in: bytes, range: range)
    if all.count < 2 { return all }
    var found: [Match] = []
    for match in all.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where match.start >= (found.last?.end ?? 0) {
      found.append(match)
    }
    return found
  }

  private func step(_ from: Int32, _ byte: UInt8) -> Int32 {
    var state = Int(from)
    while state >= denseCount {
      let slot = state - denseCount
      for edge in Int(edgeStart[slot])..<Int(edgeStart[slot + 1]) where edgeByte[edge] == byte {
        return edgeTarget[edge]
      }
      state = Int(fail[state])
    }
    return dense[state << 8 | Int(byte)]
  }

  private mutating func build(from trie: Trie) {
    let order = trie.breadthFirst()
    var number = [Int32](repeating: 0, count: order.count)
    for (index, node) in order.enumerated() { number[node] = Int32(index) }
    denseCount = order.prefix { trie.nodes[$0].depth < Self.denseDepth }.count
    output = order.map { trie.nodes[$0].output }
    fail = Array(repeating: 0, count: order.count)
    next = Array(repeating: Self.none, count: order.count)
    dense = Array(repeating: 0, count: denseCount << 8)
    edgeStart = [0]
    for (index, node) in order.enumerated() {
      if index < denseCount { fillDense(index) }
      trie.forEachChild(of: node) { byte, child in addEdge(from: index, byte, to: number[child]) }
      if index >= denseCount { edgeStart.append(Int32(edgeByte.count)) }
      trie.forEachChild(of: node) { byte, child in link(Int(number[child]), below: index, byte) }
    }
    hits = output.indices.map { output[$0] != Self.none ? Int32($0) : next[$0] }
  }

  /// Where no edge leads, a state goes where its failure goes; breadth first, so that one is done.
  private mutating func fillDense(_ state: Int) {
    guard state > 0 else { return }
    for byte in 0..<256 { dense[state << 8 | byte] = dense[Int(fail[state]) << 8 | byte] }
  }

  private mutating func addEdge(from state: Int, _ byte: UInt8, to target: Int32) {
    if state < denseCount {
      dense[state << 8 | Int(byte)] = target
    } else {
      edgeByte.append(byte)
      edgeTarget.append(target)
    }
  }

  /// Failure and output links of a child; breadth first, so shallower states are done.
  private mutating func link(_ target: Int, below state: Int, _ byte: UInt8) {
    fail[target] = state == 0 ? 0 : step(fail[state], byte)
    let failure = Int(fail[target])
    next[target] = output[failure] != Self.none ? Int32(failure) : next[failure]
  }

  /// The literals as a tree; children form a list from the first to its siblings.
  private struct Trie {
    struct Node {
      let byte: UInt8
      let depth: Int32
      var output = LiteralAutomaton.none
      var firstChild = LiteralAutomaton.none
      var sibling = LiteralAutomaton.none
    }

    var nodes = [Node(byte: 0, depth: 0)]

    mutating func insert(_ literal: [UInt8], _ index: Int) {
      var node = 0
      for byte in literal { node = child(of: node, byte) ?? add(byte, below: node) }
      if nodes[node].output == LiteralAutomaton.none { nodes[node].output = Int32(index) }
    }

    private func child(of node: Int, _ byte: UInt8) -> Int? {
      var child = nodes[node].firstChild
      while child != LiteralAutomaton.none, nodes[Int(child)].byte != byte {
        child = nodes[Int(child)].sibling
      }
      return child == LiteralAutomaton.none ? nil : Int(child)
    }

    private mutating func add(_ byte: UInt8, below node: Int) -> Int {
      nodes.append(Node(byte: byte, depth: nodes[node].depth + 1, sibling: nodes[node].firstChild))
      nodes[node].firstChild = Int32(nodes.count - 1)
      return nodes.count - 1
    }

    func forEachChild(of node: Int, _ body: (UInt8, Int) -> Void) {
      var child = nodes[node].firstChild
      while child != LiteralAutomaton.none {
        body(nodes[Int(child)].byte, Int(child))
        child = nodes[Int(child)].sibling
      }
    }

    func breadthFirst() -> [Int] {
      var order = [0]
      order.reserveCapacity(nodes.count)
      var index = 0
      while index < order.count {
        forEachChild(of: order[index]) { _, child in order.append(child) }
        index += 1
      }
      return order
    }
  }
}
