import ChineseText
import Testing

@testable import Service

/// Every row of the channel table, with its article: what is service, on which day, and what is not.
struct EffectTests {
  private let rules = EffectRules()

  private func effect(
    _ record: ServiceRecord, _ channel: Channel, _ address: Int? = nil, _ receipts: Receipt...
  ) -> LegalEffect {
    rules.effect(of: record, Attempt(channel, address: address, at: noon, receipts: receipts))
  }

  private func expect(
    _ effect: LegalEffect, _ day: String?, _ article: String = "",
    _ certainty: LegalEffect.Served.Certainty = .actual,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(effect.served?.date == day.map(date), sourceLocation: location)
    guard let served = effect.served else { return }
    #expect(served.certainty == certainty, sourceLocation: location)
    #expect(served.basis.text.contains(article), "\(served.basis.text)", sourceLocation: location)
  }

  @Test func directIsTheDayOfSigning() {
    for who: ReceiptDetail in [.recipient, .family, .representative, .receiver, .agent, .designated] {
      expect(effect(sample(), .direct, 2, receipt(.signed, "2026-03-05", who)), "2026-03-05", "第八十八条第二款")
    }
    expect(effect(sample(), .direct, 2, receipt(.signed, "2026-03-05", .opponent)), nil)
    expect(effect(sample(), .direct, 2, receipt(.signed, "2026-03-05", .stranger)), nil)
    expect(effect(sample(), .direct, 2, receipt(.refused, "2026-03-05", .recipient)), nil)
    expect(
      effect(sample(.criminal), .direct, 2, receipt(.signed, "2026-03-05")), "2026-03-05", "〈刑事诉讼法〉的解释》第二百零四条"
    )
  }

  @Test func notedAtAWrongAddressOfHisOwnInSummaryProcedure() {
    let article = "简易程序审理民事案件的若干规定》第十条第一款第二项"
    expect(
      effect(sample(.summary), .direct, 2, receipt(.noted, "2026-03-05")), "2026-03-05", article, .deemed)
    expect(effect(sample(.ordinary), .direct, 2, receipt(.noted, "2026-03-05")), nil)
    expect(effect(sample(.summary), .direct, 3, receipt(.noted, "2026-03-05")), nil)
    expect(
      effect(sample(.summary), .direct, 2, receipt(.noted, "2026-03-05"), receipt(.rebutted, "2026-03-09")),
      nil)
  }

  @Test func pickupRefusedAtCourtIsDeemed() {
    expect(effect(sample(), .pickup, nil, receipt(.signed, "2026-03-05")), "2026-03-05", "第八十七条第二款")
    expect(
      effect(sample(), .pickup, nil, receipt(.refused, "2026-03-05")), "2026-03-05", "第一百三十一条第一款", .deemed)
    expect(effect(sample(.ordinary, "民事调解书"), .pickup, nil, receipt(.refused, "2026-03-05")), nil)
  }

  @Test func elsewhereRefusedNeedsARecording() {
    expect(
      effect(sample(), .elsewhere, nil, receipt(.refused, "2026-03-05", .recording)), "2026-03-05",
      "第一百三十一条第二款", .deemed)
    expect(effect(sample(), .elsewhere, nil, receipt(.refused, "2026-03-05")), nil)
    expect(
      effect(sample(.administrative), .elsewhere, nil, receipt(.refused, "2026-03-05", .recording)),
      "2026-03-05",
      "〈行政诉讼法〉的解释》第五十二条", .deemed)
  }

