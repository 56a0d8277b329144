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

  /// After so many findings nothing more is compiled.
  static let mostFindings = 100

  /// Compiles rule bases, on several threads; a pattern that cannot be compiled becomes a finding and is left out. Linear
  /// in the files.
  public init(_ files: [RuleFile]) {
    var builders = Self.builders
    var frequency = WordFrequency()
    for (file, part) in zip(files, ParallelMap.run(files) { (FileRules($0), WordFrequency($0)) }) {
      add(part.0, of: file, &builders)
      frequency.add(part.1)
    }
    let rules = entries.count
    tables = ParallelMap.run(builders) { [frequency] in $0.finished(rules: rules, frequency) }
  }

  /// One rule alone.
  init(_ file: RuleFile, _ rule: Rule, _ elements: [Element], _ classes: [String: WordList]) {
    let part = FileRules(file, rule, elements, classes)
    (self.elements, entries, findings) = (elements, part.entries, part.findings)
    tables = part.builders.map { $0.finished(rules: part.entries.count, nil) }
  }

  static var builders: [PatternTableBuilder] { Purpose.allCases.map { _ in PatternTableBuilder() } }

  private mutating func add(_ part: FileRules, of file: RuleFile, _ builders: inout [PatternTableBuilder]) {
    elements += file.base.elements
    calculations += file.base.calculations
    findings += part.findings.prefix(max(0, Self.mostFindings - findings.count))
    for purpose in Purpose.allCases {
      let first = purpose == .conditions ? HearingConditions.given(entries.count) : entries.count
      if !builders[purpose.rawValue].add(part.builders[purpose.rawValue], rules: first) {
        findings.append(file.finding(.error, "RB012", PatternError.tooLarge.message, Span(0, 0)))
      }
    }
    entries += part.entries
  }

  /// The patterns for a purpose; nil when there are none.
  func table(_ purpose: Purpose) -> PatternTable? { tables[purpose.rawValue] }
}
