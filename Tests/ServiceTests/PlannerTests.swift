import ChineseText
import Testing

@testable import Service

struct PlannerTests {
  private func channels(_ record: ServiceRecord) -> [Channel] { Planner().plan(record).steps.map(\.channel) }
  private func reason(_ record: ServiceRecord, _ channel: Channel) -> ServicePlan.Exclusion? {
    Planner().plan(record).exclusions.first { $0.channel == channel }
  }

  @Test func electronicComesFirstAndNoticeLast() {
    let plan = channels(sample())
    #expect(plan.first == .electronic)
    #expect(plan.last == .notice)
    #expect(plan.firstIndex(of: .direct) ?? 9 < plan.firstIndex(of: .post) ?? 0)
    let difficult = channels(sample { $0.directIsDifficult = true })
    #expect(difficult.firstIndex(of: .post) ?? 9 < difficult.firstIndex(of: .direct) ?? 0)
  }

  @Test func everyChannelIsPlannedOrExcludedWithAReason() {
    for procedure in Procedure.allCases {
      for document in ["起诉状副本", "民事判决书", "民事调解书", "出庭通知书"] {
        let plan = Planner().plan(sample(procedure, document))
        for step in plan.steps { #expect(!step.articles.isEmpty, "\(procedure) \(step.channel)") }
        for exclusion in plan.exclusions { #expect(!exclusion.reason.isEmpty) }
        #expect(Set(plan.steps.map(\.channel)).isDisjoint(with: plan.exclusions.map(\.channel)))
      }
    }
  }

  @Test func noConsentNoElectronicService() {
    let silent = sample { $0.consent = .unknown }
    #expect(reason(silent, .electronic)?.articles.contains(Article(.civil, 90, "第一款")) == true)
    #expect(Planner().plan(silent).work.map(\.kind) == [.confirmByPhone])
    #expect(reason(sample { $0.consent = .refused }, .electronic) != nil)
  }

  @Test func mediationIsNeverLeftNorAnnounced() {
    let record = sample(.ordinary, "民事调解书")
    #expect(reason(record, .lien)?.articles == [Article(.civilInterpretation, 133)])
    #expect(reason(record, .notice)?.articles == [Article(.civilInterpretation, 133)])
  }

  @Test func summaryProcedureHasNoNotice() {
    for procedure in [Procedure.summary, .small] {
      #expect(reason(sample(procedure), .notice)?.articles.first == Article(.civilInterpretation, 140))
      #expect(channels(sample(procedure)).contains(.simple))
    }
    #expect(reason(sample(.ordinary), .simple)?.articles == [Article(.civilInterpretation, 261)])
    #expect(reason(sample(.summary, "民事判决书"), .simple) != nil)
  }

  @Test func judgmentsAtCourt() {
    let summary = sample(.summary, "民事判决书") { $0.facts.pronounced = date("2026-03-20") }
    #expect(channels(summary).contains(.pronounce) && channels(summary).contains(.collect))
    #expect(reason(sample(.summary, "民事判决书"), .collect) != nil)
    let ordinary = sample(.ordinary, "民事判决书") { $0.facts.pronounced = date("2026-03-20") }
    #expect(channels(ordinary).contains(.pronounce))
    #expect(reason(ordinary, .collect)?.articles == [Article(.summary, 28)])
  }

  @Test func agentsAreNotLeftTo() {
    #expect(
      reason(sample { $0.recipient.capacity = .agent }, .lien)?.articles == [
        Article(.civilInterpretation, 132)
      ])
    #expect(channels(sample { $0.recipient.capacity = .designated }).contains(.lien))
  }

  @Test func soldiersAndPrisonersAreServedThroughTheirUnits() {
    let rows: [(Recipient.Situation, Article)] = [
      (.military, Article(.civil, 92)), (.detained, Article(.civil, 93, "第一款")),
      (.education, Article(.civil, 93, "第二款")),
    ]
    for (situation, article) in rows {
      let plan = Planner().plan(sample { $0.recipient.situation = situation })
      #expect(plan.steps.first?.channel == .forward)
      #expect(plan.steps.first?.articles == [article])
      #expect(plan.exclusions.first { $0.channel == .direct }?.articles == [article])
    }
  }

  @Test func missingPersonsAreAnnounced() {
    let missing = sample { record in
      record.recipient.situation = .missing
      record.consent = .unknown
    }
    #expect(channels(missing).first == .notice || channels(missing).last == .notice)
    #expect(reason(missing, .post)?.articles == [Article(.post, 1, "第二项")])
    #expect(reason(missing, .direct) != nil)
  }

  @Test func foreignersFollowTheList() {
    let abroad = sample(.foreign) { $0.recipient.isAbroad = true }
    let plan = Planner().plan(abroad)
    #expect(plan.steps.first?.articles == [Article(.civil, 283, "第一款第九项")])
    #expect(plan.steps.last?.articles == [Article(.civil, 283, "第二款")])
    #expect(reason(abroad, .direct) != nil)
    #expect(Planner().plan(sample(.foreign)).work.contains { $0.kind == .checkDomicile })
    #expect(channels(sample(.foreign) { $0.recipient.isAbroad = false }).contains(.direct))
  }

  @Test func criminalDocumentsAreNeitherElectronicNorAnnounced() {
    let record = sample(.criminal, "刑事判决书")
    #expect(reason(record, .electronic) != nil && reason(record, .notice) != nil)
    #expect(channels(sample(.criminal, "出庭通知书")).contains(.simple))
  }

  @Test func administrativeElectronicCitesItsOwnArticle() {
    let step = Planner().plan(sample(.administrative)).steps.first
    #expect(step?.articles.contains(Article(.administrativeInterpretation, 51, "第二款")) == true)
  }
}