  @Test func lienNeedsWitnessOrRecording() {
    for proof: ReceiptDetail in [.witness, .recording] {
      expect(effect(sample(), .lien, 2, receipt(.left, "2026-03-06", proof)), "2026-03-06", "第八十九条", .deemed)
    }
    expect(effect(sample(), .lien, 2, receipt(.left, "2026-03-06")), nil)
    expect(effect(sample(), .lien, 2, receipt(.left, "2026-03-06", .witnessRefused)), nil)
    expect(
      effect(sample(.summary), .lien, 2, receipt(.left, "2026-03-06", .witnessRefused)), "2026-03-06",
      "第十一条第一款", .deemed)
    expect(effect(sample(), .lien, 2, receipt(.left, "2026-03-06", .opponent)), nil)
    expect(effect(sample(.ordinary, "民事调解书"), .lien, 2, receipt(.left, "2026-03-06", .witness)), nil)
    expect(
      effect(sample { $0.recipient.capacity = .agent }, .lien, 2, receipt(.left, "2026-03-06", .witness)), nil
    )
    expect(
      effect(
        sample { $0.recipient.capacity = .designated }, .lien, 2, receipt(.left, "2026-03-06", .witness)),
      "2026-03-06",
      "第一百三十二条", .deemed)
    expect(
      effect(sample { $0.recipient.kind = .organisation }, .lien, 2, receipt(.left, "2026-03-06", .witness)),
      "2026-03-06",
      "第一百三十条", .deemed)
    expect(
      effect(sample(.criminal), .lien, 2, receipt(.left, "2026-03-06", .witness)), "2026-03-06",
      "《刑事诉讼法》第一百零七条第二款", .deemed)
  }

  @Test func electronicToAGivenAddressIsServiceOnArrival() {
    let arrived = effect(
      sample(), .electronic, 0, receipt(.sent, "2026-03-03"), receipt(.arrived, "2026-03-04"))
    expect(arrived, "2026-03-04", "《民事诉讼法》第九十条第二款")
    expect(arrived, "2026-03-04", "《人民法院在线诉讼规则》第三十一条第一款")
    expect(arrived, "2026-03-04", "第一百三十五条第二款")
    expect(effect(sample(), .electronic, 0, receipt(.sent, "2026-03-03")), nil)
    let proved = effect(
      sample(), .electronic, 0, receipt(.arrived, "2026-03-04"), receipt(.arrivalProved, "2026-03-06"))
    expect(proved, "2026-03-06", "第一百三十五条第二款")
    let judgment = sample(.ordinary, "民事判决书")
    expect(effect(judgment, .electronic, 0, receipt(.arrived, "2026-03-04")), "2026-03-04", "第九十条第二款")
  }

  @Test func everyKindOfConsentIsCited() {
    for (consent, item) in [(Consent.explicit, "一"), (.agreed, "二"), (.pleadings, "三"), (.conduct, "四")] {
      let record = sample { $0.consent = consent }
      expect(
        effect(record, .electronic, 0, receipt(.arrived, "2026-03-04")), "2026-03-04", "第二十九条第二款第\(item)项")
    }
  }

  @Test func deliveredWithoutConsentIsNoService() {
    for consent in [Consent.unknown, .refused] {
      let record = sample { $0.consent = consent }
      expect(
        effect(record, .electronic, 0, receipt(.arrived, "2026-03-04"), receipt(.read, "2026-03-04")), nil)
    }
    let silent = sample { $0.consent = .unknown }
    expect(
      effect(silent, .electronic, 0, receipt(.arrived, "2026-03-04"), receipt(.replied, "2026-03-05")),
      "2026-03-04", "第三十一条第一款")
    expect(effect(sample(.criminal), .electronic, 0, receipt(.arrived, "2026-03-04")), nil)
  }

  @Test func electronicToAFoundAddressNeedsReplyOrPresumption() {
    expect(effect(sample(), .electronic, 1, receipt(.arrived, "2026-03-04")), nil)
    let read = effect(sample(), .electronic, 1, receipt(.arrived, "2026-03-04"), receipt(.read, "2026-03-05"))
    expect(read, "2026-03-05", "第三十一条第二款第二项", .presumed)
    let replied = effect(
      sample(), .electronic, 1, receipt(.read, "2026-03-05"), receipt(.replied, "2026-03-06"))
    expect(replied, "2026-03-06", "第三十一条第二款第一项")
    expect(effect(sample(), .electronic, 1, receipt(.acted, "2026-03-08")), "2026-03-08", "第三十一条第二款第一项")
    expect(
      effect(sample(), .electronic, 1, receipt(.read, "2026-03-05"), receipt(.rebutted, "2026-03-20")), nil)
  }

  @Test func severalElectronicWaysCountTheEarliest() {
    let attempts = [
      Attempt(.electronic, address: 1, at: noon, receipts: [receipt(.read, "2026-03-07")]),
      Attempt(.electronic, address: 0, at: noon, receipts: [receipt(.arrived, "2026-03-05")]),
      Attempt(.post, address: 2, at: noon, receipts: [receipt(.signed, "2026-03-06", .recipient)]),
    ]
    for order in [attempts, attempts.reversed()] {
      expect(rules.effect(of: sample(), order), "2026-03-05", "第三十一条第一款")
    }
  }

