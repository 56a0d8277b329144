/// What is computed from the events of a ledger: a fold that can be saved and loaded.
///
/// Two ledgers with equal events must give equal `encoded()` bytes: `verify` compares them with the snapshots.
public protocol LedgerState: Sendable {
  /// The state before the first event.
  init()
  /// The state saved by `encoded()`; nil when the bytes are not that.
  init?(encoded bytes: [UInt8], from offset: Int)
  /// Takes in one committed event; throws a Chinese reason when the event cannot be understood.
  mutating func apply(_ record: LedgerRecord) throws(LedgerEventError)
  /// The state as bytes.
  func encoded() -> [UInt8]
}

/// An event that the state does not understand.
public struct LedgerEventError: Error, Hashable, Sendable {
  /// Why, in Chinese.
  public let reason: String
  /// Makes an error.
  public init(_ reason: String) { self.reason = reason }
}
