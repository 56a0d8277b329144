import ChineseText
import Testing

@testable import Service

struct ProgressTests {
  private let progress = Progress()

  private func next(_ record: ServiceRecord, _ attempts: [Attempt], at now: Moment = noon) -> NextAction {
    progress.next(record, attempts, at: now)
  }
  private func channel(_ action: NextAction) -> Channel? {
    if case .dispatch(let step) = action { step.channel } else { nil }
  }
  private func work(_ action: NextAction) -> WorkItem.Kind? {
    if case .work(let item) = action { item.kind } else { nil }
  }
  private func at(_ day: String, _ hour: Int) -> Moment { Moment(date(day), second: hour * 3600) }

  @Test func quietHours() {
    #expect(next(sample(), [], at: at("2026-03-02", 22)) == .wait(at("2026-03-03", 8), "夜间不打扰受送达人"))
    #expect(next(sample(), [], at: at("2026-03-02", 3)) == .wait(at("2026-03-02", 8), "夜间不打扰受送达人"))
    #expect(channel(next(sample(), [], at: at("2026-03-02", 8))) == .electronic)
    #expect(channel(next(sample { $0.consent = .refused }, [], at: at("2026-03-02", 23))) == .pickup)
  }

  @Test func nothingIsSentWhileSomethingIsOnItsWay() {
    let sent = Attempt(.electronic, address: 0, at: noon, receipts: [receipt(.sent, "2026-03-02")])
    guard case .wait = next(sample(), [sent]) else { Issue.record("must wait"); return }
    #expect(work(next(sample(), [sent], at: at("2026-03-05", 12))) == .chaseReceipt)
    let silent = Attempt(.post, address: 2, at: noon)
    #expect(work(next(sample(), [silent], at: at("2026-03-30", 12))) == .chaseReceipt)
  }

  @Test func temporaryFailuresAreTriedAgainLaterAndThriceAtMost() {
    let failed = Attempt(.electronic, address: 0, at: noon, receipts: [receipt(.failed, "2026-03-02")])
    #expect(
      next(sample(), [failed], at: at("2026-03-02", 10))
        == .wait(at("2026-03-02", 10).adding(seconds: 1800), "暂时失败，第 1 次重试之前等待"))
    guard case .dispatch(let step) = next(sample(), [failed], at: at("2026-03-02", 11)) else {
      Issue.record("retry"); return
    }
    #expect(step.channel == .electronic && step.address == 0)
    guard case .dispatch(let other) = next(sample(), [failed, failed, failed], at: at("2026-03-03", 11))
    else {
      Issue.record("next step")
      return
    }
    #expect(other.channel == .electronic && other.address == 1)
  }

  @Test func permanentFailuresAreNotTriedAgain() {
    let bounced = Attempt(.electronic, address: 0, at: noon, receipts: [receipt(.bounced, "2026-03-02")])
    guard case .dispatch(let step) = next(sample(), [bounced]) else { Issue.record("next step"); return }
    #expect(step.channel == .electronic && step.address == 1)
    let both = [
      bounced, Attempt(.electronic, address: 1, at: noon, receipts: [receipt(.bounced, "2026-03-02")]),
    ]
    #expect(channel(next(sample(), both)) == .pickup)
  }

  @Test func lienOnlyAfterARefusal() {
    let record = sample { $0.consent = .refused }
    func tried(_ detail: Receipt) -> [Attempt] {
      [
        Attempt(.pickup, at: noon, receipts: [receipt(.absent, "2026-03-02")]),
        Attempt(.direct, address: 2, at: noon, receipts: [detail]),
        Attempt(.direct, address: 3, at: noon, receipts: [receipt(.absent, "2026-03-03")]),
        Attempt(.post, address: 2, at: noon, receipts: [receipt(.returned, "2026-03-09", .mismatch)]),
        Attempt(.post, address: 3, at: noon, receipts: [receipt(.returned, "2026-03-09", .moved)]),
      ]
    }
    #expect(channel(next(record, tried(receipt(.refused, "2026-03-02", .recipient)))) == .lien)
    #expect(channel(next(record, tried(receipt(.absent, "2026-03-02")))) == .elsewhere)
    #expect(channel(next(record, tried(receipt(.refused, "2026-03-02", .opponent)))) == .elsewhere)
  }

  @Test func theEndOfTheLadder() {
    let failed = { (channel: Channel, address: Int?) in
      Attempt(
        channel, address: address, at: noon,
        receipts: [
          receipt(channel == .post ? .returned : .absent, "2026-03-03", channel == .post ? .mismatch : .none)
        ])
    }
    let all = [
      failed(.pickup, nil), failed(.direct, 2), failed(.direct, 3), failed(.post, 2), failed(.post, 3),
      failed(.elsewhere, nil), failed(.entrust, nil),
    ]
    #expect(channel(next(sample { $0.consent = .refused }, all)) == .notice)
    #expect(work(next(sample(.summary, "民事判决书") { $0.consent = .refused }, all)) == .changeProcedure)
    #expect(work(next(sample(.ordinary, "民事调解书") { $0.consent = .refused }, all)) == .decide)
  }

  @Test func contradictionsAreWorkForPeople() {
    let attempt = Attempt(
      .electronic, address: 0, at: noon,
      receipts: [receipt(.arrived, "2026-03-02"), receipt(.bounced, "2026-03-02")])
    #expect(work(next(sample(), [attempt])) == .resolveReceipts)
  }

  @Test func arrivalAtAFoundAddressWaitsForAReplyThenGoesOn() {
    let record = sample { $0.addresses.remove(at: 0) }
    let attempt = Attempt(.electronic, address: 0, at: noon, receipts: [receipt(.arrived, "2026-03-02")])
    guard case .wait = next(record, [attempt], at: at("2026-03-03", 12)) else {
      Issue.record("must wait"); return
    }
    #expect(channel(next(record, [attempt], at: at("2026-03-06", 12))) == .direct)
  }
}
