import TextCore

/// All patterns of some rules behind one automaton: which of them can match in a stretch of text, and around which words.
///
/// Of each pattern up to three groups of words are known of which every match holds one: the anchors and the rarest
/// others. A pattern is looked at only in stretches where a word of its rarest group stands, and verified only where the
/// other groups occur too; so common words cost nothing by themselves, and rules that do not apply cost next to nothing.
struct PatternTable: Sendable {
  /// What a pattern is for.
  enum Purpose: Int, Sendable, CaseIterable {
    case says, saysInTurn, asked, given, lacking, unless
  }

  /// A pattern of a rule.
  struct Use: Sendable {
    let rule: Int32
    /// Index in `patterns`, in the order of the rules.
    let pattern: Int32
    /// The group of its anchors.
    let anchors: Int32
    /// Two more groups, or the anchors again.
    let second: Int32
    let third: Int32
  }

  /// The patterns of all uses.
  let patterns: [CompiledPattern]
  /// Finds the words of all groups.
  let automaton: LiteralAutomaton
  /// Groups there are.
  let groupCount: Int
  /// For each literal of the automaton the groups it belongs to.
  let groups: Rows<Int32>
  /// For each purpose but `unless`, and each group, the uses for which that group is the rarest.
  let uses: [Rows<Use>]
  /// For each rule the patterns that block it.
  let unless: Rows<Use>

  /// True when a rule of the purpose exists.
  func has(_ purpose: Purpose) -> Bool { !uses[purpose.rawValue].isEmpty }
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
