import Evaluation
import TextCore

/// Options that all `evaluate` commands share, and what is done with a finished report.
struct EvaluateOptions: Sendable {
  static let all: [OptionSpec] = [
    .value("--format", "FORMAT", choices: ["text", "json", "html"], "报告的形式，默认 text"),
    OptionSpec(
      name: "--require", value: "CLAIM", repeats: true,
      help: "要达到的指标，如 'overall>=0.98@ci95'（整个 95% 区间都要达到）；可多次给出；未达到或无法判定时退出码为 1"),
    .value("--baseline", "OLD.json", "与上次的 JSON 报告逐件比较"),
    .value("--output", "FILE", short: "-o", "报告写入 FILE，默认写到标准输出"),
    .flag("--force", "允许覆盖已有的报告文件"),
    .value("--seed", "N", "重抽样的种子，默认 20190815"),
    .value("--rounds", "N", "重抽样的次数，默认 2000"),
  ]

  let format: String
  let bootstrap: Bootstrap
  let jobs: Int?
  private let output: String?
  private let overwrite: Bool
  private let requirements: [Requirement]
  private let baseline: String?

  init(_ arguments: Arguments) throws(UsageError) {
    format = arguments["--format"] ?? (arguments.has("--json") ? "json" : "text")
    output = arguments["--output"]
    overwrite = arguments.has("--force")
    baseline = arguments["--baseline"]
    jobs = try arguments.integer("--jobs", minimum: 1)
    requirements = try Self.requirements(arguments)
    let standard = Bootstrap()
    let seed = try arguments.integer("--seed").map { UInt64($0) }
    bootstrap = Bootstrap(
      rounds: try arguments.integer("--rounds", minimum: 1) ?? standard.rounds, seed: seed ?? standard.seed)
  }

  private static func requirements(_ arguments: Arguments) throws(UsageError) -> [Requirement] {
    var list: [Requirement] = []
    for text in arguments.all("--require").flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let one = Requirement(text) else {
        throw UsageError(message: "看不懂要求“\(text)”，应写成 指标>=数值 或 指标>=数值@ci95", command: arguments.spec)
      }
      list.append(one)
    }
    return list
  }

  /// Which parts of a report this run will use.
  var needs: ReportNeeds { ReportNeeds(format: format, comparing: baseline != nil) }

  /// Adds comparison, requirements and signature, writes the report, and says how it went.
  func finish(
    _ report: Report, signature: Signature, hearings: [String: TranscriptCounts] = [:], _ console: Console
  ) throws(UsageError) -> ExitCode {
    var report = report
    var code = compare(&report, hearings, console)
    code = max(code, try check(&report))
    report.members.append(("signature", JSONText.quoted(signature.text)))
    let text =
      switch format {
      case "json": report.json
      case "html": HTMLPage.text(report, signature: signature.text)
      default: report.text + "\n签名：\(signature.text)\n"
      }
    return max(code, write(text, console))
  }

  /// The signature of a run of `metric` on these files.
  func signature(
    _ metric: String, gold: [(name: String, digest: [UInt8])], predicted: [(name: String, digest: [UInt8])]
  ) -> Signature {
    let options = [("rounds", String(bootstrap.rounds)), ("seed", String(bootstrap.seed))]
    return Signature(
      metric: metric, options: options, tool: "courtnlp-" + CommandTable.version, gold: gold,
      predicted: predicted)
  }

  private func compare(_ report: inout Report, _ hearings: [String: TranscriptCounts], _ console: Console)
    -> ExitCode
  {
    guard let name = baseline else { return .done }
    switch InputFile.read(name) {
    case .failure(let failure):
      console.report(failure.diagnostic)
      return .incomplete
    case .success(let bytes):
      guard let node = try? JSONNode.parse(bytes), let old = Baseline(node),
        report.members.contains(where: { $0.key == "type" && $0.json == JSONText.quoted(old.type) })
      else {
        console.report(
          Diagnostic(
            .error, "EV010", "不是同一种评测的 JSON 报告，无法比较", at: Place(file: name),
            fix: "用 --format json 保存上次的报告，再拿来比较"))
        return .incomplete
      }
      let comparison = BaselineComparison(old, items: report.items, hearings: hearings, bootstrap: bootstrap)
      BaselineView.append(comparison, old: old, to: &report)
      return .done
    }
  }

  private func check(_ report: inout Report) throws(UsageError) -> ExitCode {
    guard !requirements.isEmpty else { return .done }
    let results = requirements.map { RequirementResult($0, among: report.measurements) }
    if let unknown = results.first(where: { $0.verdict == .unknown }) {
      let names = report.measurements.flatMap(\.names)
      throw UsageError(
        message: "没有指标“\(unknown.requirement.metric)”，可用：\(names.joined(separator: "、"))",
        suggestion: NearestWord.find(unknown.requirement.metric, in: names))
    }
    RequirementView.append(results, to: &report)
    return results.allSatisfy { $0.verdict == .met } ? .done : .checkFailed
  }

  private func write(_ text: String, _ console: Console) -> ExitCode {
    guard let output, output != "-" else {
      console.write(text)
      return .done
    }
    guard let problem = OutputFile.write(Array(text.utf8), to: output, overwrite: overwrite) else {
      return .done
    }
    console.report(problem)
    return .incomplete
  }
}
