import TextCore

/// Rule bases made ready to run: for each purpose of patterns one automaton over their words.
///
/// Compiled once, immutable, shared between tasks. Adding rules adds words to an automaton, whose speed does not
/// depend on their number; only rules whose words stand in the text cost more.
public struct CompiledRules: Sendable {
  /// A rule and the elements it is about.
  public final class Entry: Sendable {
    /// The rule.
    public let rule: Rule
    /// Its elements, at least one.
    public let elements: [Element]
    /// What the answer must hold, for a rule that asks for a question; tried at every place of the answer.
    let answers: [AnswerPattern]
    /// The value the rule states.
    let value: String?
    /// True when it states nothing of its own.
    let isReaction: Bool
    /// True when it counts only in hearings in which something else is said.
    let isConditional: Bool
    /// True when it is looked for in one sentence after the other.
    let staysInSentence: Bool
    /// The type of the element it states.
    let type: ValueType
    /// The slots whose values have that type.
    let slots: SlotKinds

    init(_ rule: Rule, _ elements: [Element], answers: [AnswerPattern]) {
      self.rule = rule
      self.elements = elements
      self.answers = answers
      value = rule.value
      isReaction = rule.isReaction
      isConditional = !rule.given.isEmpty
      staysInSentence = rule.asked.isEmpty && rule.within == .sentence
      type = elements.first?.type ?? .text
      slots = type.slots.reduce(into: SlotKinds()) { $0.insert(SlotKinds($1)) }
    }

    /// The element it states; for a reaction the first of its elements.
    public var element: Element { elements[0] }
  }

  /// What patterns are for; those of each purpose have a table of their own, for each is looked for in other places.
  enum Purpose: Int, CaseIterable {
    /// What a sentence says, and what blocks it there.
    case says
    /// What a speech says, and what blocks it there.
    case saysInTurn
    /// What the question asks.
    case asked
    /// What blocks a rule that asks, in the answer.
    case answer
    /// What must stand somewhere in the hearing, and what must not; see `HearingConditions`.
    case conditions
  }

  /// All elements, in the order of the files.
  public private(set) var elements: [Element] = []
  /// What can be computed from the elements.
  public private(set) var calculations: [CalculationPlan] = []
  /// All rules whose elements are known; `Evidence.rule` counts in this list.
  public private(set) var entries: [Entry] = []
  /// The patterns of all rules, for each purpose; `Use.rule` counts in `entries`. Nil where there are none.
  private var tables: [PatternTable?] = []
  /// What could not be compiled and was left out, in order.
  public private(set) var findings: [Diagnostic] = []
  /// Words and steps of the patterns of the rule base that is being compiled.
  private var size = 0

  /// Most words and steps of the patterns of one rule base; what goes beyond is refused.
  private static let largest = 2_000_000
  /// After so many findings nothing more is compiled.
  private static let mostFindings = 100

  /// Compiles rule bases; a pattern that cannot be compiled becomes a finding and is left out. Linear in the files.
  public init(_ files: [RuleFile]) {
    var builders = Self.builders
    for file in files { add(file, &builders) }
    finish(builders, WordFrequency(files))
  }

  /// One rule alone.
  init(_ file: RuleFile, _ rule: Rule, _ elements: [Element], _ classes: [String: WordList]) {
    var builders = Self.builders
    self.elements = elements
    add(rule, of: file, elements, classes, &builders)
    finish(builders, nil)
  }

  private static var builders: [PatternTableBuilder] { Purpose.allCases.map { _ in PatternTableBuilder() } }

  private mutating func finish(_ builders: [PatternTableBuilder], _ frequency: WordFrequency?) {
    tables = builders.map { $0.isEmpty ? nil : $0.table(rules: entries.count, frequency) }
  }

  /// The patterns for a purpose; nil when there are none.
  func table(_ purpose: Purpose) -> PatternTable? { tables[purpose.rawValue] }

  private mutating func add(_ file: RuleFile, _ builders: inout [PatternTableBuilder]) {
    size = 0
    let (classes, known) = (file.base.wordLists, file.base.elementOfID)
    elements += file.base.elements
    calculations += file.base.calculations
    for rule in file.base.rules where findings.count < Self.mostFindings {
      let elements = rule.elements.compactMap { known[$0] }
      guard !elements.isEmpty else { continue }
      add(rule, of: file, elements, classes, &builders)
    }
  }

  private mutating func add(
    _ rule: Rule, of file: RuleFile, _ elements: [Element], _ classes: [String: WordList],
    _ builders: inout [PatternTableBuilder]
  ) {
    var answers: [AnswerPattern] = []
    for (text, purpose, isUnless, owner) in Self.patterns(rule, entries.count)
    where findings.count < Self.mostFindings {
      do throws(PatternError) {
        if purpose == .answer, !isUnless {
          let answer = try AnswerPattern(PatternParser.parse(text.text, classes: classes))
          try grow(by: answer.size)
          answers.append(answer)
        } else {
          let taken = try builders[purpose.rawValue].take(text.text, classes: classes)
          try grow(by: taken.size)
          for pattern in taken.patterns {
            builders[purpose.rawValue].own(pattern, rule: owner, isUnless: isUnless)
          }
        }
      } catch {
        findings.append(file.finding(.error, "RB012", error.message, text.place(at: error.offset)))
      }
    }
    entries.append(Entry(rule, elements, answers: answers))
  }

  /// The patterns of the rule with an index, each with its purpose and its owner in the table of that purpose.
  private static func patterns(_ rule: Rule, _ index: Int) -> [(
    text: PlacedText, purpose: Purpose, isUnless: Bool, owner: Int
  )] {
    let says: Purpose = rule.asked.isEmpty ? rule.within == .turn ? .saysInTurn : .says : .answer
    return rule.asked.map { ($0, .asked, false, index) }
      + rule.says.map { ($0, says, false, index) }
      + rule.unless.map { ($0, says, true, index) }
      + rule.given.map { ($0, .conditions, false, HearingConditions.given(index)) }
      + rule.lacking.map { ($0, .conditions, false, HearingConditions.lacking(index)) }
  }

  private mutating func grow(by more: Int) throws(PatternError) {
    size += more
    guard size <= Self.largest else { throw .tooLarge }
  }
}
