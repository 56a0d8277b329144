/// Writes a rule base as a page for lawyers: every element with its law, question and rules, every rule with its
/// words and examples.
public enum RuleDocument {
  /// The page in Markdown. Linear in the rule base.
  public static func markdown(_ base: RuleBase) -> String {
    let rules = Dictionary(grouping: base.rules.filter { !$0.isReaction }, by: { $0.elements.first ?? "" })
    let reactions = base.rules.filter(\.isReaction)
    let proven = base.elements.count { rules[$0.id] != nil }
    var text = """
      # \(base.title)

      <!-- 由 courtnlp rules doc 生成，请改规则库，不要改本文件 -->

      规则库 `\(base.id)`，版本 \(base.version)，所依据的法律自 \(base.effective) 起施行。要素 \(base.elements.count) 个，其中 \(proven) 个有规则；规则 \(base.rules.count) 条。

      \(base.law.map { "- \($0)\n" }.joined())
      """
    for (section, title) in sections {
      let elements = base.elements.filter { $0.section == section }
      guard !elements.isEmpty else { continue }
      text += "\n## \(title)\n"
      for element in elements { text += self.element(element, rules[element.id] ?? []) }
    }
    if !reactions.isEmpty { text += "\n## 认可和否认\n" + reactions.map(rule).joined() }
    if !base.classes.isEmpty {
      text += "\n## 词类\n\n| 词类 | 词 |\n|---|---|\n"
      text += base.classes.map { "| \(cell($0.name)) | \(cell($0.words.joined(separator: "、"))) |\n" }
        .joined()
    }
    return text
  }

  private static let sections: [(Element.Section, String)] = [
    (.claim, "诉讼请求"), (.fact, "事实"), (.label, "句子标签"),
  ]

  private static func element(_ element: Element, _ rules: [Rule]) -> String {
    var rows = [("编号", "`\(element.id)`"), ("类型", title(element.type))]
    if !element.options.isEmpty { rows.append(("选项", element.options.joined(separator: "、"))) }
    if let item = element.formItem { rows.append(("表格栏目", item)) }
    if !element.law.isEmpty { rows.append(("依据", element.law.joined(separator: "；"))) }
    rows.append(("可以问", element.question))
    if element.important {
      let when = element.when.isEmpty ? "" : "（说到 \(element.when.joined(separator: "、")) 时）"
      rows.append(("没有人说到时", "提醒\(when)"))
    }
    if !element.proof.isEmpty { rows.append(("书证", element.proof.joined(separator: "、"))) }
    if !element.called.isEmpty { rows.append(("称呼", element.called.joined(separator: "、"))) }
    if !element.basis.isEmpty { rows.append(("取决于", element.basis.joined(separator: "、"))) }
    if !element.admitted.isEmpty { rows.append(("一方自认", sides(element.admitted))) }
    if !element.contested.isEmpty { rows.append(("一方抗辩", sides(element.contested))) }
    if !element.codes.isEmpty {
      rows.append(("标签", element.codes.map { "\($0.scheme) \($0.label)" }.joined(separator: "、")))
    }
    let table = rows.map { "| \($0.0) | \(cell($0.1)) |\n" }.joined()
    return "\n### \(element.name)\n\n| | |\n|---|---|\n\(table)" + rules.map(rule).joined()
  }

  private static func sides(_ sides: [Side]) -> String { sides.map(\.rawValue).joined(separator: "、") }

  private static func rule(_ rule: Rule) -> String {
    var text = "\n**\(rule.id)**\(conditions(rule))\n\n"
    for says in rule.says { text += "- `\(says.text)`\n" }
    if rule.says.isEmpty { text += "- （回答里的值）\n" }
    for unless in rule.unless { text += "- 除非：`\(unless.text)`\n" }
    for example in rule.examples.match {
      let value = example.value.map { " → \($0)" } ?? ""
      text += "- ✓ \(asked(example.asked))\(example.text)\(value)\n"
    }
    for near in rule.examples.not { text += "- ✗ \(asked(near.asked))\(near.text)\n" }
    return text
  }

  private static func conditions(_ rule: Rule) -> String {
    var parts: [String] = []
    switch rule.effect {
    case .confirms(let elements): parts.append("认可 \(elements.joined(separator: "、"))")
    case .disputes(let elements): parts.append("否认 \(elements.joined(separator: "、"))")
    case .states(_, let value): if let value { parts.append("值 \(value)") }
    }
    if !rule.speakers.isEmpty { parts.append("\(rule.speakers.map(\.rawValue).joined(separator: "、"))说") }
    if !rule.parts.isEmpty { parts.append("在\(rule.parts.map(\.rawValue).joined(separator: "、"))部分") }
    if !rule.asked.isEmpty { parts.append("回答 " + rule.asked.map { "`\($0.text)`" }.joined(separator: " ")) }
    if !rule.given.isEmpty {
      parts.append("庭审里说过 " + rule.given.map { "`\($0.text)`" }.joined(separator: " "))
    }
    if !rule.lacking.isEmpty {
      parts.append("庭审里没有说过 " + rule.lacking.map { "`\($0.text)`" }.joined(separator: " "))
    }
    if rule.within == .turn { parts.append("整段发言") }
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "；"))）"
  }

  private static func asked(_ question: String?) -> String { question.map { "（问：\($0)）" } ?? "" }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func title(_ type: ValueType) -> String {
    switch type {
    case .money: "金额"
    case .date: "日期"
    case .period: "期限"
    case .rate: "利率"
    case .number: "数"
    case .percent: "比例"
    case .boolean: "是或否"
    case .choice: "选择"
    case .party: "当事人"
    case .text: "文字"
    }
  }
}
