import ElementRules
import TextCore

extension AgentTool {
  /// `rules explain` as a tool: why a text proves an element, or why not.
  public static func explain(_ bases: RuleBases) -> AgentTool {
    AgentTool(
      name: "explain", title: "解释要素规则",
      description: "说明一段话为什么匹配、为什么没有匹配某个要素：每条规则匹配的词、值和态度，或者最接近的说法和缺少的部分。",
      arguments: [
        SettingSpec("rules", "规则库的名称", choices: bases.names),
        SettingSpec("element", "要素的编号，例如 lending.rate.agreed"),
        SettingSpec("text", "要解释的一段话"),
        SettingSpec("asked", "审判人员在这段话之前的提问"),
      ], required: ["rules", "element", "text"]
    ) { members, _ in
      let values = Dictionary(members.map { ($0.key, $0.node.string ?? "") }) { first, _ in first }
      do throws(Diagnostic) {
        let file = try bases.file(values["rules"] ?? "")
        let element = try element(values["element"] ?? "", in: file.base)
        let explainer = Explainer(file, text: values["text"] ?? "", asked: values["asked"])
        return Outcome(text: Array(ExplanationWriter.text(element, explainer.explain(element.id)).utf8))
      } catch {
        return Outcome(text: Array(DiagnosticRenderer().text(error).utf8), isError: true)
      }
    }
  }

  private static func element(_ id: String, in base: RuleBase) throws(Diagnostic) -> Element {
    if let found = base.elements.first(where: { $0.id == id }) { return found }
    let near = id.utf8.count <= 100 ? NearestWord.find(id, in: base.elements.map(\.id)) : nil
    throw Diagnostic(
      .error, "RQ011", "规则库“\(base.id)”没有要素“\(id)”", fix: near.map { "是不是想写“\($0)”？" } ?? "要素的编号见 docs/rules")
  }
}
