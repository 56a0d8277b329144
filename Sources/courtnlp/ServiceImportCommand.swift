import Service
import TextCore

/// `courtnlp service import`: records from CSV or JSON Lines into the ledger.
enum ServiceImportCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "import"], summary: "导入送达任务（CSV 或 JSON Lines，UTF-8 或 GB18030）", operands: "文件…|-",
    operandCount: 1...10_000,
    options: ServiceSession.options + [
      .flag("--update", "已有的任务：补充新地址，更新同意情况和案件日期"), .flag("--check", "只检查，不写入台账"),
    ],
    details: "必需的列：案号、受送达人、送达文书；程序可由案号推断的除外。坏行逐条报告，其余照常导入。\n同一案件、同一受送达人的同一文书只登记一次；重复导入不会改变台账。",
    examples: [("courtnlp service import --ledger 台账 送达任务.csv", "导入一批任务")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    var code = ExitCode.done
    var rows: [(file: String, line: Int, record: ServiceRecord)] = []
    var bad = 0
    for input in session.inputs(arguments.operands, &code) {
      let result = RecordImporter().read(input.bytes, name: input.name)
      console.report(result.diagnostics)
      rows += result.records.map { (input.name, $0.line, $0.record) }
      bad += result.badRows
      if result.badRows > 0 || result.diagnostics.contains(where: { $0.severity == .error }) {
        code = .incomplete
      }
    }
    if arguments.has("--check") {
      console.write(
        arguments.has("--json") ? json(good: rows.count, bad: bad) : "检查完毕：好行 \(rows.count)，坏行 \(bad)\n")
      return code
    }
    let done = session.writing(creating: true) { (centre) throws(LedgerError) in
      let result = try centre.add(rows.map(\.record), at: session.now)
      let updated = arguments.has("--update") ? try update(centre, rows.map(\.record), session) : 0
      for duplicate in result.duplicates { console.report(diagnostic(duplicate, rows[duplicate.index])) }
      console.write(
        arguments.has("--json")
          ? json(good: rows.count, bad: bad, result, updated)
          : "导入 \(result.added) 条，重复 \(result.duplicates.count) 条，更新 \(updated) 条，坏行 \(bad) 条\n")
      return .done
    }
    return max(code, done)
  }

  /// Adds what a row knows more than the record there.
  private static func update(
    _ centre: ServiceCentre, _ records: [ServiceRecord], _ session: ServiceSession
  ) throws(LedgerError) -> Int {
    var count = 0
    for record in records {
      guard let old = centre.state[record.id]?.record else { continue }
      var merged = record
      merged.addresses = old.addresses + record.addresses.filter { !old.addresses.contains($0) }
      if merged.consent == .unknown { merged.consent = old.consent }
      if try centre.amend(record.id, merged, reason: "重新导入时更新", at: session.now) { count += 1 }
    }
    return count
  }

  private static func diagnostic(
    _ duplicate: ServiceCentre.Duplicate, _ row: (file: String, line: Int, record: ServiceRecord)
  ) -> Diagnostic {
    Diagnostic(
      .note, "SV030", "\(duplicate.documents.joined(separator: "、"))已经登记过（送达编号 \(duplicate.existing)）",
      at: Place(file: row.file, position: Position(line: row.line, column: 1)),
      notes: [duplicate.isWhole ? "同一案件、同一受送达人，没有再次登记" : "其余文书照常登记"])
  }

  private static func json(
    good: Int, bad: Int, _ result: ServiceCentre.ImportResult? = nil, _ updated: Int = 0
  ) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "import")
    writer.add("good_rows", good)
    writer.add("bad_rows", bad)
    if let result {
      writer.add("added", result.added)
      writer.add("duplicates", result.duplicates.count)
      writer.add("updated", updated)
    }
    return writer.text + "\n"
  }
}
