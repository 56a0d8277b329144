/// Finds all of many literals in one pass over a text (Aho & Corasick 1975), in O(text + matches).
///
/// Steps over scalars, not bytes: the characters of the literals are numbered, all others lead back to the root in one
/// look, so that a step costs few looks however many literals there are. Text and literals are valid UTF-8; ranges begin
/// and end between scalars. Immutable and large, so shared and never copied.
public final class LiteralAutomaton: Sendable {
  /// One occurrence.
  public struct Match: Hashable, Sendable {
    /// Index of the literal in the list given.
    public let pattern: Int
    /// First byte.
    public let start: Int
    /// One past the last byte.
    public let end: Int
  }

  private let symbols: SymbolTable
  private let states: LiteralStates
  /// Bytes of each literal.
  private let lengths: FixedArray<Int32>

  /// Compiles the literals; of equal ones the first wins, empty ones never match. O(total bytes), but for sorting them.
  public convenience init(_ literals: [String]) {
    self.init(bytes: literals.map { Array($0.utf8) })
  }

  /// Compiles literals given as bytes.
  public init(bytes literals: [[UInt8]]) {
    let tree = LiteralTree(literals)
    symbols = SymbolTable(of: literals)
    states = tree.states(symbols)
    lengths = FixedArray(literals.map { Int32(clamping: $0.count) })
  }

  /// Calls `body` for every occurrence, overlapping ones too, by end and then longest first.
  public func forEachMatch(in bytes: [UInt8], range: Range<Int>? = nil, _ body: (Match) -> Void) {
    walk(bytes, range ?? 0..<bytes.count) { literal, end in
      body(Match(pattern: literal, start: end - Int(lengths[literal]), end: end))
      return true
    }
  }

  /// Every occurrence, overlapping ones too, by end and then longest first.
  public func matches(in bytes: [UInt8], range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    forEachMatch(in: bytes, range: range) { found.append($0) }
    return found
  }

  /// One occurrence, small.
  @frozen
  public struct Hit: BitwiseCopyable, Sendable {
    /// Index of the literal in the list given.
    public let pattern: Int32
    /// Bytes of it.
    public let length: Int32
    /// One past the last byte.
    public let end: Int

    /// First byte.
    @inlinable
    public var start: Int { end - Int(length) }
  }

  /// Adds what `matches` gives.
  public func addHits(in bytes: [UInt8], range: Range<Int>, to found: inout GrowingArray<Hit>) {
    walk(bytes, range) { literal, end in
      found.append(Hit(pattern: Int32(truncatingIfNeeded: literal), length: lengths[literal], end: end))
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

  /// Steps through the text and calls `body` with each literal and the place where it ends, until it returns false.
  @inline(__always)
  private func walk(_ bytes: [UInt8], _ range: Range<Int>, _ body: (Int, Int) -> Bool) {
    bytes.withUnsafeBufferPointer { text in
      var state: Int32 = 0
      var offset = range.lowerBound
      while offset < range.upperBound {
        let (symbol, length) = symbols.symbol(text, offset, range.upperBound)
        offset += length
        state = symbol == 0 ? 0 : states.step(state, symbol)
        var ending = state
        while ending != 0 {
          let entry = states[ending]
          if entry.literal >= 0, !body(Int(entry.literal), offset) { return }
          ending = entry.suffix
        }
      }
    }
  }
}