  @Test func simpleWaysNeedConfirmationAndSummaryProcedure() {
    expect(
      effect(sample(.summary), .simple, 0, receipt(.arrived, "2026-03-04"), receipt(.read, "2026-03-04")), nil
    )
    expect(effect(sample(.summary), .simple, 0, receipt(.confirmed, "2026-03-04")), "2026-03-04", "第二百六十一条")
    expect(effect(sample(.ordinary), .simple, 0, receipt(.confirmed, "2026-03-04")), nil)
    expect(
      effect(sample(.criminal, "出庭通知书"), .simple, 0, receipt(.confirmed, "2026-03-04")), "2026-03-04",
      "第二百二十一条")
  }

  @Test func postIsTheDayOfTheReceiptOrTheReturn() {
    let items: [(ReceiptDetail, String)] = [
      (.recipient, "一"), (.guardian, "二"), (.receiver, "三"), (.agent, "四"), (.designated, "五"),
      (.family, "六"),
    ]
    for (who, item) in items {
      expect(
        effect(sample(), .post, 2, receipt(.signed, "2026-03-06", who)), "2026-03-06", "若干规定》第九条第\(item)项")
    }
    expect(effect(sample(), .post, 2, receipt(.signed, "2026-03-06", .recipient)), "2026-03-06", "第九十一条")
    expect(effect(sample(), .post, 2, receipt(.signed, "2026-03-06", .opponent)), nil)
    for why: ReceiptDetail in [.wrongAddress, .moved, .nobody, .refusal] {
      expect(
        effect(sample(), .post, 2, receipt(.returned, "2026-03-12", why)), "2026-03-12", "第十一条第一款", .deemed)
    }
    expect(effect(sample(), .post, 3, receipt(.returned, "2026-03-12", .moved)), nil)
    expect(
      effect(sample(), .post, 3, receipt(.returned, "2026-03-12", .refusal)), "2026-03-12", "第十一条第一款", .deemed
    )
    expect(
      effect(sample { $0.refusedAddress = true }, .post, 3, receipt(.returned, "2026-03-12", .moved)),
      "2026-03-12", "第十一条", .deemed)
    expect(effect(sample(), .post, 2, receipt(.returned, "2026-03-12", .mismatch)), nil)
    expect(
      effect(sample(), .post, 2, receipt(.returned, "2026-03-12", .moved), receipt(.rebutted, "2026-04-01")),
      nil)
    expect(
      effect(sample(.summary), .post, 2, receipt(.returned, "2026-03-12", .moved)), "2026-03-12", "第十条第一款第一项",
      .deemed)
    expect(effect(sample(.criminal), .post, 2, receipt(.signed, "2026-03-06")), "2026-03-06", "第二百零七条")
    expect(effect(sample(.criminal), .post, 2, receipt(.returned, "2026-03-06", .refusal)), nil)
    expect(effect(sample(.ordinary, "民事调解书"), .post, 2, receipt(.returned, "2026-03-06", .refusal)), nil)
    expect(effect(sample(.ordinary, "民事调解书"), .post, 2, receipt(.signed, "2026-03-06", .family)), nil)
  }

  @Test func entrustAndForwardAreTheDayOfSigning() {
    expect(effect(sample(), .entrust, nil, receipt(.signed, "2026-03-20")), "2026-03-20", "第一百三十四条第一款")
    let soldier = sample { $0.recipient.situation = .military }
    expect(
      effect(soldier, .forward, nil, receipt(.signed, "2026-03-20")), "2026-03-20",
      "《民事诉讼法》第九十四条、《民事诉讼法》第九十二条")
    let prisoner = sample { $0.recipient.situation = .detained }
    expect(effect(prisoner, .forward, nil, receipt(.signed, "2026-03-20")), "2026-03-20", "第九十三条第一款")
    let school = sample { $0.recipient.situation = .education }
    expect(effect(school, .forward, nil, receipt(.signed, "2026-03-20")), "2026-03-20", "第九十三条第二款")
    expect(effect(school, .forward, nil, receipt(.sent, "2026-03-20")), nil)
  }

