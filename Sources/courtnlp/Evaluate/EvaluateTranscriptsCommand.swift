import Evaluation
import TextCore

/// `courtnlp evaluate transcripts`
enum EvaluateTranscriptsCommand: Command {
  static let spec = CommandSpec(
    path: ["evaluate", "transcripts"],
    summary: "用标准笔录衡量规整结果，给出五项指标、区间和安全错误",
    operands: "标准目录 预测目录",
    operandCount: 2...2,
    options: EvaluateOptions.all + [
      .value("--errors", "N", "文本报告里每件最多列出 N 处差错（默认 0；JSON 和网页总是列全）")
    ],
    details: "标准目录里每件一个文件夹（case.json、gold.txt），预测目录里每件一个同名 .txt。指标定义见 docs/evaluation.md。",
    examples: [
      (line: "courtnlp evaluate transcripts gold/ out/", does: "打印得分表"),
      (line: "courtnlp evaluate transcripts gold/ out/ --format json -o score.json", does: "保存得分，供以后比较"),
      (line: "courtnlp evaluate transcripts gold/ out/ --baseline score.json", does: "与上次比较：改正了什么，新错了什么"),
      (
        line: "courtnlp evaluate transcripts gold/ out/ --require 'overall>=0.98@ci95'",
        does: "整个区间达不到 98% 就以 1 退出"
      ),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let options = try EvaluateOptions(arguments)
    let errorLimit = try arguments.integer("--errors") ?? 0
    let folder = GoldFolder(gold: arguments.operands[0], predicted: arguments.operands[1])
    console.report(folder.diagnostics)
    guard !folder.items.isEmpty else { return .incomplete }
    let scores = ParallelMap.run(folder.items, jobs: options.jobs) { item in
      TranscriptScorer().score(item.gold, predicted: item.predicted)
    }
    let report = TranscriptReport(scores, bootstrap: options.bootstrap)
    let hearings = Dictionary(
      report.cases.map { ($0.id, $0.counts) }, uniquingKeysWith: { first, _ in first })
    let code = try options.finish(
      TranscriptReportView.report(report, errorLimit: errorLimit, needs: options.needs),
      signature: options.signature("transcripts-1", gold: folder.goldFiles, predicted: folder.predictedFiles),
      hearings: hearings, console)
    return max(folder.exitCode, code)
  }
}
