import TextCore

/// A service centre over its ledger: the one entry for programs that write.
///
/// Every method returns after its events are on the disk, and doing it again changes nothing. A class because it owns
/// the writer's lock; hand it to one task.
public final class ServiceCentre {
  /// Where batch files are put, under the ledger's folder.
  public static let outbox = "outbox"
  /// Events in one commit at most, unless one batch needs more.
  static let commitSize = 5000

  private let ledger: Ledger<ServiceState>
  /// Decides what is next.
  public let progress: Progress

  /// Opens the ledger for writing; throws as `Ledger.init` does.
  public init(_ storage: any LedgerStorage, progress: Progress = Progress()) throws(LedgerError) {
    ledger = try Ledger(storage)
    self.progress = progress
  }

  /// The records and what happened to them.
  public var state: ServiceState { ledger.state }
  /// Number of the last event.
  public var sequence: Int { ledger.sequence }

  /// What an import did.
  public struct ImportResult: Hashable, Sendable {
    /// Records added.
    public var added = 0
    /// Records left out because all their documents were there for that recipient: (index in the input, id of the record
    /// that holds them, true when the record there is equal).
    public var duplicates: [Duplicate] = []
  }

  /// A record that was not added.
  public struct Duplicate: Hashable, Sendable {
    /// Its index in the input.
    public let index: Int
    /// The documents that are there already.
    public let documents: [String]
    /// The record that holds the first of them.
    public let existing: RecordID
    /// True when nothing of it was added; false when its other documents were.
    public let isWhole: Bool
  }

  /// Adds records; a document that is there for the same case and recipient is not added again.
  public func add(_ records: [ServiceRecord], at time: Moment) throws(LedgerError) -> ImportResult {
    var known = ServiceKeyIndex(ledger.state)
    var result = ImportResult()
    var events: [[UInt8]] = []
    for (index, record) in records.enumerated() {
      let (fresh, duplicate) = known.take(record, index)
      if let duplicate { result.duplicates.append(duplicate) }
      guard let fresh else { continue }
      result.added += 1
      events.append(ServiceEvent.imported(fresh).json)
      if events.count == Self.commitSize { try flush(&events, time) }
    }
    try flush(&events, time)
    return result
  }

  /// Changes a record: consent, facts, new addresses. Addresses may only be added, because attempts name them by index;
  /// case, recipient and documents stay. Returns false when nothing is new or the change is not allowed.
  public func amend(_ id: RecordID, _ record: ServiceRecord, reason: String, at time: Moment)
    throws(LedgerError) -> Bool
  {
    guard let old = ledger.state[id]?.record, old != record, old.id == record.id,
      record.addresses.starts(with: old.addresses)
    else { return false }
    try ledger.append([ServiceEvent.amended(id, record, reason: reason).json], at: time)
    return true
  }

  /// Takes a record back; false when it is not there or was taken back before.
  public func withdraw(_ id: RecordID, reason: String, at time: Moment) throws(LedgerError) -> Bool {
    guard let entry = ledger.state[id], !entry.isWithdrawn else { return false }
    try ledger.append([ServiceEvent.withdrawn(id, reason: reason).json], at: time)
    return true
  }

  /// A batch file that was put in place.
  public struct Released: Hashable, Sendable {
    /// Its name, under the ledger's folder.
    public let path: String
    /// The channel.
    public let channel: Channel
    /// Attempts in it.
    public let items: Int
  }

  /// Hands over everything that is due: first the ledger knows, then the file is put in place, then the ledger knows that
  /// too. A crash in between is made good by the next call: the same file, the same keys.
  public func dispatch(at now: Moment) throws(LedgerError) -> [Released] {
    var released = try releaseWaiting(at: now)
    let due = dueItems(at: now)
    let drafts = BatchBuilder(policy: progress.policy).drafts(due)
    var events: [[UInt8]] = []
    for draft in drafts {
      let name = batchName(draft.channel, after: ledger.sequence + events.count)
      events += draft.items.map {
        ServiceEvent.dispatched(
          $0.id, number: $0.number, channel: draft.channel, address: $0.address, batch: name
        ).json
      }
      if events.count >= Self.commitSize { try flush(&events, now) }
    }
    try flush(&events, now)
    released += try releaseWaiting(at: now)
    return released
  }

