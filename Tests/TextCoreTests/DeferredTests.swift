import Foundation
import TextCore
import Testing

@Suite struct DeferredTests {
  /// Made by the first that asks, once, whoever asks at the same time.
  @Test func theValueIsMadeOnce() {
    let made = Made()
    let deferred = Deferred { made.next() }
    #expect(made.count == 0)
    let wrong = Made()
    DispatchQueue.concurrentPerform(iterations: 100) { _ in
      if deferred.value != 1 { _ = wrong.next() }
    }
    #expect(made.count == 1 && wrong.count == 0)
  }

  private final class Made: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var count = 0

    func next() -> Int {
      lock.withLock {
        count += 1
        return count
      }
    }
  }
}
