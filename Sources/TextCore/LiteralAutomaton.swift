/// Finds all of many literals in one pass over bytes (Aho & Corasick 1975), in O(text + matches).
///
/// The root and the states below it have full 256-way tables, since nearly all steps on Chinese text happen there;
/// deeper states keep short sorted edge lists, so that thousands of words stay small.
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
  private static let denseDepth = 2

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
    denseCount = order.prefix { trie.depth[$0] < Self.denseDepth }.count
    output = order.map { Int32(trie.output[$0]) }
    fail = Array(repeating: 0, count: order.count)
    next = Array(repeating: Self.none, count: order.count)
    dense = Array(repeating: 0, count: denseCount << 8)
    edgeStart = [0]
    for (index, node) in order.enumerated() {
      if index < denseCount {
        fillDense(index, trie.children[node], number)
      } else {
        addEdges(trie.children[node], number)
      }
      link(children: trie.children[node], of: index, number)
    }
    hits = output.indices.map { output[$0] != Self.none ? Int32($0) : next[$0] }
  }

  private mutating func fillDense(_ state: Int, _ children: [(UInt8, Int)], _ number: [Int32]) {
    if state > 0 {
      for byte in 0..<256 { dense[state << 8 | byte] = dense[Int(fail[state]) << 8 | byte] }
    }
    for (byte, child) in children { dense[state << 8 | Int(byte)] = number[child] }
  }

  private mutating func addEdges(_ children: [(UInt8, Int)], _ number: [Int32]) {
    for (byte, child) in children {
      edgeByte.append(byte)
      edgeTarget.append(number[child])
    }
    edgeStart.append(Int32(edgeByte.count))
  }

  /// Failure and output links of the children; breadth first, so shallower states are done.
  private mutating func link(children: [(UInt8, Int)], of state: Int, _ number: [Int32]) {
    for (byte, child) in children {
      let target = Int(number[child])
      fail[target] = state == 0 ? 0 : step(fail[state], byte)
      let failure = Int(fail[target])
      next[target] = output[failure] != Self.none ? Int32(failure) : next[failure]
    }
  }

  private struct Trie {
    var children: [[(UInt8, Int)]] = [[]]
    var output: [Int] = [-1]
    var depth: [Int] = [0]

    mutating func insert(_ literal: [UInt8], _ index: Int) {
      var node = 0
      for byte in literal {
        if let known = children[node].first(where: { $0.0 == byte }) {
          node = known.1
        } else {
          children.append([])
          output.append(-1)
          depth.append(depth[node] + 1)
          children[node].append((byte, children.count - 1))
          node = children.count - 1
        }
      }
      if output[node] < 0 { output[node] = index }
    }

    func breadthFirst() -> [Int] {
      var order = [0]
      var index = 0
      while index < order.count {
        order += children[order[index]].map(\.1)
        index += 1
      }
      return order
    }
  }
}
