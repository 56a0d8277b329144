import TextCore

/// All patterns of some rules behind one automaton: which of them can match in a stretch of text, and around which words.
///
/// Of each pattern up to three groups of words are known of which every match holds one: the anchors and the rarest
/// others, with the side of the anchor on which they stand and how far from it. A pattern is looked at only in stretches
/// where a word of its rarest group stands, and verified only around anchors that have words of the other groups in
/// reach; so common words cost nothing by themselves, and rules that do not apply cost next to nothing.
final class PatternTable: Sendable {
  /// A pattern of a rule.
  struct Use: Sendable {
    let rule: Int32
    /// Index in `patterns`, in the order of the rules.
    let pattern: Int32
    /// Its anchors.
    let anchors: Group
    /// What else must stand near an anchor.
    let first: Companion
    let second: Companion
  }

  /// Words, by their numbers in the automaton.
  struct Group: Sendable {
    /// Its number.
    let number: Int32
    /// Where the words are in `members`.
    let start: Int32
    let end: Int32

    /// No words.
    static let none = Group(number: -1, start: 0, end: 0)
  }

  /// Words one of which must stand on one side of an anchor.
  struct Companion: Sendable {
    /// The words; none when there is no such condition.
    let group: Group
    /// Most bytes between them and the anchor.
    let reach: Int32
    /// True when they stand after the anchor.
    let isAfter: Bool

    /// No condition.
    static let none = Companion(group: .none, reach: 0, isAfter: true)
    var isNone: Bool { group.number < 0 }
  }

  /// The patterns of all uses.
  let patterns: [CompiledPattern]
  /// Finds the words of all groups.
  let automaton: LiteralAutomaton
  /// Words that the automaton finds, at most.
  let wordCount: Int
  /// Bytes of the longest of them.
  let longestWord: Int
  /// Groups there are.
  let groupCount: Int
  /// The words of all groups.
  let members: [Int32]
  /// For each word the groups that hold it and are the rarest of some use.
  let triggers: Rows<Int32>
  /// For each group the uses for which it is the rarest.
  let uses: Rows<Use>
  /// For each rule the patterns that block it.
  let unless: Rows<Use>

  init(
    patterns: [CompiledPattern], words: [[UInt8]], members: [Int32], groupCount: Int, triggers: Rows<Int32>,
    uses: Rows<Use>, unless: Rows<Use>
  ) {
    self.patterns = patterns
    automaton = LiteralAutomaton(bytes: words)
    wordCount = words.count
    longestWord = words.map(\.count).max() ?? 0
    self.members = members
    self.groupCount = groupCount
    self.triggers = triggers
    self.uses = uses
    self.unless = unless
  }
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

  var isEmpty: Bool { items.isEmpty }

  /// Indices of the elements of a row, for `subscript`.
  func range(_ row: Int32) -> Range<Int> { Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) }

  subscript(index: Int) -> Element { items[index] }
}