  @Test func pronouncingAndCollecting() {
    let (ordinary, summary) = (sample(.ordinary, "民事判决书"), sample(.summary, "民事判决书"))
    expect(
      effect(ordinary, .pronounce, nil, receipt(.pronounced, "2026-03-10", .refusesToSign)), "2026-03-10",
      "第一百四十一条", .deemed)
    expect(effect(ordinary, .pronounce, nil, receipt(.pronounced, "2026-03-10", .truant)), nil)
    expect(
      effect(summary, .pronounce, nil, receipt(.pronounced, "2026-03-10", .truant)), "2026-03-10", "第三十一条第一款",
      .deemed)
    expect(effect(summary, .collect, nil, receipt(.signed, "2026-03-12")), "2026-03-12", "第二十八条第二款")
    expect(effect(summary, .collect, nil, receipt(.expired, "2026-03-15")), "2026-03-15", "第二十八条第二款", .deemed)
    expect(effect(ordinary, .collect, nil, receipt(.expired, "2026-03-15")), nil)
    expect(effect(sample(.summary, "起诉状副本"), .pronounce, nil, receipt(.pronounced, "2026-03-10")), nil)
  }

  @Test func noticeCountsFromTheLastPublication() {
    let twice = effect(
      sample(), .notice, nil, receipt(.published, "2026-03-02"), receipt(.published, "2026-03-04"))
    expect(twice, "2026-04-03", "第九十五条第一款", .deemed)
    expect(twice, "2026-04-03", "第一百三十八条", .deemed)
    expect(effect(sample(.summary), .notice, nil, receipt(.published, "2026-03-02")), nil)
    let abroad = sample(.foreign) { $0.recipient.isAbroad = true }
    expect(
      effect(abroad, .notice, nil, receipt(.published, "2026-03-02")), "2026-05-06", "第二百八十三条第二款", .deemed)
    let rigid = EffectRules(EffectOptions(rollsNotice: false))
    let attempt = Attempt(.notice, at: noon, receipts: [receipt(.published, "2026-01-20")])
    expect(rigid.effect(of: sample(), attempt), "2026-02-19", "第九十五条", .deemed)
    expect(rules.effect(of: sample(), attempt), "2026-02-24", "第九十五条", .deemed)
  }

  @Test func noticeIsPendingUntilItsDay() {
    let attempt = Attempt(.notice, at: noon, receipts: [receipt(.published, "2026-03-04")])
    guard case .pending(let day, _, _) = rules.effect(of: sample(), [attempt], on: date("2026-04-02")) else {
      Issue.record("not pending")
      return
    }
    #expect(day == date("2026-04-03"))
    #expect(rules.effect(of: sample(), [attempt], on: date("2026-04-03")).served != nil)
  }

  @Test func foreignPostAndProofs() {
    let abroad = sample(.foreign) { $0.recipient.isAbroad = true }
    expect(effect(abroad, .foreignPost, 2, receipt(.signed, "2026-03-20")), "2026-03-20", "第五百三十四条")
    let established = effect(
      abroad, .foreignPost, 2, receipt(.sent, "2026-03-02"), receipt(.established, "2026-06-10"))
    expect(established, "2026-06-02", "第二百八十三条第一款第八项", .deemed)
    expect(effect(abroad, .foreignPost, 2, receipt(.sent, "2026-03-02")), nil)
    let items: [(Channel, String)] = [
      (.treaty, "一"), (.diplomatic, "二"), (.embassy, "三"), (.foreignAgent, "四"), (.otherAgreed, "十"),
    ]
    for (channel, item) in items {
      expect(
        effect(abroad, channel, nil, receipt(.signed, "2026-05-08")), "2026-05-08", "第二百八十三条第一款第\(item)项")
    }
  }

  @Test func contradictoryReportsAreNoServiceUntilSomebodyLooks() {
    expect(
      effect(sample(), .electronic, 0, receipt(.arrived, "2026-03-04"), receipt(.bounced, "2026-03-04")), nil)
    expect(
      effect(
        sample(), .post, 2, receipt(.signed, "2026-03-06", .recipient),
        receipt(.returned, "2026-03-08", .moved)), nil)
  }
}
