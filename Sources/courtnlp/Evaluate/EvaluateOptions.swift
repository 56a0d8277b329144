import Evaluation
import TextCore

/// Options that all `evaluate` commands share.
struct EvaluateOptions: Sendable {
  static let all: [OptionSpec] = [
    .value("--format", "FORMAT", choices: ["text", "json", "html"], "报告的形式，默认 text"),
    .value("--output", "FILE", short: "-o", "报告写入 FILE，默认写到标准输出"),
    .flag("--force", "允许覆盖已有的报告文件"),
    .value("--seed", "N", "重抽样的种子，默认 20190815"),
    .value("--rounds", "N", "重抽样的次数，默认 2000"),
  ]

  let format: String
  let output: String?
  let overwrite: Bool
  let bootstrap: Bootstrap
  let jobs: Int?

  init(_ arguments: Arguments) throws(UsageError) {
    format = arguments["--format"] ?? (arguments.has("--json") ? "json" : "text")
    output = arguments["--output"]
    overwrite = arguments.has("--force")
    jobs = try arguments.integer("--jobs", minimum: 1)
    let standard = Bootstrap()
    let seed = try arguments.integer("--seed").map { UInt64($0) }
    bootstrap = Bootstrap(
      rounds: try arguments.integer("--rounds", minimum: 1) ?? standard.rounds, seed: seed ?? standard.seed)
  }

  /// Writes the report where it belongs.
  func write(_ text: String, _ console: Console) -> ExitCode {
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
