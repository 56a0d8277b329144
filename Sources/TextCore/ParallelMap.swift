import Foundation

/// Maps items on several threads; results stand in input order whatever the number of workers.
public enum ParallelMap {
  /// The results of `body`; `jobs` workers, or as many as the machine has cores.
  public static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int? = nil, _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let workers = max(1, min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, items.count))
    guard workers > 1 else { return items.map(body) }
    let slots = Slots<Result>(items.count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while let index = slots.next() { slots.put(body(items[index]), at: index) }
    }
    return slots.results
  }

  /// Hands out indices and collects results under a lock.
  private final class Slots<Result: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var taken = 0
    private var values: [Result?]

    init(_ count: Int) { values = Array(repeating: nil, count: count) }

    func next() -> Int? {
      lock.withLock {
        guard taken < values.count else { return nil }
        taken += 1
        return taken - 1
      }
    }

    func put(_ value: Result, at index: Int) { lock.withLock { values[index] = value } }

    var results: [Result] { lock.withLock { values.compactMap { $0 } } }
  }
}
