import ElementRules
import Service
import TextCore

/// `courtnlp calculate`
enum CalculateCommand: Command {
  private static let kinds = CalculationKind.allCases

  static let spec = CommandSpec(
    path: ["calculate"], summary: "按法律规定计算利息、补偿、赔偿和时效，每一步写明算式和条文", operands: "种类 名称=值…", operandCount: 1...64,
    details: "种类和可用的输入：\n"
      + kinds.map { "  \($0.rawValue)  \($0.title)\n    \($0.inputNames.joined(separator: " "))" }.joined(
        separator: "\n")
      + "\n日期写成 2024-03-08，利率写成 15%/年、2%/月、0.05%/日，比例写成 70%。缺少必要的输入时不计算，写明缺什么，退出码 1。",
    examples: [
      (
        "courtnlp calculate lending-interest 本金=100000 成立=2021-03-05 约定=24%/年 起算=2021-03-05 止=2022-03-05",
        "民间借贷利息及其上限"
      ),
      ("courtnlp calculate limitation 起算=2021-03-10 起诉=2024-03-08", "诉讼时效"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let name = arguments.operands[0]
    guard let kind = CalculationKind(rawValue: name) else {
      let near = NearestWord.find(name, in: kinds.map(\.rawValue)).map { "，是不是想写“\($0)”？" } ?? ""
      throw UsageError(message: "没有“\(name)”这种计算\(near)", command: spec)
    }
    let entries = try arguments.operands.dropFirst().map { (text) throws(UsageError) in try entry(text, kind)
    }
    let calculator = Calculator { CourtCalendar.published.workingDay(onOrAfter: $0) }
    let calculation = calculator.calculate(kind, CalculationInputs(entries))
    console.write(
      arguments.has("--json") ? CalculationWriter.json(calculation) : CalculationWriter.text(calculation))
    return calculation.refusal == nil ? .done : .checkFailed
  }

  private static func entry(_ text: String, _ kind: CalculationKind) throws(UsageError)
    -> CalculationInputs.Entry
  {
    guard let equals = text.firstIndex(of: "=") else {
      throw UsageError(message: "“\(text)”应当写成 名称=值", command: spec)
    }
    let name = String(text[..<equals])
    guard kind.inputNames.contains(name) else {
      let near = NearestWord.find(name, in: kind.inputNames).map { "，是不是想写“\($0)”？" } ?? ""
      throw UsageError(message: "\(kind.title)没有“\(name)”这个输入\(near)", command: spec)
    }
    return CalculationInputs.Entry(name: name, value: String(text[text.index(after: equals)...]))
  }
}
