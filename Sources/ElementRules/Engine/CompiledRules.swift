import TextCore

/// Rule bases made ready to run: one automaton over the anchors of all patterns of all rules.
///
/// Compiled once, immutable, shared between tasks. Adding rules adds words to the automaton, whose speed does not
/// depend on their number; only hits cost more.
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

  /// A pattern of a rule, to be tried where its anchor stands.
  struct Use: Sendable {
    let rule: Int
    let pattern: CompiledPattern
    let purpose: Purpose
  }

  /// What a pattern is for.
  enum Purpose: Sendable {
    case says, unless, asked, given, lacking
  }

  /// All elements, in the order of the files.
  public private(set) var elements: [Element] = []
  /// What can be computed from the elements.
  public private(set) var calculations: [CalculationPlan] = []
  /// All rules whose elements are known; `Evidence.rule` counts in this list.
  public private(set) var entries: [Entry] = []
  private(set) var automaton = LiteralAutomaton([])
  /// Uses of each literal of the automaton.
  private(set) var uses: [[Use]] = []
  /// What could not be compiled and was left out, in order.
  public private(set) var findings: [Diagnostic] = []

  /// Most words and steps of all patterns together; what goes beyond is refused.
  private static let largest = 2_000_000
  /// After so many findings nothing more is compiled.
  private static let mostFindings = 100

  /// Compiles rule bases; a pattern that cannot be compiled becomes a finding and is left out. Linear in the files.
  public init(_ files: [RuleFile]) {
    var builder = Builder()
    for file in files { add(file, &builder) }
    automaton = LiteralAutomaton(bytes: builder.literals)
  }

  private struct Builder {
    var literals: [[UInt8]] = []
    var index: [[UInt8]: Int] = [:]
    var size = 0
  }

  /// One rule alone.
  init(_ file: RuleFile, _ rule: Rule, _ elements: [Element], _ classes: [String: [String]]) {
    var builder = Builder()
    self.elements = elements
    entries = [Entry(rule: rule, elements: elements)]
    addPatterns(file, classes, &builder)
    automaton = LiteralAutomaton(bytes: builder.literals)
  }

  private mutating func add(_ file: RuleFile, _ builder: inout Builder) {
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
    _ file: RuleFile, _ classes: [String: [String]], _ builder: inout Builder
  ) {
    guard let rule = entries.last?.rule else { return }
    let texts: [(PlacedText, Purpose)] =
      rule.asked.map { ($0, .asked) } + rule.says.map { ($0, .says) } + rule.unless.map { ($0, .unless) }
      + rule.given.map { ($0, .given) } + rule.lacking.map { ($0, .lacking) }
    for (text, purpose) in texts where findings.count < Self.mostFindings {
      do throws(PatternError) {
        let pattern = try PatternParser.parse(text.text, classes: classes)
        if purpose == .says, !rule.asked.isEmpty {
          try addAnswer(pattern, &builder)
        } else {
          for compiled in try CompiledPattern.compile(pattern) { try add(compiled, purpose, &builder) }
        }
      } catch {
        findings.append(file.finding(.error, "RB012", error.message, text.place(at: error.offset)))
      }
    }
  }

  private mutating func addAnswer(_ pattern: Pattern, _ builder: inout Builder) throws(PatternError) {
    let program = PatternProgram([pattern], backward: false)
    try CompiledPattern.check(reach: program.reach)
    try grow(by: program.code.count, &builder)
    entries[entries.count - 1].answers.append(program)
  }

  private mutating func add(_ pattern: CompiledPattern, _ purpose: Purpose, _ builder: inout Builder)
    throws(PatternError)
  {
    try grow(by: pattern.anchors.count + pattern.before.code.count + pattern.after.code.count, &builder)
    let use = Use(rule: entries.count - 1, pattern: pattern, purpose: purpose)
    for anchor in Set(pattern.anchors) {
      if let known = builder.index[anchor] {
        uses[known].append(use)
      } else {
        builder.index[anchor] = uses.count
        builder.literals.append(anchor)
        uses.append([use])
      }
    }
  }

  private func grow(by size: Int, _ builder: inout Builder) throws(PatternError) {
    builder.size += size
    guard builder.size <= Self.largest else { throw PatternError(0, "规则库太大，从这个模式起不再编译") }
  }
}
