import TextCore

/// Rule bases made ready to run: one automaton over the anchors of all patterns of all rules.
///
/// Compiled once, immutable, shared between tasks. Adding rules adds words to the automaton, whose speed does not
/// depend on their number; only rules whose words stand in the text cost more.
public struct CompiledRules: Sendable {
  /// A rule and the elements it is about.
  public struct Entry: Sendable {
    /// The rule.
    public let rule: Rule
    /// Its elements, at least one.
    public let elements: [Element]
    /// What the answer must hold, for a rule that asks for a question; tried at every place of the answer.
    var answers: [PatternProgram] = []

    /// The element it states; for a reaction the first of its elements.
    public var element: Element { elements[0] }
  }

  /// All elements, in the order of the files.
  public private(set) var elements: [Element] = []
  /// What can be computed from the elements.
  public private(set) var calculations: [CalculationPlan] = []
  /// All rules whose elements are known; `Evidence.rule` counts in this list.
  public private(set) var entries: [Entry] = []
  /// The patterns of all rules; `Use.rule` counts in `entries`.
  private(set) var table = PatternTableBuilder().table(rules: 0)
  /// What could not be compiled and was left out, in order.
  public private(set) var findings: [Diagnostic] = []
  /// Words and steps of all patterns.
  private var size = 0

  /// Most words and steps of all patterns together; what goes beyond is refused.
  private static let largest = 2_000_000
  /// After so many findings nothing more is compiled.
  private static let mostFindings = 100

  /// Compiles rule bases; a pattern that cannot be compiled becomes a finding and is left out. Linear in the files.
  public init(_ files: [RuleFile]) {
    var builder = PatternTableBuilder()
    for file in files { add(file, &builder) }
    table = builder.table(rules: entries.count)
  }

  /// One rule alone.
  init(_ file: RuleFile, _ rule: Rule, _ elements: [Element], _ classes: [String: [String]]) {
    var builder = PatternTableBuilder()
    self.elements = elements
    entries = [Entry(rule: rule, elements: elements)]
    addPatterns(file, classes, &builder)
    table = builder.table(rules: entries.count)
  }

  private mutating func add(_ file: RuleFile, _ builder: inout PatternTableBuilder) {
    let (classes, known) = (file.base.wordsOfClass, file.base.elementOfID)
    elements += file.base.elements
    calculations += file.base.calculations
    for rule in file.base.rules where findings.count < Self.mostFindings {
      let elements = rule.elements.compactMap { known[$0] }
      guard !elements.isEmpty else { continue }
      entries.append(Entry(rule: rule, elements: elements))
      addPatterns(file, classes, &builder)
    }
  }

  /// The patterns of the last entry.
  private mutating func addPatterns(
    _ file: RuleFile, _ classes: [String: [String]], _ builder: inout PatternTableBuilder
  ) {
    guard let rule = entries.last?.rule else { return }
    let says = rule.within == .turn ? PatternTable.Purpose.saysInTurn : .says
    let texts: [(PlacedText, PatternTable.Purpose)] =
      rule.asked.map { ($0, .asked) } + rule.says.map { ($0, says) } + rule.unless.map { ($0, .unless) }
      + rule.given.map { ($0, .given) } + rule.lacking.map { ($0, .lacking) }
    for (text, purpose) in texts where findings.count < Self.mostFindings {
      do throws(PatternError) {
        let pattern = try PatternParser.parse(text.text, classes: classes)
        if purpose == says, !rule.asked.isEmpty {
          try addAnswer(pattern)
        } else {
          for compiled in try CompiledPattern.compile(pattern) {
            try grow(by: compiled.size)
            builder.add(compiled, rule: entries.count - 1, purpose)
          }
        }
      } catch {
        findings.append(file.finding(.error, "RB012", error.message, text.place(at: error.offset)))
      }
    }
  }

  private mutating func addAnswer(_ pattern: Pattern) throws(PatternError) {
    let program = PatternProgram([pattern], backward: false)
    try CompiledPattern.check(reach: program.reach)
    try grow(by: program.size)
    entries[entries.count - 1].answers.append(program)
  }

  private mutating func grow(by more: Int) throws(PatternError) {
    size += more
    guard size <= Self.largest else { throw PatternError(0, "规则库太大，从这个模式起不再编译") }
  }
}
