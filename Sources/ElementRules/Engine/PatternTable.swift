import TextCore

/// All patterns of some rules behind one automaton: which of them can match in a stretch of text, and around which words.
///
/// Of each pattern up to three groups of words are known of which every match holds one: the anchors and the rarest
/// others, with the side of the anchor on which they stand and how far from it. A pattern is looked at only in stretches
/// where a word of its rarest group stands, and verified only around anchors that have words of the other groups in
/// reach; so common words cost nothing by themselves, and rules that do not apply cost next to nothing.
///
/// A group of one word has the word's number in the automaton; those of several words are numbered after them.
final class PatternTable: Sendable {
  /// A pattern of a rule.
  struct Use: Sendable {
    let rule: Int32
    /// Index in `patterns`, in the order of the rules.
    let pattern: Int32
    /// The group of its anchors.
    let anchors: Int32
    /// What else must stand near an anchor.
    let first: Companion
    let second: Companion
  }

  /// Words one of which must stand on one side of an anchor.
  struct Companion: Sendable {
    /// Their group; -1 when there is no such condition.
    let group: Int32
    /// Most bytes between them and the anchor; the greatest number stands for any.
    let reach: UInt16
    /// True when they stand after the anchor.
    let isAfter: Bool

    /// No condition.
    static let none = Companion(group: -1, reach: 0, isAfter: true)
    var isNone: Bool { group < 0 }
    var bytes: Int { reach == .max ? Pattern.endless : Int(reach) }
  }

  /// The patterns of all uses.
  let patterns: [CompiledPattern]
  /// Finds the words of all groups.
  let automaton: LiteralAutomaton
  /// Words that the automaton finds, at most.
  let wordCount: Int
  /// Bytes of the longest of them.
  let longestWord: Int
  /// The words of each group of several; the first is group `wordCount`.
  let lists: Rows<Int32>
  /// For each word the groups of several that hold it and are the rarest of some use.
  let triggers: Rows<Int32>
  /// For each group the uses for which it is the rarest.
  let uses: Rows<Use>
  /// For each rule the patterns that block it.
  let unless: Rows<Use>

  init(
    patterns: [CompiledPattern], words: [[UInt8]], lists: Rows<Int32>, triggers: Rows<Int32>,
    uses: Rows<Use>, unless: Rows<Use>
  ) {
    self.patterns = patterns
    automaton = LiteralAutomaton(bytes: words)
    wordCount = words.count
    longestWord = words.map(\.count).max() ?? 0
    self.lists = lists
    self.triggers = triggers
    self.uses = uses
    self.unless = unless
  }

  /// Groups there are.
  var groupCount: Int { wordCount + lists.rowCount }
}

/// Lists of different lengths in one array.
struct Rows<Element: Sendable>: Sendable {
  private var starts: [Int32]
  private var items: [Element]

  /// `rows` pairs of row number and element, in any order; elements of a row keep their order. Linear.
  init(_ pairs: [(row: Int32, item: Element)], rows: Int) {
    starts = Array(repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var order = [Int](repeating: 0, count: pairs.count)
    var next = starts
    for (index, pair) in pairs.enumerated() {
      order[Int(next[Int(pair.row)])] = index
      next[Int(pair.row)] += 1
    }
    items = order.map { pairs[$0].item }
  }

  var rowCount: Int { starts.count - 1 }

  /// Indices of the elements of a row, for `subscript`.
  func range(_ row: Int32) -> Range<Int> { Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) }

  subscript(index: Int) -> Element { items[index] }
}
