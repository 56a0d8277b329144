/// The records as a table for spreadsheets: one row each, personal data masked, formulas made harmless.
public enum RecordTable {
  private static let header = [
    "送达编号", "案号", "法院", "程序", "受送达人", "诉讼地位", "送达文书", "送出次数", "最后渠道", "渠道状态", "法律效果", "送达日期", "依据", "说明",
  ]

  /// The CSV, lines ended by CR LF (RFC 4180); with a byte order mark spreadsheets read it as UTF-8.
  public static func csv(_ state: ServiceState, rules: EffectRules, mark: Bool) -> [UInt8] {
    var bytes: [UInt8] = mark ? [0xEF, 0xBB, 0xBF] : []
    bytes += line(header)
    for entry in state.entries {
      guard let record = entry.record else { continue }
      bytes += line(cells(entry, record, rules.effect(of: record, entry.attempts)))
    }
    return bytes
  }

  private static func cells(_ entry: ServiceState.Entry, _ record: ServiceRecord, _ effect: LegalEffect)
    -> [String]
  {
    let last = entry.attempts.last
    let served = effect.served
    var note = served?.reason ?? ""
    if case .none(let reason) = effect { note = reason }
    return [
      entry.id.description, record.caseNumber, record.court, record.procedure.title, record.recipient.name,
      record.recipient.standing, record.documents.map(\.title).joined(separator: "；"),
      String(entry.attempts.count),
      last?.channel.title ?? "", last?.transport.title ?? "",
      entry.isWithdrawn ? "已撤回" : served?.certainty.rawValue ?? "尚未送达",
      served?.date.iso ?? "", served?.basis.text ?? "", note,
    ]
  }

  private static func line(_ cells: [String]) -> [UInt8] {
    Array(cells.map(cell).joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  /// One cell: quoted where it must be, and with an apostrophe before anything that a spreadsheet would compute
  /// (`=`, `+`, `-`, `@`, tab, carriage return, full-width `＝＋－＠`), leading blanks looked through.
  public static func cell(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let first = scalars.first {
      $0 != " " && $0 != "\u{3000}" && $0 != "\u{FEFF}" && $0 != "\u{A0}" && $0 != "\u{200B}"
    }
    let isFormula = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
