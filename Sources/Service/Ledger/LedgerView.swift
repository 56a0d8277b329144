/// A consistent look at a ledger: everything committed when it was taken. Needs no lock; writers go on meanwhile.
public struct LedgerView<State: LedgerState>: Sendable {
  /// The state after the last commit.
  public private(set) var state: State
  /// The number of the last record.
  public var sequence: Int { checkpoint.sequence }
  /// What follows the last commit: a commit being written, or one that a crash cut short.
  public let tail: LedgerError.Damage?
  /// Number of the record of the snapshot that was used; 0 for none.
  public let snapshot: Int
  private(set) var checkpoint: Checkpoint

  /// Reads the newest snapshot that fits and the records after it; without any, all records.
  public init(_ storage: any LedgerStorage) throws(LedgerError) {
    var (state, start) = Self.newest(storage) ?? (State(), Checkpoint())
    snapshot = start.sequence
    var reader = LedgerReader(storage, from: start)
    try reader.read { (record, place) throws(LedgerError) in
      try Self.apply(record, to: &state, in: place.segment)
    }
    start = reader.checkpoint
    self.state = state
    checkpoint = start
    tail = reader.tail
  }

  private static func newest(_ storage: any LedgerStorage) -> (State, Checkpoint)? {
    for name in (try? Snapshot.names(storage)) ?? [] {
      guard let bytes = try? storage.read(name, from: 0), let snapshot = Snapshot(bytes),
        snapshot.fits(storage),
        let state = State(encoded: snapshot.bytes, from: snapshot.start)
      else { continue }
      return (state, snapshot.checkpoint)
    }
    return nil
  }

  static func apply(
    _ record: LedgerRecord, to state: inout State, in segment: String
  ) throws(LedgerError) {
    do throws(LedgerEventError) { try state.apply(record) } catch {
      throw .damaged(LedgerReader.damage(segment, 0, error.reason, record.sequence))
    }
  }
}
