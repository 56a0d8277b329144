import TextCore

/// All patterns of some rules behind one automaton: which of them can match in a stretch of text, and around which words.
///
/// Of each pattern up to three groups of words are known of which every match holds one: the anchors and the rarest
/// others, with the side of the anchor on which they stand and how far from it. A pattern is looked at only in stretches
/// where a word of its rarest group stands, and verified only around anchors that have words of the other groups in
/// reach; so common words cost nothing by themselves, and rules that do not apply cost next to nothing.
struct PatternTable: Sendable {
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

  /// Words that must stand on one side of an anchor.
  struct Companion: Sendable {
    /// Their group, or -1 when there is no such condition.
    let group: Int32
    /// Most bytes between them and the anchor.
    let reach: Int32
    /// True when they stand after the anchor.
    let isAfter: Bool

    /// No condition.
    static let none = Companion(group: -1, reach: 0, isAfter: true)
  }

  /// The patterns of all uses.
  let patterns: [CompiledPattern]
  /// Finds the words of all groups.
  let automaton: LiteralAutomaton
  /// Words that the automaton finds, at most.
  let wordCount: Int
  /// Bytes of the longest of them.
  let longestWord: Int
  /// For each group the words, by their number in the automaton.
  let groups: Rows<Int32>
  /// For each word the groups that hold it and are the rarest of some use.
  let triggers: Rows<Int32>
  /// For each group the uses for which it is the rarest.
  let uses: Rows<Use>
  /// For each rule the patterns that block it.
  let unless: Rows<Use>
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
  var rowCount: Int { starts.count - 1 }

  /// Indices of the elements of a row, for `subscript`.
  func range(_ row: Int32) -> Range<Int> { Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) }

  subscript(index: Int) -> Element { items[index] }
}
