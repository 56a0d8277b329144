import Evaluation
import TextCore

/// `courtnlp evaluate tags`
enum EvaluateTagsCommand: Command {
  static let spec = CommandSpec(
    path: ["evaluate", "tags"],
    summary: "按 CAIL2019 评测程序的算法衡量句子要素标签",
    operands: "标准.jsonl 预测.jsonl",
    operandCount: 2...2,
    options: EvaluateOptions.all + [
      .value("--labels", "FILE", "标签全集（JSON 对象，键为标签、值为名称）；默认按标签自动认定")
    ],
    details: "两个文件逐行对应，每行 {\"text\",\"labels\":[…]}；预测也可以是 extract --lines 的输出。有 doc 字段时按文书重抽样。",
    examples: [(line: "courtnlp evaluate tags labor-dev.jsonl predicted.jsonl", does: "打印逐标签得分和 CAIL 得分")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let options = try EvaluateOptions(arguments)
    let gold = LineFile(arguments.operands[0])
    let predicted = LineFile(arguments.operands[1])
    console.report(gold.diagnostics + predicted.diagnostics)
    guard !gold.nodes.isEmpty else {
      console.report(
        Diagnostic(.error, "EV012", "标准文件没有句子", at: Place(file: arguments.operands[0]), fix: "检查文件内容"))
      return .incomplete
    }
    var code = gold.isWhole && predicted.isWhole ? ExitCode.done : .incomplete
    let problems = differences(gold.nodes, predicted.nodes, arguments.operands)
    console.report(problems)
    if !problems.isEmpty { code = .incomplete }
    let sentences = gold.nodes.enumerated().map { index, node in
      TagReport.Sentence(
        document: node["doc"]?.string ?? "", gold: labels(node),
        predicted: predicted.nodes.indices.contains(index) ? labels(predicted.nodes[index]) : [])
    }
    let names = names(arguments["--labels"], console)
    let seen = Set(sentences.flatMap { $0.gold + $0.predicted })
    let report = TagReport(
      sentences, labels: names?.order ?? TagReport.guessedLabels(seen), bootstrap: options.bootstrap)
    let view = TagReportView.report(report, names: names?.titles ?? [:], wrong: wrong(sentences))
    let signature = options.signature(
      "tags-cail2019-1", gold: [("gold", gold.digest)], predicted: [("predicted", predicted.digest)])
    return max(code, try options.finish(view, signature: signature, console))
  }

  /// Labels of a line; lines of `extract --lines` carry them as CAIL2019 codes of elements that are not denied.
  private static func labels(_ node: JSONNode) -> [String] {
    if let labels = node["labels"] { return labels.array.compactMap(\.string) }
    return (node["elements"]?.array ?? []).filter { $0["status"]?.string != "denied" }.flatMap { element in
      let code = element["codes"]?["CAIL2019"]
      return code?.string.map { [$0] } ?? (code?.array ?? []).compactMap(\.string)
    }
  }

  private static func differences(_ gold: [JSONNode], _ predicted: [JSONNode], _ names: [String])
    -> [Diagnostic]
  {
    var problems: [Diagnostic] = []
    if gold.count != predicted.count {
      problems.append(
        Diagnostic(
          .error, "EV013", "句数不同：标准 \(gold.count) 句，预测 \(predicted.count) 句，缺的按没有标签计",
          at: Place(file: names[1]), fix: "让预测与标准逐行对应"))
    }
    let wrong = zip(gold, predicted).enumerated().filter { _, pair in
      guard let a = pair.0["text"]?.string, let b = pair.1["text"]?.string else { return false }
      return a != b
    }
    if let first = wrong.first {
      problems.append(
        Diagnostic(
          .error, "EV014", "有 \(wrong.count) 句的文字与标准不同，首见于第 \(first.offset + 1) 句", at: Place(file: names[1]),
          fix: "让预测与标准逐行对应"))
    }
    return problems
  }

  private static func wrong(_ sentences: [TagReport.Sentence]) -> [String: [String]] {
    var items: [String: [String]] = [:]
    for (index, sentence) in sentences.enumerated() {
      let (gold, predicted) = (Set(sentence.gold), Set(sentence.predicted))
      for label in gold.subtracting(predicted) { items[label, default: []].append("第 \(index + 1) 句 漏") }
      for label in predicted.subtracting(gold) { items[label, default: []].append("第 \(index + 1) 句 误") }
    }
    return items
  }

  private static func names(_ file: String?, _ console: Console) -> (
    order: [String], titles: [String: String]
  )? {
    guard let file, case .success(let bytes) = InputFile.read(file), let node = try? JSONNode.parse(bytes)
    else {
      if let file {
        console.report(Diagnostic(.warning, "EV015", "读不懂标签全集，按标签自动认定", at: Place(file: file), fix: "检查文件"))
      }
      return nil
    }
    let pairs = node.members.map { ($0.key, $0.node.string ?? "") }
    return (pairs.map(\.0), Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }
}
