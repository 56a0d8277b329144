import ChineseText
import TextCore

/// Reads receipts of gateways and officers from JSON Lines or CSV.
///
/// Keys or columns: `key`, `state` (code or Chinese word), `at`, and `detail`, `reference`, `note` where there is something
/// to say.
public struct ReceiptImporter: Sendable {
  /// What a file gave.
  public struct Result: Sendable {
    /// The good rows with their lines.
    public var reports: [(line: Int, report: ReceiptReport)] = []
    /// Rows with an error.
    public var badRows = 0
    /// Everything that is to be said.
    public var diagnostics: [Diagnostic] = []
  }

  private static let columns: [(code: String, names: [String])] = [
    ("key", ["幂等键", "送达编号", "编号"]), ("state", ["状态", "送达结果", "结果"]), ("at", ["时间", "发生时间", "反馈时间", "time"]),
    ("detail", ["情形", "签收人", "退回原因", "原因"]), ("reference", ["回执编号", "快递单号", "流水号", "receipt_id"]),
    ("note", ["备注", "说明"]),
  ]

  private let now: Moment

  /// Makes an importer; reports from more than a day after `now` are refused, for their date cannot be right.
  public init(now: Moment) { self.now = now }

  /// Reads a file. Linear.
  public func read(_ bytes: [UInt8], name: String) -> Result {
    let source = TextDecoder().decode(bytes, name: name).source
    var result = Result()
    let first = source.bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if first == UInt8(ascii: "{") { readLines(source, &result) } else { readTable(source, &result) }
    return result
  }

  private func readLines(_ source: SourceText, _ result: inout Result) {
    for line in 1...source.lines.count {
      let range = source.lines.range(ofLine: line, in: source.bytes)
      guard source.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
      guard let node = try? JSONNode.parse(source.bytes, in: range) else {
        fail("不是有效的 JSON", source.name, line, &result)
        continue
      }
      var cells: [String: String] = [:]
      for member in node.members {
        cells[Self.code(member.key) ?? ""] = member.node.string ?? member.node.number ?? ""
      }
      take(cells, source.name, line, &result)
    }
  }

  private func readTable(_ source: SourceText, _ result: inout Result) {
    let rows = DelimitedTable.rows(source.bytes)
    let header = (rows.first?.cells ?? []).map { Self.code($0) ?? "" }
    for row in rows.dropFirst() {
      let cells = Dictionary(zip(header, row.cells).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
      take(cells, source.name, row.line, &result)
    }
  }

  private func take(_ cells: [String: String], _ name: String, _ line: Int, _ result: inout Result) {
    guard let key = cells["key"], !key.isEmpty else { return fail("缺少 key（送达编号）", name, line, &result) }
    guard let word = cells["state"], let state = ReceiptState(reading: word) else {
      return fail(
        "状态“\(Masking.text(cells["state"] ?? ""))”不在可选范围内：\(ReceiptState.titles)", name, line, &result)
    }
    guard let at = cells["at"], let time = Moment(at) else {
      return fail("时间“\(Masking.text(cells["at"] ?? ""))”看不懂，应写成 2026-03-02 09:30:00", name, line, &result)
    }
    guard time <= now.adding(seconds: 86_400), time.date.year >= 2015 else {
      return fail("时间 \(time) 不可能：在现在之后，或者早于 2015 年", name, line, &result)
    }
    let word2 = cells["detail"] ?? ""
    guard let detail = ReceiptDetail(reading: word2) else {
      return fail("情形“\(Masking.text(word2))”不在可选范围内：\(ReceiptDetail.titles)", name, line, &result)
    }
    let report = ReceiptReport(
      key: key, state, at: time, detail: detail, reference: cells["reference"] ?? "",
      note: cells["note"] ?? "")
    result.reports.append((line, report))
  }

  private func fail(_ reason: String, _ name: String, _ line: Int, _ result: inout Result) {
    result.badRows += 1
    result.diagnostics.append(
      Diagnostic(
        .error, "SV028", reason, at: Place(file: name, position: Position(line: line, column: 1)),
        notes: ["这条回执没有登记"],
        fix: "改正后重新登记；已登记的不会重复"))
  }

  private static func code(_ header: String) -> String? {
    columns.first { $0.code == header || $0.names.contains(header) }?.code
  }
}
