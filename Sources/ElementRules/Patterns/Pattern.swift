/// A pattern as a lawyer writes it, parsed: plain Chinese with few marks.
///
/// | written | means |
/// |---|---|
/// | `借款` | these words |
/// | `(借|贷)` | one of these |
/// | `[人民币]` | may be there |
/// | `…` or `…20` | at most 8 (or 20) characters of anything |
/// | `<出借>` | one word of the class |
/// | `{金额}` | a typed value, read by ChineseText |
enum Pattern: Hashable, Sendable {
  /// Words as they stand, or one of several; the first that leads to a match is taken.
  case words(WordList)
  /// All parts, one after the other.
  case sequence([Pattern])
  /// One of these; the first that leads to a match is taken.
  case alternatives([Pattern])
  /// The part or nothing; the part is preferred.
  indirect case optional(Pattern)
  /// Up to so many scalars of anything, the fewest first.
  case gap(Int)
  /// A typed value.
  case slot(SlotKind)

  /// Scalars a gap may span when no number follows it.
  static let defaultGap = 8
  /// The longest gap that can be written; more is a mistake or an attack.
  static let longestGap = 60
}

extension Pattern {
  /// True when every way of the pattern takes a value of `kind`.
  func always(takes kind: SlotKind) -> Bool { requiredKinds.contains(SlotKinds(kind)) }

  /// The kinds of value that every way of the pattern takes.
  var requiredKinds: SlotKinds {
    switch self {
    case .slot(let kind): SlotKinds(kind)
    case .sequence(let parts): parts.reduce(SlotKinds()) { $0.union($1.requiredKinds) }
    case .alternatives(let parts): parts.reduce(SlotKinds.all) { $0.intersection($1.requiredKinds) }
    case .words, .optional, .gap: []
    }
  }

  /// More bytes than a part that holds a value can be said to take.
  static let endless = 1 << 28

  /// The most bytes it can take, `endless` at most; a scalar takes four.
  var longest: Int {
    switch self {
    case .words(let list): list.longest
    case .sequence(let parts): parts.reduce(0) { min($0 + $1.longest, Self.endless) }
    case .alternatives(let parts): parts.reduce(0) { max($0, $1.longest) }
    case .optional(let part): part.longest
    case .gap(let scalars): 4 * scalars
    case .slot: Self.endless
    }
  }

  /// Words one of which stands in every way of the pattern, the longest there are; nil when no word must.
  var requiredWords: WordList? {
    switch self {
    case .words(let list): return list.shortest > 0 ? list : nil
    case .sequence(let parts): return parts.compactMap(\.requiredWords).max { $0.shortest < $1.shortest }
    case .alternatives(let parts):
      let lists = parts.compactMap(\.requiredWords)
      return lists.count == parts.count ? WordList(lists) : nil
    case .optional, .gap, .slot: return nil
    }
  }

  /// All words it can be, when it is nothing but words.
  var wordList: WordList? {
    if case .words(let list) = self { list } else { nil }
  }
}
