import TextCore

/// Cuts a commit that was never finished from the end of a ledger, after saving a copy; refuses everything else.
public enum LedgerRecovery {
  /// What was done.
  public struct Report: Hashable, Sendable {
    /// Bytes cut; 0 when there was nothing to cut.
    public let cut: Int
    /// Where the copy of them is, under the ledger's folder.
    public let copy: String?
    /// Records that had been acknowledged and are gone; nil in every ordinary crash.
    public let lost: ClosedRange<Int>?
    /// Caches that were removed because they were wrong.
    public let caches: [String]
  }

  /// Recovers the ledger and writes the event `recovered` when anything was cut or lost.
  ///
  /// A commit that was never acknowledged goes whole. Of one that `head` shows to have been acknowledged the whole lines
  /// stay, and the event `recovered` closes it. Throws `.damaged` where a record before the end is wrong, and
  /// `.shortened` where acknowledged records are missing without a torn tail, unless `acceptingLoss`.
  public static func recover<State: LedgerState>(
    _ storage: any LedgerStorage, as state: State.Type, acceptingLoss: Bool = false, at time: Moment
  ) throws(LedgerError) -> Report {
    let lock = try storing { () throws(StorageError) in try storage.lock() }
    guard lock != nil else { throw .locked }
    defer { withExtendedLifetime(lock) {} }
    let report = try LedgerVerifier<State>.verify(storage)
    for problem in report.problems {
      switch problem {
      case .torn: continue
      case .shortened where acceptingLoss: continue
      default: throw problem
      }
    }
    var reader = LedgerReader(storage)
    try reader.read { _, _ in }
    let head = try acknowledged(storage)
    let wasAcknowledged = head > reader.checkpoint.sequence
    let end = (wasAcknowledged ? reader.unfinished : nil) ?? reader.checkpoint
    let lost = head > end.sequence ? end.sequence + 1...head : nil
    let (cut, copy) = reader.tail == nil ? (0, nil) : try cut(storage, end, time)
    let caches =
      report.staleCaches + (try Snapshot.names(storage).filter { $0 > Snapshot.name(end.sequence) })
    for name in Set(caches + (lost == nil ? [] : [LedgerHead.name])).sorted() { try? storage.remove(name) }
    let done = Report(cut: cut, copy: copy, lost: lost, caches: caches)
    if cut > 0 || lost != nil { try close(storage, end, done, time) }
    return done
  }

  /// True for the line that closes a commit which lost its other lines.
  static func closes(_ bytes: [UInt8], _ line: LedgerRecord.Line) -> Bool {
    line.more == 0 && bytes[line.event].starts(with: opening)
  }

  private static let opening = Array("{\"type\":\"recovered\"".utf8)

  private static func acknowledged(_ storage: any LedgerStorage) throws(LedgerError) -> Int {
    guard case .success(let head) = try LedgerHead.read(storage) else { return 0 }
    return head.sequence
  }

  private static func cut(
    _ storage: any LedgerStorage, _ end: Checkpoint, _ time: Moment
  ) throws(LedgerError) -> (Int, String?) {
    let segment = try LedgerReader.segments(storage).last ?? end.segment
    let offset = segment == end.segment ? end.offset : 0
    let copy = "kept/\(segment).from-\(offset).\(time.seconds)"
    do throws(StorageError) {
      let bytes = try storage.read(segment, from: offset)
      guard !bytes.isEmpty else { return (0, nil) }
      try storage.replace(copy, with: bytes)
      try storage.truncate(segment, to: offset)
      return (bytes.count, copy)
    } catch {
      throw .storage(error)
    }
  }

  /// Writes the event `recovered` at the end and the new head.
  private static func close(
    _ storage: any LedgerStorage, _ end: Checkpoint, _ report: Report, _ time: Moment
  ) throws(LedgerError) {
    let record = LedgerRecord(sequence: end.sequence + 1, time: time, more: 0, event: event(report))
    var bytes: [UInt8] = []
    let sum = record.append(to: &bytes, previous: end.sum)
    let last = try LedgerReader.segments(storage).last
    let segment = last ?? LedgerReader.segment(from: record.sequence)
    try storing { () throws(StorageError) in try storage.append(bytes, to: segment) }
    try? storage.hint(LedgerHead.name, LedgerHead(sequence: record.sequence, sum: sum).bytes)
  }

  private static func event(_ report: Report) -> [UInt8] {
    var writer = JSONObjectWriter()
    writer.add("type", "recovered")
    writer.add("cut", report.cut)
    writer.add("copy", orNull: report.copy)
    writer.addRaw("lost", report.lost.map { "[\($0.lowerBound),\($0.upperBound)]" } ?? "null")
    return Array(writer.text.utf8)
  }
}
