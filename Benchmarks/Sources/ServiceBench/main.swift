// Speed of Service: plan, append, open. Prints numbers, asserts none.
// Run: swift run -c release --package-path Benchmarks service-bench [RECORDS]
import ChineseText
import Foundation
import Service

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200_000
let folder = NSTemporaryDirectory() + "service-bench-\(UUID().uuidString)"
defer { try? FileManager.default.removeItem(atPath: folder) }
let start = Moment("2026-03-02T09:00:00+08:00") ?? Moment(seconds: 0)

/// Processor seconds of the body: what it costs on an idle core, whatever else the machine does.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let before = clock()
  let wall = ContinuousClock.now
  try body()
  let processor = Double(clock() - before) / Double(CLOCKS_PER_SEC)
  let elapsed = (ContinuousClock.now - wall).components
  waited += Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18 - processor
  return processor
}
nonisolated(unsafe) var waited = 0.0

/// Resident memory in bytes (Linux).
func resident() -> Int {
  let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
}

/// Opens a ledger in a fresh process and says how much memory a record takes.
func child(_ folder: String) throws -> String {
  let (process, pipe) = (Process(), Pipe())
  process.executableURL = URL(filePath: CommandLine.arguments[0])
  process.arguments = ["open", folder]
  process.standardOutput = pipe
  try process.run()
  process.waitUntilExit()
  return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).trimmingCharacters(
    in: .newlines)
}

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "open" {
  let before = resident()
  let view = try LedgerView<ServiceState>(try DiskStorage(existing: CommandLine.arguments[2]))
  print(
    "\((resident() - before) / max(1, view.state.entries.count)) bytes (all that opening takes, freed buffers included)"
  )
  exit(0)
}

func line(_ name: String, _ value: String) {
  print(name.padding(toLength: 34, withPad: " ", startingAt: 0), value)
}

func record(_ number: Int) -> ServiceRecord {
  var record = ServiceRecord(
    caseNumber: "（2026）鲁0102民初\(number / 4 + 1)号", procedure: .ordinary,
    documents: [ServiceDocument("起诉状副本"), ServiceDocument("传票")],
    recipient: Recipient(name: "当事人\(number)", standing: number % 2 == 0 ? "被告" : "原告"),
    addresses: [
      Address(.mobile, "138\(10_000_000 + number)", .confirmed),
      Address(.postal, "济南市历下区经十路\(number)号", .confirmed),
    ])
  record.court = "济南市历下区人民法院"
  record.consent = .explicit
  return record
}

do {
  let records = (0..<count).map(record)
  var steps = 0
  let plan = seconds { for record in records { steps += Planner().plan(record).steps.count } }
  line("plan, records/s", "\(Int(Double(count) / plan))  (\(steps) steps)")

  let storage = try DiskStorage(folder: folder)
  var centre: ServiceCentre? = try ServiceCentre(storage)
  let add = try seconds { _ = try centre?.add(records, at: start) }
  line("import, records/s", "\(Int(Double(count) / add))")
  let entries = centre?.state.entries ?? []
  let decode = seconds {
    for entry in entries { steps += (entry.record.map { Planner().plan($0).steps.count } ?? 0) }
  }
  line("plan from the ledger, records/s", "\(Int(Double(count) / decode))")
  let send = try seconds { _ = try centre?.dispatch(at: start) }
  line("dispatch, records/s", "\(Int(Double(count) / send))")

  for (round, state) in [ReceiptState.accepted, .sent, .arrived].enumerated() {
    let reports = entries.map {
      ReceiptReport(
        key: ReceiptReport.key($0.id, 1), state, at: start.adding(seconds: round + 1), reference: "g\(round)")
    }
    let time = try seconds { _ = try centre?.record(reports, at: start) }
    line(
      "append \(state.rawValue), acknowledged/s",
      "\(Int(Double(count) / time))  (commits of 5000, fsync each)")
  }
  let raw = try Ledger<ServiceState>(try DiskStorage(folder: folder + "-raw"))
  let stray = ServiceEvent.stray(ReceiptReport(key: "none-1", .arrived, at: start)).json
  let appended = try seconds {
    for _ in 0..<200 { try raw.append(Array(repeating: stray, count: 500), at: start) }
  }
  line("append raw events/s", "\(Int(100_000 / appended))  (commits of 500, fsync each)")
  try? FileManager.default.removeItem(atPath: folder + "-raw")

  let events = centre?.sequence ?? 0
  try centre?.saveSnapshot(every: 1)
  centre = nil
  let open = try seconds { _ = try LedgerView<ServiceState>(storage) }
  line("open with snapshot, s", "\(open)  (\(events) events, \(count) records)")
  line("memory per live record", try child(folder))
  let verify = try seconds { _ = try LedgerVerifier<ServiceState>.verify(storage) }
  line("verify, events/s", "\(Int(Double(events) / verify))")
  for name in try storage.names() where name.hasPrefix("snapshot-") { try storage.remove(name) }
  let replay = try seconds { _ = try LedgerView<ServiceState>(storage) }
  line("open without snapshot, s", "\(replay)")
  line("waited (disk, other processes), s", "\(waited)")
} catch {
  print("failed: \(error)")
  exit(1)
}
