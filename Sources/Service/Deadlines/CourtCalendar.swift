import ChineseText

/// Which days are 法定休假日: the yearly notices of the State Council plus the weekends they leave alone.
public struct CourtCalendar: Sendable, Hashable {
  /// One year as its notices give it.
  public struct Year: Sendable, Hashable {
    /// Days off, weekdays and weekends alike, with the name of the holiday.
    public var off: [CalendarDate: String]
    /// 调休 working days.
    public var work: Set<CalendarDate>

    /// Makes a year.
    public init(off: [CalendarDate: String] = [:], work: Set<CalendarDate> = []) {
      self.off = off
      self.work = work
    }
  }

  /// The years that have a notice.
  public let years: [Int: Year]

  /// Makes a calendar of those years.
  public init(years: [Int: Year]) { self.years = years }

  /// The calendar that ships with the toolkit: `rulebases/calendar`, 2015 to 2026.
  public static let published: CourtCalendar = {
    let (calendar, problems) = CalendarReader.read(
      publishedFiles.map { (name: $0.name, bytes: Array($0.text.utf8)) })
    precondition(problems.isEmpty, "calendar tables are damaged")
    return calendar
  }()

  /// This calendar with the years of another in place of its own.
  public func merging(_ other: CourtCalendar) -> CourtCalendar {
    CourtCalendar(years: years.merging(other.years) { _, new in new })
  }

  /// True when work rests on that day: 法定节日 and moved rest days, or a weekend day that is not worked.
  ///
  /// Without a notice for the year only the weekends are known; see `isSettled`.
  public func isOff(_ date: CalendarDate) -> Bool {
    guard let year = years[date.year] else { return date.weekday >= 6 }
    return year.off[date] != nil || (date.weekday >= 6 && !year.work.contains(date))
  }

  /// What kind of day it is, in Chinese, for people who check a date.
  public func describe(_ date: CalendarDate) -> String {
    if let name = years[date.year]?.off[date] { return name }
    if years[date.year]?.work.contains(date) == true { return "调休上班日" }
    return date.weekday >= 6 ? "周末" : "工作日"
  }

  /// False when a notice that decides about the day is missing: that of its own year, or that of the next year for
  /// the last week of December, because 元旦 arrangements reach back into it (2018-12-29 to 31 were set that way).
  public func isSettled(_ date: CalendarDate) -> Bool {
    guard years[date.year] != nil else { return false }
    return date.month < 12 || date.day < 25 || years[date.year + 1] != nil
  }

  /// The day itself when it is worked, else the first working day after it (《民事诉讼法》第八十五条第三款).
  public func workingDay(onOrAfter date: CalendarDate) -> CalendarDate {
    var day = date
    for _ in 0..<60 where isOff(day) { day = day.adding(days: 1) }
    return day
  }
}
