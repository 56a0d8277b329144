import ChineseText
import Testing

@testable import Service

struct DeadlineTests {
  private let calculator = DeadlineCalculator(calendar: .published)

  /// The ten worked examples of the domain notes: start, period, end before and after moving.
  @Test(arguments: [
    ("2025-09-16", "15日", "2025-10-01", "2025-10-09"), ("2025-09-17", "15日", "2025-10-02", "2025-10-09"),
    ("2025-09-26", "10日", "2025-10-06", "2025-10-09"), ("2026-02-02", "15日", "2026-02-17", "2026-02-24"),
    ("2025-01-12", "15日", "2025-01-27", "2025-01-27"), ("2024-04-27", "10日", "2024-05-07", "2024-05-07"),
    ("2026-04-16", "15日", "2026-05-01", "2026-05-06"), ("2026-01-20", "30日", "2026-02-19", "2026-02-24"),
    ("2025-01-11", "15日", "2025-01-26", "2025-01-26"), ("2025-08-31", "6个月", "2026-02-28", "2026-02-28"),
  ])
  func workedExamples(_ start: String, _ length: String, _ nominal: String, _ last: String) throws {
    let deadline = calculator.deadline(try #require(Period(length)), from: date(start))
    #expect(deadline.nominal == date(nominal))
    #expect(deadline.last == date(last))
    #expect(deadline.rolledFrom == (nominal == last ? nil : date(nominal)))
    #expect(deadline.unsettled.isEmpty)
  }

  @Test func basisNamesTheArticles() {
    let moved = calculator.deadline(.days(15), from: date("2025-09-16"))
    #expect(moved.basis.text.hasPrefix("《民事诉讼法》第八十五条第二款、第三款"))
    let months = calculator.deadline(.months(6), from: date("2025-08-31"))
    #expect(months.basis.text.contains("《民法典》第二百零二条"))
    #expect(Article(.civilInterpretation, 135).description == "《最高人民法院关于适用〈民事诉讼法〉的解释》第一百三十五条")
    #expect(Article(.civil, 90).description == "《民事诉讼法》第九十条")
    #expect(Article(.civilInterpretation, 206).description.hasSuffix("第二百零六条"))
  }

  @Test func custodyNeverMoves() {
    let free = calculator.deadline(.days(10), from: date("2025-09-21"), rules: .criminal)
    let held = calculator.deadline(.days(10), from: date("2025-09-21"), rules: .custody)
    #expect(free.last == date("2025-10-09"))
    #expect(held.last == date("2025-10-01"))
  }

  @Test func criminalMonthEndStaysMonthEnd() {
    #expect(
      calculator.deadline(.months(1), from: date("2025-02-28"), rules: .criminal).nominal
        == date("2025-03-31"))
    #expect(
      calculator.deadline(.months(1), from: date("2025-02-28"), rules: .civil).nominal == date("2025-03-28"))
    #expect(
      calculator.deadline(.months(1), from: date("2025-01-31"), rules: .civil).nominal == date("2025-02-28"))
    #expect(
      calculator.deadline(.years(1), from: date("2024-02-29"), rules: .civil).nominal == date("2025-02-28"))
  }

  @Test func missingNoticeIsSaid() {
    #expect(calculator.deadline(.days(30), from: date("2026-12-15")).unsettled == [date("2027-01-14")])
    #expect(calculator.deadline(.days(15), from: date("2014-06-01")).unsettled == [date("2014-06-16")])
    #expect(calculator.deadline(.days(15), from: date("2026-12-01")).unsettled.isEmpty)
  }

  /// Every start day 2015–2026 with every period of the table, against the rule written out naively.
  @Test func everyDayAgainstTheNaiveRule() {
    let calendar = CourtCalendar.published
    let periods: [Period] = [3, 5, 7, 10, 15, 30, 60].map(Period.days) + [1, 2, 3, 6].map(Period.months)
    for number in date("2015-01-01").dayNumber...date("2026-12-31").dayNumber {
      let start = CalendarDate(dayNumber: number)
      for period in periods {
        var expected = start
        if case .days(let count) = period { for _ in 0..<count { expected = expected.adding(days: 1) } }
        if case .months(let count) = period { expected = expected.adding(months: count) }
        while calendar.isOff(expected) { expected = expected.adding(days: 1) }
        let last = calculator.deadline(period, from: start).last
        if last != expected { Issue.record("\(start) + \(period): \(last), expected \(expected)") }
      }
    }
  }

  @Test(arguments: [
    ("15日", Period.days(15)), ("15 天", .days(15)), ("十五日", .days(15)), ("三十日", .days(30)), ("10日", .days(10)),
    ("六个月", .months(6)), ("6个月", .months(6)), ("半个月", .days(15)), ("半年", .months(6)), ("1年", .years(1)),
    ("两个月", .months(2)),
    ("二十一日", .days(21)), ("9999日", .days(9999)),
  ])
  func periodsRead(_ text: String, _ period: Period) { #expect(Period(text) == period) }

  @Test(arguments: [
    "", "日", "0日", "-5日", "15", "15小时", "十十日", "99999999999999999999日", "10000日", "1.5月", "十五", "百日", "1日2月",
  ])
  func periodsRefused(_ text: String) { #expect(Period(text) == nil) }
}
