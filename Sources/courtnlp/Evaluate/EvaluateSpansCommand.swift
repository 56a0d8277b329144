import Evaluation
import TextCore

/// `courtnlp evaluate spans`
enum EvaluateSpansCommand: Command {
  static let spec = CommandSpec(
    path: ["evaluate", "spans"],
    summary: "衡量片段标注：边界与类型全对、有重叠、不论类型",
    operands: "标准.jsonl 预测.jsonl",
    operandCount: 2...2,
    options: EvaluateOptions.all,
    details: "两个文件逐行对应，每行 {\"spans\":[{\"start\",\"end\",\"type\"}]}，半开区间。",
    examples: [(line: "courtnlp evaluate spans gold.jsonl predicted.jsonl", does: "打印三种比较方式的得分")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let options = try EvaluateOptions(arguments)
    let gold = LineFile(arguments.operands[0])
    let predicted = LineFile(arguments.operands[1])
    console.report(gold.diagnostics + predicted.diagnostics)
    guard !gold.nodes.isEmpty else {
      console.report(
        Diagnostic(.error, "EV012", "标准文件没有内容", at: Place(file: arguments.operands[0]), fix: "检查文件内容"))
      return .incomplete
    }
    var code = gold.isWhole && predicted.isWhole ? ExitCode.done : .incomplete
    if gold.nodes.count != predicted.nodes.count {
      code = .incomplete
      console.report(
        Diagnostic(
          .error, "EV013", "行数不同：标准 \(gold.nodes.count) 行，预测 \(predicted.nodes.count) 行，缺的按没有片段计",
          at: Place(file: arguments.operands[1]), fix: "让预测与标准逐行对应"))
    }
    let units = gold.nodes.enumerated().map { index, node in
      var counts = SpanCounts()
      counts.add(
        gold: spans(node),
        predicted: predicted.nodes.indices.contains(index) ? spans(predicted.nodes[index]) : [])
      return counts
    }
    let signature = options.signature(
      "spans-1", gold: [("gold", gold.digest)], predicted: [("predicted", predicted.digest)])
    let report = SpanReportView.report(units, bootstrap: options.bootstrap)
    return max(code, try options.finish(report, signature: signature, console))
  }

  private static func spans(_ node: JSONNode) -> [SpanCounts.Item] {
    (node["spans"]?.array ?? []).compactMap { span in
      guard let start = span["start"]?.int, let end = span["end"]?.int, start <= end else { return nil }
      return SpanCounts.Item(start, end, type: span["type"]?.string ?? "")
    }
  }
}
