import TextCore

/// All records of a ledger with their attempts: the state that the events give.
public struct ServiceState: LedgerState {
  /// One record with what happened to it.
  public struct Entry: Sendable, Hashable {
    /// Its id.
    public let id: RecordID
    /// When it was imported.
    public let imported: Moment
    /// The record as JSON; `record` reads it.
    public internal(set) var payload: [UInt8]
    /// The attempts in order.
    public internal(set) var attempts: [Attempt]
    /// Not to be served any more.
    public internal(set) var isWithdrawn: Bool

    /// The record itself, read anew each time.
    public var record: ServiceRecord? { (try? JSONNode.parse(payload)).flatMap(ServiceRecord.init) }
  }

  /// A batch file.
  public struct Batch: Sendable, Hashable {
    /// Its file name.
    public let name: String
    /// When its attempts were written down.
    public let time: Moment
    /// The file is in place.
    public internal(set) var isReleased: Bool
  }

  /// The records in order of import.
  public internal(set) var entries: [Entry] = []
  /// The batches in order.
  public internal(set) var batches: [Batch] = []
  /// Digests of the reports that fit no attempt.
  public internal(set) var strays: Set<UInt64> = []
  var index: [RecordID: Int32] = [:]
  var batchIndex: [String: Int] = [:]

  /// No records.
  public init() {}

  /// The entry of that id.
  public subscript(id: RecordID) -> Entry? { index[id].map { entries[Int($0)] } }

  /// Takes in one event.
  public mutating func apply(_ record: LedgerRecord) throws(LedgerEventError) {
    let fields = try EventFields(record.event)
    if fields.has("type", "receipt") { return try receipt(fields) }
    if fields.has("type", "dispatch") { return try dispatch(fields, record.time) }
    if fields.has("type", "record") { return try imported(fields, record.time) }
    if fields.has("type", "batch") { return try released(fields) }
    if fields.has("type", "amend") { return try amend(fields) }
    if fields.has("type", "withdraw") {
      entries[try position(fields)].isWithdrawn = true
      return
    }
    if fields.has("type", "stray") {
      strays.insert(try Self.report(fields).digest)
      return
    }
    guard fields.has("type", "recovered") else { throw LedgerEventError("不认识的事件类型，可能由更新的版本写成") }
  }

  private mutating func imported(_ fields: EventFields, _ time: Moment) throws(LedgerEventError) {
    guard let id = fields.string("id").flatMap({ RecordID($0) }), let payload = fields.raw("record"),
      index[id] == nil
    else { throw LedgerEventError("登记事件缺少编号、内容，或者编号重复") }
    index[id] = Int32(entries.count)
    entries.append(Entry(id: id, imported: time, payload: payload, attempts: [], isWithdrawn: false))
  }

  private mutating func amend(_ fields: EventFields) throws(LedgerEventError) {
    guard let payload = fields.raw("record") else { throw LedgerEventError("变更事件缺少内容") }
    entries[try position(fields)].payload = payload
  }

  private mutating func dispatch(_ fields: EventFields, _ time: Moment) throws(LedgerEventError) {
    let at = try position(fields)
    guard let channel = fields.string("channel").flatMap(Channel.init(rawValue:)),
      let batch = fields.string("batch"),
      fields.int("n") == entries[at].attempts.count + 1
    else { throw LedgerEventError("送出事件的渠道、批次或者次数不对") }
    let attempt = Attempt(channel, address: fields.int("address"), at: time, batch: batchNumber(batch, time))
    entries[at].attempts.append(attempt)
  }

  private mutating func released(_ fields: EventFields) throws(LedgerEventError) {
    guard let name = fields.string("batch"), let at = batchIndex[name] else {
      throw LedgerEventError("批次事件指向未知的批次")
    }
    batches[at].isReleased = true
  }

  private mutating func receipt(_ fields: EventFields) throws(LedgerEventError) {
    let report = try Self.report(fields)
    guard let (id, number) = report.attempt, let at = index[id], number <= entries[Int(at)].attempts.count
    else { throw LedgerEventError("回执指向未知的送达") }
    entries[Int(at)].attempts[number - 1].add(report.receipt)
  }

  private func position(_ fields: EventFields) throws(LedgerEventError) -> Int {
    guard let id = fields.string("id").flatMap({ RecordID($0) }), let at = index[id]
    else { throw LedgerEventError("事件指向未知的记录") }
    return Int(at)
  }

  private mutating func batchNumber(_ name: String, _ time: Moment) -> Int {
    if let known = batchIndex[name] { return known }
    batchIndex[name] = batches.count
    batches.append(Batch(name: name, time: time, isReleased: false))
    return batches.count - 1
  }

  private static func report(_ fields: EventFields) throws(LedgerEventError) -> ReceiptReport {
    guard let key = fields.string("key"),
      let state = fields.string("state").flatMap(ReceiptState.init(rawValue:)),
      let time = fields.string("at").flatMap({ Moment($0) })
    else { throw LedgerEventError("回执事件缺少 key、state 或 at") }
    return ReceiptReport(
      key: key, state, at: time,
      detail: fields.string("detail").flatMap(ReceiptDetail.init(rawValue:)) ?? .none,
      reference: fields.string("reference") ?? "", note: fields.string("note") ?? "")
  }
}
