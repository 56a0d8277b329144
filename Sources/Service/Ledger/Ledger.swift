/// The one writer of a ledger: appends commits, each on the disk before it is acknowledged.
///
/// A class because it owns the lock and the place of the end; hand it to one task, or wrap it in `GroupCommit`.
public final class Ledger<State: LedgerState> {
  /// Bytes after which a new segment begins.
  public static var segmentSize: Int { 64 << 20 }

  /// The state after the last commit.
  public private(set) var state: State
  /// The number of the last record.
  public var sequence: Int { checkpoint.sequence }
  /// The files.
  public let storage: any LedgerStorage

  private var checkpoint: Checkpoint
  private var lastSnapshot: Int
  private let lock: any LedgerLock
  private let segmentSize: Int
  private var uncertain = false

  /// Opens a ledger for writing; a folder without segments is an empty ledger.
  ///
  /// Throws `.locked`, `.torn` (run `recover`), `.shortened` or `.damaged`; changes nothing then.
  public init(_ storage: any LedgerStorage, segmentSize: Int = Ledger.segmentSize) throws(LedgerError) {
    guard let lock = try storing({ () throws(StorageError) in try storage.lock() }) else { throw .locked }
    let view = try LedgerView<State>(storage)
    if let tail = view.tail { throw .torn(tail) }
    if case .success(let head) = try LedgerHead.read(storage), head.sequence > view.sequence {
      throw .shortened(acknowledged: head.sequence, found: view.sequence)
    }
    self.storage = storage
    self.lock = lock
    self.segmentSize = segmentSize
    state = view.state
    checkpoint = view.checkpoint
    lastSnapshot = view.snapshot
  }

  /// Appends the events as one commit: all of them count, or none.
  ///
  /// Returns their numbers once they are on the disk. When it throws, none was acknowledged and the ledger holds what it
  /// held before; after `.uncertain` it must be opened again.
  @discardableResult
  public func append(_ events: [[UInt8]], at time: Moment) throws(LedgerError) -> Range<Int> {
    guard !uncertain else { throw .uncertain }
    let first = checkpoint.sequence + 1
    guard !events.isEmpty else { return first..<first }
    var next = placeOfNext()
    let records = records(events, from: first, time)
    let bytes = encode(records, &next)
    do { try storing { () throws(StorageError) in try storage.append(bytes, to: next.segment) } } catch {
      try undo(next, bytes.count, after: error)
    }
    next.sequence += events.count
    checkpoint = next
    try? storage.hint(LedgerHead.name, LedgerHead(sequence: next.sequence, sum: next.sum).bytes)
    for record in records { try LedgerView.apply(record, to: &state, in: next.segment) }
    return first..<next.sequence + 1
  }

  /// Saves the state, so that the next opening need not read all records; does nothing unless so many records came since
  /// the last time. Keeps the two newest snapshots.
  public func snapshot(every records: Int = 50_000) throws(LedgerError) {
    guard !uncertain, checkpoint.sequence - lastSnapshot >= max(records, 1) else { return }
    let bytes = Snapshot.encode(state.encoded(), at: checkpoint)
    let name = Snapshot.name(checkpoint.sequence)
    try storing { () throws(StorageError) in try storage.replace(name, with: bytes) }
    lastSnapshot = checkpoint.sequence
    for name in try Snapshot.names(storage).dropFirst(2) { try? storage.remove(name) }
  }

  private func placeOfNext() -> Checkpoint {
    var next = checkpoint
    if next.segment.isEmpty || next.offset >= segmentSize {
      next.segment = LedgerReader.segment(from: next.sequence + 1)
      next.offset = 0
    }
    return next
  }

  private func records(_ events: [[UInt8]], from first: Int, _ time: Moment) -> [LedgerRecord] {
    events.enumerated().map { index, event in
      LedgerRecord(sequence: first + index, time: time, more: events.count - 1 - index, event: event)
    }
  }

  private func encode(_ records: [LedgerRecord], _ next: inout Checkpoint) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(records.reduce(0) { $0 + $1.event.count + 260 })
    for record in records { next.sum = record.append(to: &bytes, previous: next.sum) }
    next.offset += bytes.count
    return bytes
  }

  /// Takes back a commit that failed. Where that fails too, or the disk would not say what it holds, the writer stops.
  private func undo(_ next: Checkpoint, _ count: Int, after error: LedgerError) throws(LedgerError) -> Never {
    let before = next.offset - count
    let taken = (try? storage.truncate(next.segment, to: before)) != nil
    if case .storage(let cause) = error, cause.step == .open { throw error }  // nothing was written
    if case .storage(let cause) = error, cause.step == .write, taken { throw error }
    uncertain = true
    throw error
  }
}
