import ChineseText
import Testing

@testable import Service

struct DueTests {
  private func centre(_ records: [ServiceRecord], served: [(Int, String)]) throws -> ServiceCentre {
    let centre = try ServiceCentre(MemoryStorage())
    _ = try centre.add(records, at: noon)
    _ = try centre.dispatch(at: noon)
    let reports = served.map { index, day in
      ReceiptReport(
        key: ReceiptReport.key(centre.state.entries[index].id, 1), .arrived,
        at: Moment(date(day), second: 36_000))
    }
    _ = try centre.record(reports, at: noon)
    return centre
  }

  private func days(_ record: ServiceRecord, from day: String = "2026-03-02") -> [String: String] {
    let items = DueList().periods(record, record.id, from: date(day))
    return Dictionary(uniqueKeysWithValues: items.map { ($0.rule, $0.date.iso) })
  }

  @Test func periodsByDocumentAndProcedure() {
    #expect(days(sample()) == ["answer": "2026-03-17"])
    #expect(days(sample(.ordinary, "民事判决书")) == ["appeal.judgment": "2026-03-17"])
    #expect(days(sample(.ordinary, "不予受理民事裁定书")) == ["appeal.ruling": "2026-03-12"])
    #expect(days(sample(.ordinary, "财产保全民事裁定书")) == [:])
    #expect(days(sample(.criminal, "刑事判决书")) == ["appeal.judgment.criminal": "2026-03-12"])
    #expect(days(sample(.criminal, "刑事裁定书")) == ["appeal.ruling.criminal": "2026-03-09"])
    #expect(days(sample(.administrative, "行政判决书")) == ["appeal.judgment.administrative": "2026-03-17"])
    #expect(days(sample(.second, "民事判决书")) == [:])
    #expect(days(sample(.small, "民事判决书")) == [:])
    #expect(days(sample(.second, "上诉状副本")) == ["appeal.answer": "2026-03-17"])
    #expect(
      days(sample(.foreign, "民事判决书") { $0.recipient.isAbroad = true }) == ["appeal.foreign": "2026-04-01"])
    #expect(
      days(sample(.foreign, "民事判决书") { $0.recipient.isAbroad = false }) == ["appeal.judgment": "2026-03-17"])
    #expect(days(sample(.foreign) { $0.recipient.isAbroad = true }) == ["answer.foreign": "2026-04-01"])
    #expect(
      days(sample(.ordinary, "举证通知书") { $0.facts.evidenceDays = 30 }) == ["evidence.ordinary": "2026-04-01"])
    #expect(days(sample(.ordinary, "举证通知书")) == [:])
  }

  @Test func doubtsAreSaid() {
    let short = sample(.ordinary, "举证通知书") { $0.facts.evidenceDays = 10 }
    #expect(DueList().periods(short, short.id, from: date("2026-03-02")).first?.doubts.isEmpty == false)
    let ruling = sample(.ordinary, "民事裁定书")
    #expect(
      DueList().periods(ruling, ruling.id, from: date("2026-03-02")).first?.doubts.first?.contains("第一百五十七条")
        == true)
    let late = sample(.ordinary, "民事判决书")
    #expect(
      DueList().periods(late, late.id, from: date("2026-12-28")).first?.doubts.first?.contains("放假通知") == true
    )
  }

  @Test func aJudgmentIsEffectiveAfterTheLastParty() throws {
    let records = [
      sample(.ordinary, "民事判决书"), sample(.ordinary, "民事判决书", standing: "原告") { $0.recipient.name = "李四" },
      sample(.ordinary, "民事判决书", standing: "原告") { record in
        record.recipient = Recipient(name: "赵律师", standing: "原告", capacity: .agent, principal: "李四")
      },
    ]
    let open = try centre(records, served: [(0, "2026-03-02")])
    let rules = EffectRules()
    let first = try #require(JudgmentEffectiveness.all(open.state, due: DueList(), rules: rules).first)
    #expect(first.effective == nil && first.periods["李四"] == .some(nil))
    let done = try centre(records, served: [(0, "2026-03-02"), (1, "2026-03-12"), (2, "2026-03-05")])
    let last = try #require(JudgmentEffectiveness.all(done.state, due: DueList(), rules: rules).first)
    #expect(last.periods["张三"] == date("2026-03-17") && last.periods["李四"] == date("2026-03-20"))
    #expect(last.effective == date("2026-03-21"))
  }

  @Test func unservedRecordsShowWhatTheCourtMustDo() throws {
    let record = sample(.ordinary, "起诉状副本", "传票") { record in
      record.facts.filed = date("2026-03-01")
      record.facts.hearing = date("2026-03-20")
    }
    let centre = try ServiceCentre(MemoryStorage())
    _ = try centre.add([record], at: noon)
    let items = DueList().items(centre.state, at: noon)
    #expect(items.map(\.rule) == ["complaint.send", "hearing.notice"])
    #expect(items.map(\.date) == [date("2026-03-06"), date("2026-03-17")])
    #expect(DueList().items(centre.state, at: noon, until: date("2026-03-10")).count == 1)
  }

  @Test func proofHoldsWhatIsKnown() throws {
    let storage = MemoryStorage()
    let centre = try ServiceCentre(storage)
    _ = try centre.add([sample()], at: noon)
    _ = try centre.dispatch(at: noon)
    let entry = centre.state.entries[0]
    _ = try centre.record(
      [ReceiptReport(key: "\(entry.id)-1", .arrived, at: noon, reference: "G1")], at: noon)
    let (now, rules) = (centre.state.entries[0], EffectRules())
    let effect = rules.effect(of: sample(), now.attempts, on: noon.date)
    let proof = Proof(now, sample(), effect: effect, timeline: try Timeline.of(now.id, in: storage))
    #expect(proof.title == "电子送达凭证")
    for part in ["（2026）鲁0102民初123号", "张三", "13800138000", "2026-03-02", "第三十一条第一款", "编号 G1", "起诉状副本1件"] {
      #expect(proof.text.contains(part), "\(part)")
    }
    #expect(proof.timeline.count == 3 && proof.json.contains("\"ledger_sum\""))
  }
}
