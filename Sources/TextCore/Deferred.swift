import Foundation

/// A value made at its first use and then kept; tasks that share it wait for the one that makes it.
public final class Deferred<Value: Sendable>: @unchecked Sendable {
  private enum State {
    case waiting(@Sendable () -> Value)
    case made(Value)
  }

  private let lock = NSLock()
  private var state: State

  /// Keeps how to make the value.
  public init(_ make: @escaping @Sendable () -> Value) { state = .waiting(make) }

  /// The value; the first call makes it.
  public var value: Value {
    lock.lock()
    defer { lock.unlock() }
    switch state {
    case .made(let value): return value
    case .waiting(let make):
      let value = make()
      state = .made(value)
      return value
    }
  }
}
