// The smallest program over `Service`: a judge's system that has a defendant served, hears from its gateway, and asks
// when the time for the answer ends. Run: swift run --package-path Benchmarks service-example [FOLDER]
import ChineseText
import Foundation
import Service

let folder =
  CommandLine.arguments.dropFirst().first ?? NSTemporaryDirectory() + "service-example-\(UUID().uuidString)"

do {
  // 1. Open the ledger. One writer at a time; the lock goes with the process.
  let centre = try ServiceCentre(try DiskStorage(folder: folder))
  let morning = Moment("2026-03-02T09:00:00+08:00") ?? Moment(seconds: 0)

  // 2. Register what is to be served. Registering it again changes nothing.
  var record = ServiceRecord(
    caseNumber: "（2026）鲁0102民初123号", procedure: .ordinary,
    documents: [ServiceDocument("起诉状副本"), ServiceDocument("传票")],
    recipient: Recipient(name: "张三", standing: "被告"),
    addresses: [Address(.mobile, "13800138000", .confirmed), Address(.postal, "济南市历下区经十路1号", .confirmed)])
  record.court = "济南市历下区人民法院"
  record.consent = .explicit
  let added = try centre.add([record], at: morning)
  print("登记：新增 \(added.added)，重复 \(added.duplicates.count)")

  // 3. Ask for the lawful ladder.
  for step in Planner().plan(record).steps { print("方案：\(step.channel.title)（\(step.articles.text)）") }

  // 4. Hand over what is due: batch files appear in FOLDER/outbox for the gateways.
  for batch in try centre.dispatch(at: morning) { print("送出：\(batch.path)，\(batch.items) 件") }

  // 5. Record what the gateway reports, in any order and as often as it likes.
  let key = ReceiptReport.key(record.id, 1)
  let arrived = ReceiptReport(key: key, .arrived, at: morning.adding(seconds: 60), reference: "网关流水 1")
  _ = try centre.record([arrived, arrived], at: morning.adding(seconds: 120))

  // 6. Legal effect and deadlines.
  let rules = EffectRules()
  if let entry = centre.state[record.id], let served = rules.effect(of: record, entry.attempts).served {
    print("送达日：\(served.date)，\(served.certainty.rawValue)，\(served.basis.text)")
    for item in DueList().periods(record, entry.id, from: served.date) {
      print("期限：\(item.date) \(item.task)")
    }
  }

  // 7. A reader needs no lock, and anybody can check the chain.
  let report = try LedgerVerifier<ServiceState>.verify(try DiskStorage(existing: folder))
  print("台账：\(report.events) 条事件，\(report.isSound ? "完好" : "有问题")，末条哈希 \(report.sum)")
} catch let error as LedgerError {
  let diagnostic = error.diagnostic(folder: folder)
  print("\(diagnostic.message)：\(diagnostic.fix ?? "")")
  exit(2)
}
