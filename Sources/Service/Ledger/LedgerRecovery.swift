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
  /// Throws `.damaged` where a record before the end is wrong, and `.shortened` where acknowledged records are missing
  /// without a torn tail, unless `acceptingLoss`.
  public static func recover<State: LedgerState>(
    _ storage: any LedgerStorage, as state: State.Type, acceptingLoss: Bool = false, at time: Moment
  ) throws(LedgerError) -> Report {
    var lock = try storing { () throws(StorageError) in try storage.lock() }
    guard lock != nil else { throw .locked }
    let report = try LedgerVerifier<State>.verify(storage)
    for problem in report.problems {
      switch problem {
      case .torn: continue
      case .shortened where acceptingLoss: continue
      default: throw problem
      }
    }
    let lost = try lost(storage, report.events)
    let (cut, copy) = try cut(storage, report.problems, time)
    let caches = report.staleCaches + (try laterSnapshots(storage, report.events))
    for name in Set(caches + (lost == nil ? [] : [LedgerHead.name])).sorted() { try? storage.remove(name) }
    lock = nil
    let done = Report(cut: cut, copy: copy, lost: lost, caches: caches)
    guard cut > 0 || lost != nil else { return done }
    try Ledger<State>(storage).append([event(done)], at: time)
    return done
  }

  private static func lost(_ storage: any LedgerStorage, _ found: Int) throws(LedgerError) -> ClosedRange<
    Int
  >? {
    guard case .success(let head) = try LedgerHead.read(storage), head.sequence > found else { return nil }
    return found + 1...head.sequence
  }

  private static func cut(
    _ storage: any LedgerStorage, _ problems: [LedgerError], _ time: Moment
  ) throws(LedgerError) -> (Int, String?) {
    guard case .torn(let tail) = problems.first(where: { if case .torn = $0 { true } else { false } })
    else { return (0, nil) }
    let copy = "kept/\(tail.segment).from-\(tail.offset).\(time.seconds)"
    do throws(StorageError) {
      let bytes = try storage.read(tail.segment, from: tail.offset)
      try storage.replace(copy, with: bytes)
      try storage.truncate(tail.segment, to: tail.offset)
      return (bytes.count, copy)
    } catch {
      throw .storage(error)
    }
  }

  private static func laterSnapshots(_ storage: any LedgerStorage, _ found: Int) throws(LedgerError)
    -> [String]
  {
    try Snapshot.names(storage).filter { $0 > Snapshot.name(found) }
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
