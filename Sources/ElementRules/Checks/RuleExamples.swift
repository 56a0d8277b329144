import ChineseText
import TextCore

/// Runs the examples of one rule.
struct RuleExamples {
  private let file: RuleFile
  private let rule: Rule
  private let alone: CompiledRules

  init(_ file: RuleFile, _ rule: Rule, elements: [String: Element], classes: [String: WordList]) {
    self.file = file
    self.rule = rule
    alone = CompiledRules(file, rule, rule.elements.compactMap { elements[$0] }, classes)
  }

  /// What the examples show to be wrong; nothing when the rule's element is unknown, for that has been said.
  func check() -> [Diagnostic] {
    guard alone.entries.allSatisfy({ !$0.elements.isEmpty }) else { return [] }
    return rule.examples.match.compactMap(check) + rule.examples.not.compactMap(check)
  }

  private func check(_ near: Rule.Examples.Near) -> Diagnostic? {
    let (text, found) = evidence(asked: near.asked, near.text)
    guard let first = found.first else { return nil }
    return error(
      "RB024", "规则“\(rule.id)”不应匹配这句，却匹配了“\(words(first, text))”", near.place,
      fix: "把说法写得窄一些，或者用 unless 排除；这句本来就该匹配的，移到 match")
  }

  private func check(_ example: Rule.Examples.Match) -> Diagnostic? {
    let (text, found) = evidence(asked: example.asked, example.text)
    guard let first = found.first else {
      return error(
        "RB021", "规则“\(rule.id)”应当匹配这句，却没有匹配", example.place,
        fix: "看看缺什么：courtnlp rules explain \(file.source.name) \(rule.elements.first ?? "要素") '这句话'")
    }
    let right = found.filter { words($0, text) == example.words }
    guard let match = right.first else {
      return error(
        "RB022", "规则“\(rule.id)”匹配的词是“\(words(first, text))”，例子写的是“\(example.words)”", example.place,
        fix: "改例子的 words，或者改说法")
    }
    guard !right.contains(where: { $0.value == example.value }) else { return nil }
    let (value, wanted) = (match.value ?? "", example.value ?? "")
    return error(
      "RB023", "规则“\(rule.id)”得到的值是“\(value)”，例子写的是“\(wanted)”", example.place,
      fix: "值对的话改例子的 value，不对的话改规则")
  }

  /// The evidence in a text, after a question when there is one.
  private func evidence(asked: String?, _ text: String) -> ([UInt8], [Evidence]) {
    let trial = RuleTrial(text, asked: asked, names: rule.examples.people)
    return (trial.bytes, trial.evidence(rule, alone))
  }

  private func words(_ evidence: Evidence, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[evidence.range], as: UTF8.self)
  }

  private func error(_ code: String, _ message: String, _ place: Span<Source>, fix: String) -> Diagnostic {
    file.finding(.error, code, message, place, fix: fix)
  }
}
