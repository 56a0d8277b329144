import Evaluation
import TextCore

/// `courtnlp evaluate elements`
enum EvaluateElementsCommand: Command {
  static let spec = CommandSpec(
    path: ["evaluate", "elements"],
    summary: "用标准事实衡量要素抽取：值、主张方、状态、引文、缺项",
    operands: "标准目录 预测目录",
    operandCount: 2...2,
    options: EvaluateOptions.all,
    details: "标准目录里每件一个文件夹（facts.json），预测目录里每件一个同名 .jsonl（extract --json 的输出）。",
    examples: [(line: "courtnlp evaluate elements gold/ out/", does: "打印得分和逐项差错")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let options = try EvaluateOptions(arguments)
    var reader = FactFolder(gold: arguments.operands[0], predicted: arguments.operands[1])
    reader.read()
    console.report(reader.diagnostics)
    guard !reader.scores.isEmpty else { return .incomplete }
    let report = FactReportView.report(reader.scores, bootstrap: options.bootstrap)
    let signature = options.signature("facts-1", gold: reader.goldFiles, predicted: reader.predictedFiles)
    return max(reader.exitCode, try options.finish(report, signature: signature, console))
  }
}
