import Testing

@testable import ChineseText

@Suite struct CalendarDateTests {
  @Test func everyDayNumberThereAndBack() {
    var expected = CalendarDate(year: 1, month: 1, day: 1)!
    #expect(expected.dayNumber == CalendarDate.dayNumbers.lowerBound)
    for number in -1000...1_000 { #expect(CalendarDate(dayNumber: number).dayNumber == number) }
    var wrong = 0
    for number in CalendarDate.dayNumbers {
      let date = CalendarDate(dayNumber: number)
      if date != expected || date.dayNumber != number { wrong += 1 }
      expected = next(expected)
    }
    #expect(wrong == 0)
    #expect(CalendarDate(year: 9999, month: 12, day: 31)!.dayNumber == CalendarDate.dayNumbers.upperBound)
  }

  /// The next day by counting, without day numbers; the last day is followed by itself.
  private func next(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(year: date.year, month: date.month, day: date.day + 1)
      ?? CalendarDate(year: date.year, month: date.month + 1, day: 1)
      ?? CalendarDate(year: date.year + 1, month: 1, day: 1) ?? date
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"),
    ("2023-12-15", 1, "2024-01-15"), ("2024-03-31", -1, "2024-02-29"), ("9999-12-01", 1, "9999-12-31"),
    ("0001-01-05", -1, "0001-01-01"),
  ])
  func monthsClip(_ from: String, _ months: Int, _ to: String) {
    #expect(CalendarDate(iso: from)?.adding(months: months).iso == to)
  }

  @Test func weekdays() {
    #expect(CalendarDate(iso: "2024-01-01")?.weekday == 1)
    #expect(CalendarDate(iso: "2023-05-07")?.weekday == 7)
    #expect(CalendarDate(iso: "1900-01-01")?.weekday == 1)
    #expect(CalendarDate(iso: "0001-01-01")?.weekday == 1)
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "0000-01-01", "2023-1-1", "2023/01/01", "２０２３-01-01", "", "2023-00-10",
  ])
  func refuses(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func extremesDoNotTrap() {
    let date = CalendarDate(iso: "2024-06-01")!
    #expect(date.adding(days: .max).iso == "9999-12-31")
    #expect(date.adding(days: .min).iso == "0001-01-01")
    #expect(date.adding(months: .max).iso == "9999-12-31")
    #expect(date.adding(months: .min).iso == "0001-01-01")
    #expect(CalendarDate(dayNumber: .min).iso == "0001-01-01")
    #expect(CalendarDate.days(inMonth: 0, year: 2024) == 0)
  }
}
