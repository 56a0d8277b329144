import TextCore

/// What can happen in a service centre; each is one line of the ledger.
public enum ServiceEvent: Hashable, Sendable {
  /// A record was imported.
  case imported(ServiceRecord)
  /// A record was changed: addresses added, consent given. Its id stays.
  case amended(RecordID, ServiceRecord, reason: String)
  /// An attempt was put into a batch. `number` counts the attempts of the record from 1.
  case dispatched(RecordID, number: Int, channel: Channel, address: Int?, batch: String)
  /// A batch file was put in place, so many lines, with that SHA-256.
  case released(batch: String, lines: Int, sha256: String)
  /// A report about an attempt.
  case receipt(ReceiptReport)
  /// A report that fits no attempt, kept aside.
  case stray(ReceiptReport)
  /// The record is not to be served any more.
  case withdrawn(RecordID, reason: String)

  /// The line's event.
  public var json: [UInt8] {
    var writer = JSONObjectWriter()
    switch self {
    case .imported(let record):
      writer.add("type", "record")
      writer.add("id", record.id.description)
      writer.addRaw("record", record.json)
    case .amended(let id, let record, let reason):
      writer.add("type", "amend")
      writer.add("id", id.description)
      writer.addRaw("record", record.json)
      writer.add("reason", reason)
    case .dispatched(let id, let number, let channel, let address, let batch):
      writer.add("type", "dispatch")
      writer.add("id", id.description)
      writer.add("n", number)
      writer.add("channel", channel.rawValue)
      if let address { writer.add("address", address) }
      writer.add("batch", batch)
    case .released(let batch, let lines, let sha256):
      writer.add("type", "batch")
      writer.add("batch", batch)
      writer.add("lines", lines)
      writer.add("sha256", sha256)
    case .receipt(let report): report.add(to: &writer, type: "receipt")
    case .stray(let report): report.add(to: &writer, type: "stray")
    case .withdrawn(let id, let reason):
      writer.add("type", "withdraw")
      writer.add("id", id.description)
      writer.add("reason", reason)
    }
    return Array(writer.text.utf8)
  }
}

/// A report as it came in, with the key of the attempt it is about.
public struct ReceiptReport: Hashable, Sendable {
  /// The idempotency key that the batch file gave: record id, `-`, number of the attempt.
  public var key: String
  /// What happened.
  public var state: ReceiptState
  /// When.
  public var time: Moment
  /// Who, why, how.
  public var detail: ReceiptDetail
  /// The reporter's own number for this report, tracking number and the like; empty when none.
  public var reference: String
  /// Free text; empty when none.
  public var note: String

  /// Makes a report.
  public init(
    key: String, _ state: ReceiptState, at time: Moment, detail: ReceiptDetail = .none,
    reference: String = "",
    note: String = ""
  ) {
    self.key = key
    self.state = state
    self.time = time
    self.detail = detail
    self.reference = reference
    self.note = note
  }

  /// The key's parts; nil when it is no key of ours.
  public var attempt: (id: RecordID, number: Int)? {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = RecordID(parts[0]), let number = Int(parts[1]), number > 0,
      String(number) == parts[1]
    else { return nil }
    return (id, number)
  }

  /// The same key for the same attempt, whenever it is asked for.
  public static func key(_ id: RecordID, _ number: Int) -> String { "\(id)-\(number)" }

  /// Equal for equal reports only (64 bits of SHA-256).
  public var digest: UInt64 {
    let text = [key, state.rawValue, String(time.seconds), detail.rawValue, reference, note].joined(
      separator: "\u{1F}")
    return SHA256.hash(Array(text.utf8))[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// What the attempt keeps of it.
  public var receipt: Receipt { Receipt(state, at: time, detail: detail, digest: digest) }

  func add(to writer: inout JSONObjectWriter, type: String) {
    writer.add("type", type)
    writer.add("key", key)
    writer.add("state", state.rawValue)
    writer.add("at", time.iso)
    if detail != .none { writer.add("detail", detail.rawValue) }
    if !reference.isEmpty { writer.add("reference", reference) }
    if !note.isEmpty { writer.add("note", note) }
  }
}
