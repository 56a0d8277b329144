import Service
import TextCore

/// `courtnlp service report`: rates with denominators and intervals.
enum ServiceReportCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "report"], summary: "送达情况统计：电子送达率、首次成功率、用时，按渠道、法院、月份；也可导出明细",
    options: ServiceSession.options + [
      .value("--format", "格式", choices: ["text", "json", "html", "csv"], "text 看；json、html 报表；csv 明细"),
      .flag("--bom", "csv 前加 UTF-8 标记，便于电子表格识别"),
      .value("--output", "FILE", short: "-o", "结果写入 FILE，默认写到标准输出"), .flag("--force", "允许覆盖已有的输出文件"),
    ],
    examples: [("courtnlp service report --ledger 台账 --format csv --bom -o 明细.csv", "导出明细")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    let format = arguments["--format"] ?? (arguments.has("--json") ? "json" : "text")
    return session.reading { (state, _) throws(LedgerError) in
      let rules = EffectRules()
      let bytes: [UInt8]
      if format == "csv" {
        bytes = RecordTable.csv(state, rules: rules, mark: arguments.has("--bom"))
      } else {
        let report = ServiceReport(state, rules: rules, on: session.now.date)
        bytes = Array(
          (format == "json" ? report.json + "\n" : format == "html" ? report.html : report.text).utf8)
      }
      guard let path = arguments["--output"] else {
        console.write(bytes)
        return .done
      }
      guard let problem = OutputFile.write(bytes, to: path, overwrite: arguments.has("--force")) else {
        return .done
      }
      console.report(problem)
      return .incomplete
    }
  }
}
