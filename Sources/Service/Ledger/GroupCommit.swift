/// Lets many tasks append to one ledger: what comes in while the disk is busy goes into the next commit together.
///
/// Each caller gets its numbers back only after its events are on the disk. Events of one call stay together and in order.
public actor GroupCommit<State: LedgerState> {
  private let ledger: Ledger<State>
  private var waiting:
    [(events: [[UInt8]], time: Moment, continuation: CheckedContinuation<Outcome, Never>)] = []
  private var isFlushing = false

  private typealias Outcome = Result<Range<Int>, LedgerError>

  /// Takes over a ledger; nobody else may write to it from now on.
  public init(_ ledger: sending Ledger<State>) { self.ledger = ledger }

  /// The state after the last commit.
  public var state: State { ledger.state }

  /// Appends events and waits until they are on the disk; returns their numbers.
  public func append(_ events: [[UInt8]], at time: Moment) async throws(LedgerError) -> Range<Int> {
    let outcome: Outcome = await withCheckedContinuation { continuation in
      waiting.append((events, time, continuation))
      if !isFlushing {
        isFlushing = true
        Task { await self.flush() }
      }
    }
    return try outcome.get()
  }

  /// One commit for everybody who waits; the time of a commit is the latest that was asked for.
  private func flush() async {
    while !waiting.isEmpty {
      await Task.yield()  // lets callers that are ready join this commit
      let group = waiting
      waiting.removeAll()
      let time = group.map(\.time).max() ?? Moment(seconds: 0)
      let first = ledger.sequence + 1
      let result: Result<Range<Int>, LedgerError>
      do throws(LedgerError) { result = .success(try ledger.append(group.flatMap(\.events), at: time)) } catch
      {
        result = .failure(error)
      }
      var next = first
      for caller in group {
        let numbers = next..<next + caller.events.count
        next = numbers.upperBound
        caller.continuation.resume(returning: result.map { _ in numbers })
      }
    }
    isFlushing = false
  }
}
