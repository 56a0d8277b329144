import ChineseText

/// A text on which single rules are tried, after a question of the court when one was asked.
struct RuleTrial {
  /// The question and the text.
  let bytes: [UInt8]
  let question: Range<Int>
  let answer: Range<Int>
  private let people: [SpeechContext.Person]

  init(_ text: String, asked: String?, names: [String]) {
    let question = Array((asked ?? "").utf8)
    bytes = question + Array(text.utf8)
    self.question = 0..<question.count
    answer = question.count..<bytes.count
    people = names.map { SpeechContext.Person($0, name: $0) }
  }

  /// The day on which rules that read an age are tried: 2024年6月30日.
  private static let day = PartialDate(year: 2024, month: 6, day: 30)

  /// The context in which a rule reads the text.
  func context(for rule: Rule) -> SpeechContext {
    let readsAge = rule.says.contains { $0.text.contains("{\(SlotKind.age.rawValue)}") }
    return SpeechContext(people: people, day: readsAge ? Self.day : nil)
  }

  /// What the rule finds; `compiled` holds it alone.
  func evidence(_ rule: Rule, _ compiled: CompiledRules) -> [Evidence] {
    let engine = RuleEngine(compiled, text: bytes)
    let context = context(for: rule)
    return rule.asked.isEmpty
      ? engine.evidence(in: answer, context) : engine.answers(to: question, in: answer, context)
  }
}
