import TextCore

/// Rule bases made ready to run: one automaton over the anchors of all patterns of all rules.
///
/// Compiled once, immutable, shared between tasks. Adding rules adds words to the automaton, whose speed does not
/// depend on their number; only hits cost more.
public struct CompiledRules: Sendable {
  /// A rule and the element it proves.
  public struct Entry: Sendable {
    /// The rule.
    public let rule: Rule
    /// Its element.
    public let element: Element
  }

  /// A pattern of a rule, to be tried where its anchor stands.
  struct Use: Sendable {
    let rule: Int
    let pattern: CompiledPattern
    /// True for `unless`, false for `says`.
    let blocks: Bool
  }

  /// All rules whose element is known; `Evidence.rule` counts in this list.
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
  init(_ file: RuleFile, _ rule: Rule, _ element: Element, _ classes: [String: [String]]) {
    var builder = Builder()
    entries = [Entry(rule: rule, element: element)]
    addPatterns(file, classes, &builder)
    automaton = LiteralAutomaton(bytes: builder.literals)
  }

  private mutating func add(_ file: RuleFile, _ builder: inout Builder) {
    let (classes, elements) = (file.base.wordsOfClass, file.base.elementOfID)
    for rule in file.base.rules where findings.count < Self.mostFindings {
      guard let element = elements[rule.element] else { continue }
      entries.append(Entry(rule: rule, element: element))
      addPatterns(file, classes, &builder)
    }
  }

  /// The patterns of the last entry.
  private mutating func addPatterns(
    _ file: RuleFile, _ classes: [String: [String]], _ builder: inout Builder
  ) {
    guard let rule = entries.last?.rule else { return }
    let texts = rule.says.map { ($0, false) } + rule.unless.map { ($0, true) }
    for (text, blocks) in texts where findings.count < Self.mostFindings {
      do throws(PatternError) {
        let patterns = try CompiledPattern.compile(try PatternParser.parse(text.text, classes: classes))
        for pattern in patterns { try add(pattern, blocks, &builder) }
      } catch {
        findings.append(file.finding(.error, "RB012", error.message, text.place(at: error.offset)))
      }
    }
  }

  private mutating func add(_ pattern: CompiledPattern, _ blocks: Bool, _ builder: inout Builder)
    throws(PatternError)
  {
    builder.size += pattern.anchors.count + pattern.before.code.count + pattern.after.code.count
    guard builder.size <= Self.largest else { throw PatternError(0, "规则库太大，从这个模式起不再编译") }
    let use = Use(rule: entries.count - 1, pattern: pattern, blocks: blocks)
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
}