  /// What a run of `record` did.
  public struct RecordResult: Hashable, Sendable {
    /// Reports that were new.
    public var recorded = 0
    /// Reports that were there already.
    public var duplicates = 0
    /// Reports that fit no attempt: kept aside, indices in the input.
    public var strays: [Int] = []
    /// Records whose reports now exclude each other.
    public var contradictions: Set<RecordID> = []
  }

  /// Takes in reports in any order, repeated, late or contradictory: the state that results is the same.
  public func record(_ reports: [ReceiptReport], at time: Moment) throws(LedgerError) -> RecordResult {
    var result = RecordResult()
    var events: [[UInt8]] = []
    var fresh: Set<UInt64> = []
    for (index, report) in reports.enumerated() {
      let digest = report.digest
      if fresh.contains(digest) || isKnown(report, digest) {
        result.duplicates += 1
        continue
      }
      fresh.insert(digest)
      if attempt(report) == nil {
        result.strays.append(index)
        events.append(ServiceEvent.stray(report).json)
      } else {
        result.recorded += 1
        events.append(ServiceEvent.receipt(report).json)
      }
      if events.count == Self.commitSize { try flush(&events, time) }
    }
    try flush(&events, time)
    result.contradictions = Set(
      reports.compactMap { attempt($0)?.transport == .contradictory ? $0.attempt?.id : nil })
    return result
  }

  /// Saves a snapshot when enough events came since the last one.
  public func saveSnapshot(every events: Int = 50_000) throws(LedgerError) {
    try ledger.snapshot(every: events)
  }

  private func flush(_ events: inout [[UInt8]], _ time: Moment) throws(LedgerError) {
    try ledger.append(events, at: time)
    events.removeAll(keepingCapacity: true)
  }

  private func attempt(_ report: ReceiptReport) -> Attempt? {
    guard let (id, number) = report.attempt, let entry = ledger.state[id], number <= entry.attempts.count
    else { return nil }
    return entry.attempts[number - 1]
  }

  private func isKnown(_ report: ReceiptReport, _ digest: UInt64) -> Bool {
    if let attempt = attempt(report) { return attempt.receipts.contains { $0.digest == digest } }
    return ledger.state.strays.contains(digest)
  }

  private func dueItems(at now: Moment) -> [(Channel, BatchFile.Item)] {
    ledger.state.entries.compactMap { entry in
      guard !entry.isWithdrawn, let record = entry.record,
        case .dispatch(let step) = progress.next(record, entry.attempts, at: now)
      else { return nil }
      return (
        step.channel,
        BatchFile.Item(id: entry.id, number: entry.attempts.count + 1, record: record, address: step.address)
      )
    }
  }

  private func batchName(_ channel: Channel, after sequence: Int) -> String {
    let digits = String(sequence + 1)
    return "b" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits + "-\(channel.rawValue)"
  }

  /// Puts in place every batch that the ledger knows and whose file it has not seen released.
  private func releaseWaiting(at now: Moment) throws(LedgerError) -> [Released] {
    let waiting = ledger.state.batches.indices.filter { !ledger.state.batches[$0].isReleased }
    guard !waiting.isEmpty else { return [] }
    var items: [Int: [(Channel, BatchFile.Item)]] = [:]
    let wanted = Set(waiting)
    for entry in ledger.state.entries {
      for (index, attempt) in entry.attempts.enumerated() where wanted.contains(attempt.batch) {
        guard let record = entry.record else { continue }
        let item = BatchFile.Item(id: entry.id, number: index + 1, record: record, address: attempt.address)
        items[attempt.batch, default: []].append((attempt.channel, item))
      }
    }
    return try waiting.map { (index) throws(LedgerError) in try release(index, items[index] ?? [], now) }
  }

  private func release(_ index: Int, _ items: [(Channel, BatchFile.Item)], _ now: Moment) throws(LedgerError)
    -> Released
  {
    let batch = ledger.state.batches[index]
    let channel = items.first?.0 ?? .direct
    let bytes = BatchFile.bytes(name: batch.name, channel: channel, time: batch.time, items: items.map(\.1))
    let path = "\(Self.outbox)/\(batch.name).jsonl"
    try storing { () throws(StorageError) in try ledger.storage.replace(path, with: bytes) }
    let event = ServiceEvent.released(
      batch: batch.name, lines: bytes.count { $0 == 0x0A }, sha256: SHA256.hex(bytes))
    try ledger.append([event.json], at: now)
    return Released(path: path, channel: channel, items: items.count)
  }
}
