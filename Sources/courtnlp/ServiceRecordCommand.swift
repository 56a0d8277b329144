import Service
import TextCore

/// `courtnlp service record`: receipts into the ledger.
enum ServiceRecordCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "record"], summary: "登记网关回执和人工送达结果（JSON Lines 或 CSV；次序、重复、迟到都不影响结果）",
    operands: "文件…|-", operandCount: 1...10_000, options: ServiceSession.options,
    details:
      "每行：key（批次文件里的送达编号）、state（状态）、at（发生时间），需要时加 detail（签收人、退回原因等）、reference、note。\n状态可用：\(ReceiptState.titles)\n对不上的回执另行保存并报告；互相矛盾的回执报告后由人核实。",
    examples: [("courtnlp service record --ledger 台账 回执.jsonl", "登记一批回执")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    var code = ExitCode.done
    var rows: [(file: String, line: Int, report: ReceiptReport)] = []
    for input in session.inputs(arguments.operands, &code) {
      let result = ReceiptImporter(now: session.now).read(input.bytes, name: input.name)
      console.report(result.diagnostics)
      rows += result.reports.map { (input.name, $0.line, $0.report) }
      if result.badRows > 0 { code = .incomplete }
    }
    let done = session.writing { (centre) throws(LedgerError) in
      let result = try centre.record(rows.map(\.report), at: session.now)
      for index in result.strays { console.report(stray(rows[index])) }
      for id in result.contradictions.sorted() {
        console.report(Diagnostic(.warning, "SV032", "送达编号 \(id) 的回执互相矛盾", fix: "核实实际情况，在此之前不认定送达"))
      }
      console.write(arguments.has("--json") ? json(result) : text(result))
      return result.strays.isEmpty && result.contradictions.isEmpty ? .done : .checkFailed
    }
    return max(code, done)
  }

  private static func stray(_ row: (file: String, line: Int, report: ReceiptReport)) -> Diagnostic {
    Diagnostic(
      .warning, "SV031", "回执对不上任何一次送出：\(Masking.text(row.report.key))",
      at: Place(file: row.file, position: Position(line: row.line, column: 1)), notes: ["已另行保存"],
      fix: "检查送达编号，或者是否用错了台账")
  }

  private static func text(_ result: ServiceCentre.RecordResult) -> String {
    "登记 \(result.recorded) 条，重复 \(result.duplicates) 条，对不上 \(result.strays.count) 条，矛盾 \(result.contradictions.count) 件\n"
  }

  private static func json(_ result: ServiceCentre.RecordResult) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "record")
    writer.add("recorded", result.recorded)
    writer.add("duplicates", result.duplicates)
    writer.add("strays", result.strays.count)
    writer.add("contradictions", result.contradictions.sorted().map(\.description))
    return writer.text + "\n"
  }
}
