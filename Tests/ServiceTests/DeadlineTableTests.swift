import ChineseText
import Testing

@testable import Service

/// Every row of the deadline table with its article; start 2026-06-01 (a Monday), hand-computed last days.
struct DeadlineTableTests {
  private let calculator = DeadlineCalculator(calendar: .published)

  @Test(arguments: [
    ("complaint.send", "2026-06-08", "《民事诉讼法》第一百二十八条第一款"),  // 06-06 is a Saturday
    ("answer", "2026-06-16", "《民事诉讼法》第一百二十八条第一款"),
    ("answer.forward", "2026-06-08", "《民事诉讼法》第一百二十八条第一款"),
    ("answer.foreign", "2026-07-01", "《民事诉讼法》第二百八十五条"),
    ("answer.small", "2026-06-16", "《最高人民法院关于适用〈民事诉讼法〉的解释》第二百七十五条第二款"),
    ("answer.administrative", "2026-06-16", "《行政诉讼法》第六十七条第一款"),
    ("hearing.notice", "2026-05-29", "《民事诉讼法》第一百三十九条"),
    ("evidence.ordinary", "2026-06-16", "《最高人民法院关于适用〈民事诉讼法〉的解释》第九十九条第二款"),
    ("evidence.second", "2026-06-11", "《最高人民法院关于适用〈民事诉讼法〉的解释》第九十九条第二款"),
    ("evidence.summary", "2026-06-16", "《最高人民法院关于适用〈民事诉讼法〉的解释》第二百六十六条第一款"),
    ("evidence.small", "2026-06-08", "《最高人民法院关于适用〈民事诉讼法〉的解释》第二百七十五条第一款"),
    ("judgment.send", "2026-06-11", "《民事诉讼法》第一百五十一条第二款"),
    ("judgment.send.administrative", "2026-06-11", "《行政诉讼法》第八十条第二款"),
    ("judgment.hand", "2026-06-01", "《民事诉讼法》第一百五十一条第二款"),
    ("appeal.judgment", "2026-06-16", "《民事诉讼法》第一百七十一条第一款"),
    ("appeal.ruling", "2026-06-11", "《民事诉讼法》第一百七十一条第二款"),
    ("appeal.foreign", "2026-07-01", "《民事诉讼法》第二百八十六条"),
    ("appeal.judgment.administrative", "2026-06-16", "《行政诉讼法》第八十五条"),
    ("appeal.ruling.administrative", "2026-06-11", "《行政诉讼法》第八十五条"),
    ("appeal.forward", "2026-06-08", "《民事诉讼法》第一百七十四条第一款"),
    ("appeal.answer", "2026-06-16", "《民事诉讼法》第一百七十四条第一款"),
    ("appeal.answer.foreign", "2026-07-01", "《民事诉讼法》第二百八十六条"),
    ("appeal.judgment.criminal", "2026-06-11", "《刑事诉讼法》第二百三十条"),
    ("appeal.ruling.criminal", "2026-06-08", "《刑事诉讼法》第二百三十条"),
    ("indictment.send", "2026-05-22", "《刑事诉讼法》第一百八十七条第一款"),
    ("hearing.notice.criminal", "2026-05-29", "《刑事诉讼法》第一百八十七条第三款"),
    ("judgment.send.criminal", "2026-06-08", "《刑事诉讼法》第二百零二条第二款"),
    ("entrust", "2026-06-11", "《最高人民法院关于适用〈民事诉讼法〉的解释》第一百三十四条第二款"),
    ("entrust.criminal", "2026-06-11", "《最高人民法院关于适用〈刑事诉讼法〉的解释》第二百零六条"),
    ("notice", "2026-07-01", "《民事诉讼法》第九十五条第一款"),
    ("notice.foreign", "2026-07-31", "《民事诉讼法》第二百八十三条第二款"),
    ("post.foreign", "2026-09-01", "《民事诉讼法》第二百八十三条第一款第八项"),
    ("trial.ordinary", "2026-12-01", "《民事诉讼法》第一百五十二条"),
    ("trial.summary", "2026-09-01", "《民事诉讼法》第一百六十四条"),
    ("trial.small", "2026-08-03", "《民事诉讼法》第一百六十八条"),  // 08-01 is a Saturday
    ("trial.second", "2026-09-01", "《民事诉讼法》第一百八十三条第一款"),
    ("trial.second.ruling", "2026-07-01", "《民事诉讼法》第一百八十三条第二款"),
  ])
  func row(_ id: String, _ last: String, _ article: String) throws {
    let row = try #require(DeadlineTable.row(id))
    let deadline = try #require(row.deadline(from: date("2026-06-01"), calculator: calculator))
    #expect(deadline.last == date(last))
    #expect(row.articles.first?.description == article)
    #expect(deadline.basis.starts(with: row.articles))
  }

  @Test func everyRowIsTested() { #expect(DeadlineTable.rows.count == 38) }

  @Test func evidenceAfterNoticeStartsTheNextDay() throws {
    let row = try #require(DeadlineTable.row("evidence.notice"))
    #expect(row.articles == [Article(.evidence, 55, "第五项")])
    let deadline = row.deadline(from: date("2026-07-01"), fixed: .days(15), calculator: calculator)
    #expect(deadline?.last == date("2026-07-16"))
  }

  @Test func courtFixedPeriodsKeepTheirBounds() throws {
    let ordinary = try #require(DeadlineTable.row("evidence.ordinary"))
    #expect(ordinary.allows(.days(15)) && ordinary.allows(.days(30)) && !ordinary.allows(.days(14)))
    let small = try #require(DeadlineTable.row("evidence.small"))
    #expect(small.allows(.days(7)) && !small.allows(.days(8)))
  }

  @Test func extensions() {
    #expect(DeadlineTable.row("trial.ordinary")?.extensible == .months(6))
    #expect(DeadlineTable.row("trial.summary")?.extensible == .months(1))
    #expect(DeadlineTable.row("trial.small")?.extensible == .months(1))
  }
}
