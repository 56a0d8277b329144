import Dispatch
import Foundation

/// Works on a stream of items on several threads; results come out in the order of the items, whatever the number of
/// threads, and at most `4 × jobs` items are held at a time.
///
/// A result is delivered as soon as all before it are, so that a writer who waits for each answer is served too.
final class OrderedWork<Item: Sendable, Result: Sendable>: @unchecked Sendable {
  private let jobs: Int
  private let reading = NSLock()
  private let state = NSCondition()
  private let next: () -> Item?
  private let work: @Sendable (Item) -> Result
  private let deliver: (Result) -> Void
  /// Items taken so far; guarded by `reading`.
  private var taken = 0
  /// Results delivered so far, and those that wait for their turn; guarded by `state`.
  private var delivered = 0
  private var waiting: [Int: Result] = [:]

  /// `next` gives the items and is called by one thread at a time, `deliver` likewise.
  init(
    jobs: Int, next: @escaping () -> Item?, work: @escaping @Sendable (Item) -> Result,
    deliver: @escaping (Result) -> Void
  ) {
    self.jobs = jobs
    self.next = next
    self.work = work
    self.deliver = deliver
  }

  /// Runs to the end of the items.
  func run() { DispatchQueue.concurrentPerform(iterations: jobs) { _ in loop() } }

  private func loop() {
    while let (index, item) = take() { put(work(item), at: index) }
  }

  private func take() -> (Int, Item)? {
    reading.withLock {
      guard let item = next() else { return nil }
      taken += 1
      return (taken - 1, item)
    }
  }

  private func put(_ result: Result, at index: Int) {
    state.withLock {
      while index >= delivered + 4 * jobs { state.wait() }
      waiting[index] = result
      while let first = waiting.removeValue(forKey: delivered) {
        deliver(first)
        delivered += 1
      }
      state.broadcast()
    }
  }
}
