import TextCore

/// All patterns of some rules behind one automaton: which of them can match in a stretch of text, and around which words.
///
/// A pattern that several rules have stands here once, and is verified once for all of them.
///
/// Of each pattern up to three groups of words are known of which every match holds one: the anchors and the rarest
/// others, with the side of the anchor on which they stand and how far from it. A pattern is looked at only in stretches
/// where a word of its rarest group stands, and verified only around anchors that have words of the other groups in
/// reach; so common words cost nothing by themselves, and rules that do not apply cost next to nothing.
///
/// A group of one word has the word's number in the automaton; those of several words are numbered after them. Words,
/// groups and what belongs to them stand in the order in which texts may be expected to hold them, the frequent first, and
/// all that a word asks for stands in one row: the speed depends most on how many places of memory are looked at.
final class PatternTable: Sendable {
  /// A pattern and what must stand in a stretch for it to match.
  struct Use: BitwiseCopyable, Sendable {
    /// Its row in `owners`.
    let pattern: Int32
    /// Where it begins in `code`.
    let code: Int32
    /// The values that stand in every match.
    let kinds: SlotKinds
    /// The group of its anchors.
    let anchors: Int32
    /// What else must stand near an anchor.
    let first: Companion
    let second: Companion
    let value: Value
  }

  /// A value that must stand on one side of an anchor; its kind is one of those of the use.
  struct Value: BitwiseCopyable, Sendable {
    /// The index of its kind; -1 when there is no such condition.
    let kind: Int8
    /// True when it stands after the anchor.
    let isAfter: Bool
    /// Most bytes between it and the anchor.
    let reach: UInt16

    /// No condition.
    static let none = Value(kind: -1, isAfter: true, reach: 0)
    var isNone: Bool { kind < 0 }
  }

  /// What must stand in a stretch besides a word of the rarest group of a use; small, for most uses are told by it to
  /// fail.
  struct Trigger: BitwiseCopyable, Sendable {
    /// The values that stand in every match.
    let kinds: SlotKinds
    /// How many of those that follow want the same values, and how many of them the same next group; at least.
    private(set) var sameKinds: UInt16 = 0
    private(set) var sameNext: UInt16 = 0
    /// Groups, the rarer first; -1 for none.
    let next: Int32
    let last: Int32
    /// Index in `uses`.
    let use: Int32

    /// A trigger before another one of its word.
    init(kinds: SlotKinds, next: Int32, last: Int32, use: Int32, before following: Trigger?) {
      (self.kinds, self.next, self.last, self.use) = (kinds, next, last, use)
      guard let following, following.kinds == kinds else { return }
      sameKinds = UInt16(clamping: Int(following.sameKinds) + 1)
      if following.next == next { sameNext = UInt16(clamping: Int(following.sameNext) + 1) }
    }
  }

  /// Words one of which must stand on one side of an anchor.
  struct Companion: BitwiseCopyable, Sendable {
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

  /// Whose a pattern is.
  struct Owner: BitwiseCopyable, Sendable {
    let rule: Int32
    /// Its place among all patterns of all rules.
    let place: Int32
    /// True when the pattern's words tell of a negation.
    let tellsOfNegation: Bool
  }

  /// For each pattern the rules that have it, in their order.
  let owners: Rows<Owner>
  /// Finds the words of all groups.
  let automaton: LiteralAutomaton
  /// Words that the automaton finds.
  let wordCount: Int
  /// Words and groups of several words.
  let groupCount: Int
  /// Bytes of the longest word.
  let longestWord: Int
  /// For each group of several words its words.
  let groups: Rows<GroupNumbers.Block>
  /// For each word what else its uses want, those together that want the same: it is one of their rarest group.
  let triggers: Rows<Trigger>
  /// The uses of patterns that rules say.
  let uses: FixedArray<Use>
  /// For each rule the patterns that block it.
  let unless: Rows<Use>
  private let bytes: FixedArray<UInt8>

  init(
    owners: consuming Rows<Owner>, code: [UInt8], words: [[UInt8]],
    groups: consuming Rows<GroupNumbers.Block>,
    triggers: consuming Rows<Trigger>, uses: [Use], unless: consuming Rows<Use>
  ) {
    self.owners = owners
    bytes = FixedArray(code)
    automaton = LiteralAutomaton(bytes: words)
    wordCount = words.count
    groupCount = words.count + groups.count
    longestWord = words.reduce(0) { max($0, $1.count) }
    self.groups = groups
    self.triggers = triggers
    self.uses = FixedArray(uses)
    self.unless = unless
  }

  /// The programs of all patterns.
  var code: ProgramCode { ProgramCode(UnsafeRawPointer(bytes.base)) }
}
