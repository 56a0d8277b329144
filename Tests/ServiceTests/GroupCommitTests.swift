import Testing

@testable import Service

struct GroupCommitTests {
  @Test func manyTasksShareCommits() async throws {
    let storage = MemoryStorage()
    let group = GroupCommit(try Ledger<ListState>(storage))
    let numbers = try await withThrowingTaskGroup(of: Range<Int>.self) { tasks in
      for task in 0..<100 {
        tasks.addTask { try await group.append([event(task * 2), event(task * 2 + 1)], at: noon) }
      }
      return try await tasks.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.flatMap { Array($0) }.sorted() == Array(1...200))
    let events = try LedgerView<ListState>(storage).state.events
    for index in stride(from: 0, to: 200, by: 2) {
      let task = try #require((0..<100).first { event($0 * 2) == events[index] })
      #expect(events[index + 1] == event(task * 2 + 1))
    }
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
  }

  @Test func everybodyHearsOfAFailure() async throws {
    let storage = MemoryStorage()
    let group = GroupCommit(try Ledger<ListState>(storage))
    storage.room = 10
    await #expect(throws: LedgerError.self) { try await group.append([event(1)], at: noon) }
    storage.room = Int.max
    #expect(try await group.append([event(1)], at: noon) == 1..<2)
  }
}
