// The gateway simulator at full size: an ordered run and one with disorder and duplicates must end in equal states.
// Run: swift run -c release --package-path Benchmarks service-simulation [RECORDS] [DAYS]
import Foundation
import Service

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let days = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 6
let start = Moment("2026-03-02T12:00:00+08:00") ?? Moment(seconds: 0)
let records = manyRecords(count)

func run(disturbed: Bool) throws -> [UInt8] {
  let folder = NSTemporaryDirectory() + "service-simulation-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let storage = try DiskStorage(folder: folder)
  let centre = try ServiceCentre(storage)
  var (truth, noise) = (GatewaySimulator(seed: 42), GatewaySimulator(seed: 43))
  _ = try centre.add(records, at: start)
  var (reported, handed, repeated) = (0, 0, 0)
  for day in 0..<days {
    let now = start.adding(seconds: day * 86_400)
    var reports: [ReceiptReport] = []
    for batch in try centre.dispatch(at: now) {
      handed += batch.items
      reports += try truth.reports(try storage.read(batch.path, from: 0), at: now)
    }
    let arriving = disturbed ? noise.disturbed(reports) : reports
    reported += arriving.count
    repeated += try centre.record(arriving, at: now).duplicates
    if disturbed { repeated += try centre.record(Array(arriving.prefix(1000)), at: now).duplicates }
    guard try centre.add(Array(records.prefix(1000)), at: now).added == 0 else {
      throw StorageError(.write, "", "added twice")
    }
  }
  let report = ServiceReport(centre.state, rules: EffectRules(), on: start.date.adding(days: days))
  print(
    "\(disturbed ? "disturbed" : "ordered"): \(centre.sequence) events, \(handed) handed over, \(reported) reports, \(repeated) duplicates left out, keys handed over twice: \(truth.repeatedKeys.count)"
  )
  print("  served \(report.total.servedRate.text)")
  print("  verify: \(try LedgerVerifier<ServiceState>.verify(storage).isSound ? "sound" : "DAMAGED")")
  return centre.state.encoded()
}

do {
  let (ordered, disturbed) = (try run(disturbed: false), try run(disturbed: true))
  print(ordered == disturbed ? "equal final states (\(ordered.count) bytes)" : "DIFFERENT final states")
  exit(ordered == disturbed ? 0 : 1)
} catch {
  print("failed: \(error)")
  exit(1)
}
