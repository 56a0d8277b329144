import TextCore

/// Rule bases made ready to run: one automaton over the anchors of all patterns of all rules.
///
/// Compiled once, immutable, shared between tasks. Adding rules adds words to the automaton, whose speed does not
/// depend on their number; only hits cost more.
public struct CompiledRules: Sendable {
  /// A rule and the rule base it stands in.
  struct Reference: Sendable {
    let base: RuleBase
    let rule: Rule
    let element: Element
  }

  /// Where an anchor is used.
  struct Use: Sendable {
    let rule: Int
    let pattern: CompiledPattern
    let role: Role
  }

  /// What a pattern is for.
  enum Role: Sendable { case says, unless, asked }

  let references: [Reference]
  let automaton: LiteralAutomaton
  /// Uses of each literal of the automaton.
  let uses: [[Use]]

  /// Compiles the rule bases; a pattern that cannot be compiled becomes a diagnostic and is left out.
  public static func compile(_ bases: [RuleBase], source: SourceText? = nil) -> (rules: CompiledRules, findings: [Diagnostic]) {
    var builder = Builder(source: source)
    for base in bases { builder.add(base) }
    return (builder.finish(), builder.findings)
  }

  private struct Builder {
    let source: SourceText?
    var findings: [Diagnostic] = []
    var references: [Reference] = []
    var literals: [[UInt8]] = []
    var index: [[UInt8]: Int] = [:]
    var uses: [[Use]] = []

    init(source: SourceText?) { self.source = source }

    mutating func add(_ base: RuleBase) {
      let classes = Dictionary(base.classes.map { ($0.name, $0.words) }, uniquingKeysWith: { first, _ in first })
      let elements = Dictionary(base.elements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for rule in base.rules {
        guard let element = elements[rule.element] else { continue }
        references.append(Reference(base: base, rule: rule, element: element))
        for (role, texts) in [(Role.says, rule.says), (.unless, rule.unless), (.asked, rule.asked)] {
          for text in texts { add(text, of: rule, role, classes) }
        }
      }
    }

    mutating func add(_ text: String, of rule: Rule, _ role: Role, _ classes: [String: [String]]) {
      do throws(PatternError) {
        let pattern = try CompiledPattern(try PatternParser.parse(text, classes: classes))
        let use = Use(rule: references.count - 1, pattern: pattern, role: role)
        for anchor in Set(pattern.anchors) { uses[slot(anchor)].append(use) }
      } catch {
        let place = source.map { Place($0, rule.place) }
        findings.append(
          Diagnostic(.error, "RB011", "规则 \(rule.id) 的模式“\(text)”有误：\(error.message)", at: place))
      }
    }

    mutating func slot(_ anchor: [UInt8]) -> Int {
      if let known = index[anchor] { return known }
      index[anchor] = literals.count
      literals.append(anchor)
      uses.append([])
      return literals.count - 1
    }

    func finish() -> CompiledRules {
      CompiledRules(references: references, automaton: LiteralAutomaton(bytes: literals), uses: uses)
    }
  }
}
