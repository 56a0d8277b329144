import ChineseText
import Testing

@testable import Service

struct SimulationTests {
  /// Days of work with the simulator; `disturb` is what the network does to the reports of a day.
  private func run(
    _ records: [ServiceRecord], days: Int, seed: UInt64, disturbed: Bool
  ) throws -> (centre: ServiceCentre, storage: MemoryStorage, simulator: GatewaySimulator) {
    let storage = MemoryStorage()
    let centre = try ServiceCentre(storage)
    var (truth, noise) = (GatewaySimulator(seed: seed), GatewaySimulator(seed: seed &+ 1))
    let half = records.count / 2
    _ = try centre.add(Array(records[..<half]), at: noon)
    _ = try centre.add(
      disturbed
        ? records.reversed().filter { record in !records[..<half].contains { $0.id == record.id } }.reversed()
        : Array(records[half...]), at: noon)
    for day in 0..<days {
      let now = noon.adding(seconds: day * 86_400)
      var reports: [ReceiptReport] = []
      for batch in try centre.dispatch(at: now) {
        reports += try truth.reports(storage.files[batch.path] ?? [], at: now)
      }
      let arriving = disturbed ? noise.disturbed(reports) : reports
      let middle = arriving.count / 3
      for part in [arriving[..<middle], arriving[middle...]] { _ = try centre.record(Array(part), at: now) }
    }
    return (centre, storage, truth)
  }

  @Test func disorderAndDuplicatesChangeNothing() throws {
    let records = manyRecords(300)
    let ordered = try run(records, days: 8, seed: 42, disturbed: false)
    let shaken = try run(records, days: 8, seed: 42, disturbed: true)
    #expect(ordered.centre.state.encoded() == shaken.centre.state.encoded())
    #expect(ordered.centre.sequence == shaken.centre.sequence)
    #expect(shaken.simulator.repeatedKeys.isEmpty)
    #expect(try LedgerVerifier<ServiceState>.verify(shaken.storage).isSound)
    let served = ServiceReport(ordered.centre.state, rules: EffectRules(), on: noon.date.adding(days: 9))
      .total
    #expect(served.served > 200)
  }

  /// No attempt begins while the one before could still arrive, and none after service.
  @Test func oneLogicalServiceAtATime() throws {
    let (centre, _, _) = try run(manyRecords(200), days: 8, seed: 5, disturbed: true)
    let rules = EffectRules()
    for entry in centre.state.entries {
      let record = try #require(entry.record)
      for (index, attempt) in entry.attempts.enumerated().dropFirst() {
        let before = Array(entry.attempts[..<index])
        let served = before.compactMap { rules.effect(of: record, $0).served }
        if served.contains(where: { $0.date <= attempt.time.date }) {
          Issue.record("\(entry.id) served twice")
        }
        if before.last?.transport == .handedOver { Issue.record("\(entry.id) sent while on its way") }
      }
    }
  }

  @Test func runningAgainChangesNothing() throws {
    let records = manyRecords(60)
    let (centre, storage, _) = try run(records, days: 1, seed: 9, disturbed: true)
    _ = try centre.dispatch(at: noon)  // what the failures of the day call for
    let (sequence, state) = (centre.sequence, centre.state.encoded())
    let outbox = storage.files.filter { $0.key.hasPrefix("outbox/") }
    #expect(try centre.add(records, at: noon).added == 0)
    #expect(try centre.dispatch(at: noon).isEmpty)
    let reports = centre.state.entries.flatMap { entry in
      entry.attempts.enumerated().flatMap { index, attempt in
        attempt.receipts.map {
          ReceiptReport(
            key: ReceiptReport.key(entry.id, index + 1), $0.state, at: $0.time, detail: $0.detail,
            reference: "g\($0.time.seconds - noon.seconds)")
        }
      }
    }
    #expect(try centre.record(reports, at: noon).duplicates == reports.count)
    #expect(centre.sequence == sequence && centre.state.encoded() == state)
    #expect(storage.files.filter { $0.key.hasPrefix("outbox/") } == outbox)
  }

  /// Strays and late reports: every order of the same reports gives the same state.
  @Test func everyOrderOfReportsGivesTheSameState() throws {
    let reports = [
      ReceiptReport(key: "\(sample().id)-1", .sent, at: noon),
      ReceiptReport(key: "\(sample().id)-1", .failed, at: noon.adding(seconds: 9)),
      ReceiptReport(key: "\(sample().id)-1", .arrived, at: noon.adding(seconds: 99)),
      ReceiptReport(key: "gone-1", .arrived, at: noon),
    ]
    var states: Set<[UInt8]> = []
    for order in permutations(reports) {
      let centre = try ServiceCentre(MemoryStorage())
      _ = try centre.add([sample()], at: noon)
      _ = try centre.dispatch(at: noon)
      for report in order + order { _ = try centre.record([report], at: noon) }
      states.insert(centre.state.encoded())
    }
    #expect(states.count == 1)
  }

  private func permutations<T>(_ items: [T]) -> [[T]] {
    guard let first = items.first else { return [[]] }
    return permutations(Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }

  /// The machine dies at every single write of a day's work; after recovery and a second run all is as if it had not.
  @Test func deathAtEveryWrite() throws {
    let records = manyRecords(12)
    let whole = try finish(MemoryStorage(), records)
    for step in 0..<200 {
      let storage = MemoryStorage()
      storage.diesAt = step
      let died = (try? finish(storage, records)) == nil
      guard died else { break }
      let after = MemoryStorage(storage.files)
      _ = try LedgerRecovery.recover(after, as: ServiceState.self, at: noon)
      let result = try finish(after, records)
      if result != whole { Issue.record("death at write \(step)") }
      #expect(try LedgerVerifier<ServiceState>.verify(after).isSound)
    }
  }

  /// Import, dispatch, record; gives what each record went through and which keys the gateways saw how often.
  private func finish(_ storage: MemoryStorage, _ records: [ServiceRecord]) throws -> [String] {
    let centre = try ServiceCentre(storage)
    _ = try centre.add(records, at: noon)
    let isFresh = centre.state.entries.allSatisfy { $0.attempts.allSatisfy { $0.receipts.isEmpty } }
    if isFresh { _ = try centre.dispatch(at: noon) }
    var simulator = GatewaySimulator(seed: 3)
    let outbox = storage.files.keys.filter { $0.hasPrefix("outbox/") }.sorted {
      $0.dropFirst(17) < $1.dropFirst(17)
    }
    var reports: [ReceiptReport] = []
    for name in outbox { reports += try simulator.reports(storage.files[name] ?? [], at: noon) }
    guard simulator.repeatedKeys.isEmpty else { return simulator.repeatedKeys }
    for report in reports { _ = try centre.record([report], at: noon) }
    return centre.state.entries.map { "\($0.id) \($0.attempts.map { "\($0.channel) \($0.address ?? -1)" })" }
      .sorted()
      + simulator.keys.sorted()
  }
}
