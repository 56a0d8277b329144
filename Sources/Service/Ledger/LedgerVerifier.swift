import TextCore

/// Reads a whole ledger and says whether every byte is what was written.
public struct LedgerVerifier<State: LedgerState> {
  /// What was found.
  public struct Report: Sendable {
    /// Records read and found right.
    public let events: Int
    /// Sum of the last of them: whoever keeps it can prove later that nothing before it was changed.
    public let sum: String
    /// Segment files.
    public let segments: Int
    /// Snapshots that were compared.
    public let snapshots: Int
    /// What is wrong; empty when all is well.
    public let problems: [LedgerError]
    /// Caches that are wrong; `recover` makes them again.
    public let staleCaches: [String]
    /// True when nothing is wrong.
    public var isSound: Bool { problems.isEmpty && staleCaches.isEmpty }
  }

  /// Verifies; linear in the size, some 150 MB/s.
  public static func verify(_ storage: any LedgerStorage) throws(LedgerError) -> Report {
    var snapshots: [Int: [UInt8]] = [:]
    var stale: [String] = []
    for name in try Snapshot.names(storage) {
      let bytes = try storing { () throws(StorageError) in try storage.read(name, from: 0) }
      if let snapshot = Snapshot(bytes), Snapshot.name(snapshot.checkpoint.sequence) == name {
        snapshots[snapshot.checkpoint.sequence] = bytes
      } else {
        stale.append(name)
      }
    }
    return try verify(storage, snapshots, stale)
  }

  private static func verify(
    _ storage: any LedgerStorage, _ snapshots: [Int: [UInt8]], _ unreadable: [String]
  ) throws(LedgerError) -> Report {
    var (state, problems, stale) = (State(), [LedgerError](), unreadable)
    var waiting = snapshots
    let head = try LedgerHead.read(storage)
    var reader = LedgerReader(storage)
    var headSum: [UInt8]?
    do throws(LedgerError) {
      try reader.read { (record, checkpoint) throws(LedgerError) in
        try LedgerView.apply(record, to: &state, in: checkpoint.segment)
        if case .success(let head) = head, head.sequence == record.sequence { headSum = checkpoint.sum }
        guard let bytes = waiting.removeValue(forKey: record.sequence) else { return }
        if bytes != Snapshot.encode(state.encoded(), at: checkpoint) {
          stale.append(Snapshot.name(record.sequence))
        }
      }
      if let tail = reader.tail { problems.append(.torn(tail)) }
    } catch {
      problems.append(error)
    }
    let found = reader.checkpoint.sequence
    if problems.isEmpty { stale += waiting.keys.sorted().map(Snapshot.name) }
    problems += headProblems(head, found, headSum, &stale, damaged: !problems.isEmpty)
    return Report(
      events: found, sum: String(decoding: reader.checkpoint.sum, as: UTF8.self),
      segments: try LedgerReader.segments(storage).count, snapshots: snapshots.count - waiting.count,
      problems: problems, staleCaches: stale)
  }

  private static func headProblems(
    _ head: Result<LedgerHead, LedgerHead.Unreadable>?, _ found: Int, _ sum: [UInt8]?,
    _ stale: inout [String],
    damaged: Bool
  ) -> [LedgerError] {
    switch head {
    case nil: return []
    case .failure: stale.append(LedgerHead.name)
    case .success(let head) where head.sequence > found:
      return damaged ? [] : [.shortened(acknowledged: head.sequence, found: found)]
    case .success(let head): if head.sequence > 0, head.sum != sum { stale.append(LedgerHead.name) }
    }
    return []
  }
}
