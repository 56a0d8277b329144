import Foundation
import TextCore

/// Everything the ledger holds about a record, in order.
public enum Timeline {
  /// One event in words.
  public struct Entry: Hashable, Sendable {
    /// Number of the record in the ledger.
    public let sequence: Int
    /// When it was written.
    public let time: Moment
    /// What it says, in Chinese.
    public let text: String
    /// The line's hash: whoever has it can find the line and prove that it was not changed.
    public let sum: String

    /// One JSON object.
    public var json: String {
      var writer = JSONObjectWriter()
      writer.add("seq", sequence)
      writer.add("time", time.iso)
      writer.add("text", text)
      writer.add("sum", sum)
      return writer.text
    }
  }

  /// The events of a record; reads the whole ledger and checks it on the way.
  public static func of(_ id: RecordID, in storage: any LedgerStorage) throws(LedgerError) -> [Entry] {
    let needle = Data(id.description.utf8)
    var entries: [Entry] = []
    var reader = LedgerReader(storage)
    try reader.read { (record, place) throws(LedgerError) in
      guard Data(record.event).range(of: needle) != nil, let fields = try? EventFields(record.event),
        fields.string("id") == id.description || fields.string("key")?.hasPrefix("\(id)-") == true,
        let text = text(fields)
      else { return }
      entries.append(
        Entry(
          sequence: record.sequence, time: record.time, text: text,
          sum: String(decoding: place.sum, as: UTF8.self)))
    }
    return entries
  }

  private static func text(_ fields: EventFields) -> String? {
    switch fields.string("type") {
    case "record": return "登记送达任务"
    case "amend": return "变更登记：\(fields.string("reason") ?? "")"
    case "withdraw": return "撤回：\(fields.string("reason") ?? "")"
    case "dispatch":
      let channel = fields.string("channel").flatMap(Channel.init(rawValue:))?.title ?? ""
      return "第 \(fields.int("n") ?? 0) 次送出：\(channel)，批次 \(fields.string("batch") ?? "")"
    case "receipt": return receipt(fields)
    default: return nil
    }
  }

  private static func receipt(_ fields: EventFields) -> String {
    let state = fields.string("state").flatMap(ReceiptState.init(rawValue:))?.title ?? ""
    let detail = fields.string("detail").flatMap(ReceiptDetail.init(rawValue:)).map { "（\($0.title)）" } ?? ""
    let at = fields.string("at").flatMap { Moment($0) }.map { "，发生于 \($0)" } ?? ""
    let reference = fields.string("reference").map { "，编号 \($0)" } ?? ""
    let note = fields.string("note").map { "，\($0)" } ?? ""
    return "回执：\(state)\(detail)\(at)\(reference)\(note)"
  }
}
