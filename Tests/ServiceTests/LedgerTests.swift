import Foundation
import Testing

@testable import Service

struct LedgerTests {
  private typealias Book = Ledger<ListState>

  /// Commits of 1, 2, 3, … events.
  private func filled(_ commits: Int, segmentSize: Int = 1 << 20) throws -> MemoryStorage {
    let storage = MemoryStorage()
    let ledger = try Book(storage, segmentSize: segmentSize)
    for commit in 1...commits {
      let first = ledger.sequence + 1
      let numbers = try ledger.append((0..<commit).map { event(first + $0) }, at: noon)
      #expect(numbers == first..<first + commit)
    }
    return storage
  }

  @Test func eventsComeBackInOrder() throws {
    let storage = try filled(4)
    let view = try LedgerView<ListState>(storage)
    #expect(view.state.events == (1...10).map(event))
    #expect(view.tail == nil)
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
  }

  @Test func segmentsRotateAndChain() throws {
    let storage = try filled(8, segmentSize: 500)
    #expect(storage.files.keys.filter { $0.hasPrefix("segment-") }.count > 3)
    #expect(try LedgerView<ListState>(storage).state.events == (1...36).map(event))
    let second = try #require(
      storage.files.keys.filter { $0.hasPrefix("segment-") }.sorted().dropFirst().first)
    storage.files[second] = nil
    let report = try LedgerVerifier<ListState>.verify(storage)
    guard case .damaged = report.problems.first else { Issue.record("missing segment not found"); return }
  }

  @Test func snapshotsSpareReadingAndMayBeWrong() throws {
    let storage = try filled(4)
    try Book(storage).snapshot(every: 1)
    let ledger = try Book(storage)
    try ledger.append([event(11)], at: noon)
    let view = try LedgerView<ListState>(storage)
    #expect(view.snapshot == 10)
    #expect(view.state.events == (1...11).map(event))
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
    let name = Snapshot.name(10)
    for index in try #require(storage.files[name]).indices {
      let copy = MemoryStorage(storage.files)
      copy.files[name]?[index] ^= 0x04
      #expect(try LedgerView<ListState>(copy).state.events == (1...11).map(event))
      if try LedgerVerifier<ListState>.verify(copy).staleCaches != [name] {
        Issue.record("byte \(index) not found")
      }
    }
  }

  /// Cut at every byte of the last three records: nothing but the last commit is ever lost, and never silently.
  @Test(arguments: [false, true]) func cutAtEveryByte(_ headIsLost: Bool) throws {
    let storage = try filled(3)  // records 1 | 2 3 | 4 5 6
    let ledger = try Book(storage)
    for number in 7...9 { try ledger.append([event(number)], at: noon) }
    let name = LedgerReader.segment(from: 1)
    let whole = try #require(storage.files[name])
    let ends = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
    for size in ends[5]..<whole.count {
      let copy = MemoryStorage(storage.files)
      copy.files[name] = Array(whole[..<size])
      if headIsLost { copy.files[LedgerHead.name] = nil }
      let complete = ends.filter { $0 <= size }.count
      try checkCut(copy, complete, torn: !ends.contains(size), headIsLost)
    }
  }

  private func checkCut(_ storage: MemoryStorage, _ complete: Int, torn: Bool, _ headIsLost: Bool) throws {
    let before = storage.files
    let expected = (1...complete).map(event)
    #expect(try LedgerView<ListState>(storage).state.events == expected)
    if torn {
      #expect(throws: LedgerError.self) { try Book(storage) }
      let report = try LedgerRecovery.recover(storage, as: ListState.self, at: noon)
      #expect(report.cut > 0 && report.lost == (headIsLost ? nil : complete + 1...9))
      let kept = try #require(report.copy.flatMap { storage.files[$0] })
      let name = LedgerReader.segment(from: 1)
      #expect(try #require(before[name]).suffix(report.cut) == kept[...])
    } else if !headIsLost {
      #expect(throws: LedgerError.shortened(acknowledged: 9, found: complete)) { try Book(storage) }
      #expect(throws: LedgerError.shortened(acknowledged: 9, found: complete)) {
        try LedgerRecovery.recover(storage, as: ListState.self, at: noon)
      }
      #expect(storage.files == before)
      _ = try LedgerRecovery.recover(storage, as: ListState.self, acceptingLoss: true, at: noon)
    }
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
    #expect(try LedgerView<ListState>(storage).state.events.prefix(complete) == expected[...])
    try Book(storage).append([event(100)], at: noon)
  }

  /// A commit of several lines that is cut between its lines counts for nothing.
  @Test func halfACommitIsInvisible() throws {
    let storage = try filled(3)
    let name = LedgerReader.segment(from: 1)
    let whole = try #require(storage.files[name])
    let ends = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
    for lines in 4...5 {
      let copy = MemoryStorage([name: Array(whole[..<ends[lines - 1]])])
      #expect(try LedgerView<ListState>(copy).state.events == (1...3).map(event))
      _ = try LedgerRecovery.recover(copy, as: ListState.self, at: noon)
      #expect(try LedgerView<ListState>(copy).state.events.prefix(3) == (1...3).map(event)[...])
    }
  }

  /// Of an acknowledged commit the whole lines stay when its last line is damaged by a cut.
  @Test func acknowledgedLinesAreKept() throws {
    let storage = try filled(3)  // records 1 | 2 3 | 4 5 6
    let name = LedgerReader.segment(from: 1)
    storage.files[name]?.removeLast(10)
    #expect(try LedgerView<ListState>(storage).state.events == (1...3).map(event))
    let report = try LedgerRecovery.recover(storage, as: ListState.self, at: noon)
    #expect(report.lost == 6...6)
    #expect(try LedgerView<ListState>(storage).state.events.prefix(5) == (1...5).map(event)[...])
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
    #expect(try Book(storage).append([event(7)], at: noon) == 7..<8)
  }

  @Test func everyFlippedByteIsFoundWithItsPlace() throws {
    let storage = try filled(3, segmentSize: 900)
    for (name, bytes) in storage.files {
      for index in bytes.indices {
        for mask: UInt8 in [0x01, 0x80] {
          let copy = MemoryStorage(storage.files)
          copy.files[name]?[index] ^= mask
          let report = try LedgerVerifier<ListState>.verify(copy)
          if name.hasPrefix("segment-") {
            let line = bytes[..<index].filter { $0 == 0x0A }.count + 1
            if !names(report.problems, name, line) {
              Issue.record("\(name) byte \(index): \(report.problems)")
            }
          } else if report.isSound {
            Issue.record("\(name) byte \(index) not found")
          }
        }
      }
    }
  }

  /// The problem is at that line, or at the start of the commit that holds it.
  private func names(_ problems: [LedgerError], _ segment: String, _ line: Int) -> Bool {
    switch problems.first {
    case .damaged(let damage): damage.segment == segment && abs(damage.line - line) <= 1
    case .torn(let damage): damage.segment == segment && damage.line <= line
    default: false
    }
  }

  /// The disk fills up at every byte of a commit: the commit fails, the ledger is what it was, and goes on later.
  @Test func fullDiskAtEveryByte() throws {
    let storage = try filled(2)
    let size = storage.files.values.reduce(0) { $0 + $1.count }
    let commit = [event(4), event(5)]
    for room in 0..<600 {
      let copy = MemoryStorage(storage.files)
      let ledger = try Book(copy)
      copy.room = room
      let result = Result { try ledger.append(commit, at: noon) }
      guard case .failure = result else {
        #expect(copy.files.values.reduce(0) { $0 + $1.count } > size + 480)
        continue
      }
      #expect(copy.files == storage.files)
      copy.room = Int.max
      try ledger.append(commit, at: noon)
      #expect(try LedgerView<ListState>(copy).state.events == (1...5).map(event))
    }
  }

  @Test func failedSyncStopsTheWriter() throws {
    let storage = try filled(2)
    let ledger = try Book(storage)
    storage.failsToSync = true
    #expect(throws: LedgerError.self) { try ledger.append([event(4)], at: noon) }
    storage.failsToSync = false
    #expect(throws: LedgerError.uncertain) { try ledger.append([event(4)], at: noon) }
    #expect(ledger.state.events == (1...3).map(event))
  }

  @Test func failedTruncationLeavesATornTailThatRecovers() throws {
    let storage = try filled(2)
    do {
      let ledger = try Book(storage)
      (storage.room, storage.failsToTruncate) = (100, true)
      #expect(throws: LedgerError.self) { try ledger.append([event(4)], at: noon) }
    }
    (storage.room, storage.failsToTruncate) = (Int.max, false)
    #expect(try LedgerRecovery.recover(storage, as: ListState.self, at: noon).cut == 100)
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
  }

  @Test func oneWriterAtATime() throws {
    let storage = try filled(1)
    var ledger: Book? = try Book(storage)
    #expect(throws: LedgerError.locked) { try Book(storage) }
    #expect(ledger?.sequence == 1)
    ledger = nil
    #expect(try Book(storage).sequence == 1)
  }

  @Test func onDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let storage = try DiskStorage(folder: folder)
    do {
      let ledger = try Book(storage, segmentSize: 600)
      for number in 1...10 { try ledger.append([event(number)], at: noon) }
      try ledger.snapshot(every: 1)
      #expect(throws: LedgerError.locked) { try Book(storage) }
    }
    #expect(try LedgerVerifier<ListState>.verify(storage).isSound)
    #expect(try Book(storage).state.events == (1...10).map(event))
    #expect(throws: StorageError.self) { try DiskStorage(existing: folder + "/none") }
  }

  /// Readers that look while commits are written see whole commits only.
  @Test func readersSeeWholeCommits() throws {
    let storage = MemoryStorage()
    let ledger = try Book(storage, segmentSize: 2000)
    for commit in 0..<6 { try ledger.append((0..<3).map { event(commit * 3 + $0 + 1) }, at: noon) }
    let name = try #require(storage.files.keys.filter { $0.hasPrefix("segment-") }.max())
    let whole = try #require(storage.files[name])
    for size in whole.indices {
      let copy = MemoryStorage(storage.files)
      copy.files[name] = Array(whole[..<size])
      #expect(try LedgerView<ListState>(copy).state.events.count % 3 == 0)
    }
  }
}
