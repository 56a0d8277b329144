import ChineseText
import ElementRules
import TextCore

/// `courtnlp rules explain`
enum RulesExplainCommand: Command {
  static let spec = CommandSpec(
    path: ["rules", "explain"], summary: "说明一段话为什么匹配、为什么没有匹配某个要素", operands: "规则库.json 要素 [文字|-]",
    operandCount: 2...3,
    options: [
      .value("--asked", "文字", "审判人员在这段话之前的提问"),
      .value("--case", "FILE", "案件信息 case.json：{人} 能读出的姓名由此得知"),
    ],
    details: """
      列出这个要素的每条规则：匹配的，写明所依据的词、得到的值和态度（肯定、否定、疑问、假设、转述）；没有匹配的，最接近的在前，
      写明已经匹配到哪里、接下来缺什么，或者被哪个 unless 挡住。没有一条规则匹配时退出码是 1。
      """,
    examples: [
      ("courtnlp rules explain rulebases/private-lending.json lending.rate.agreed '月息二分。'", "为什么"),
      (
        "courtnlp rules explain rulebases/private-lending.json lending.rate.agreed --asked '利率怎么约定的？' '两分。'",
        "回答提问的话"
      ),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let (caseFile, code) = arguments["--case"].map { CaseFileInput.read($0, console) } ?? (nil, .done)
    guard code == .done, let file = RuleFileInput.file(arguments.operands[0], console) else {
      return .incomplete
    }
    let element = arguments.operands[1]
    guard let known = file.base.elements.first(where: { $0.id == element }) else {
      let near = NearestWord.find(element, in: file.base.elements.map(\.id))
      throw UsageError(
        message: "规则库里没有要素“\(element)”" + (near.map { "，是不是想写“\($0)”？" } ?? ""), command: spec)
    }
    let operand = arguments.operands.count > 2 ? arguments.operands[2] : "-"
    guard let text = RulesMatchCommand.text(operand, console) else { return .incomplete }
    let explainer = Explainer(
      file, text: text.string(Span(0, text.bytes.count)), asked: arguments["--asked"],
      names: caseFile?.participants.flatMap(\.names) ?? [])
    let explained = explainer.explain(element)
    console.write(ExplanationWriter.text(known, explained))
    let isMatched = explained.contains { if case .matched = $0.outcome { true } else { false } }
    return isMatched ? .done : .checkFailed
  }
}
