import ChineseText

/// The last day of a period and how it was found.
public struct Deadline: Hashable, Sendable {
  /// The day of the event, which does not count.
  public let start: CalendarDate
  /// The period.
  public let period: Period
  /// The last day before holidays are looked at.
  public let nominal: CalendarDate
  /// The last day.
  public let last: CalendarDate
  /// The articles it rests on.
  public let basis: [Article]
  /// Days whose holiday arrangement is not known, for want of a notice; empty when the date is certain.
  public let unsettled: [CalendarDate]

  /// The day the end was moved from; nil when it was not moved.
  public var rolledFrom: CalendarDate? { last == nominal ? nil : nominal }
}

/// Counts periods: the start does not count, months end on the corresponding day, and a last day that is a holiday
/// moves to the first day after it.
public struct DeadlineCalculator: Sendable {
  /// Whose rules count.
  public enum Rules: String, Sendable, CaseIterable {
    /// 《民事诉讼法》第八十五条.
    case civil
    /// 《行诉解释》第四十八条.
    case administrative
    /// 《刑事诉讼法》第一百零五条.
    case criminal
    /// 《刑事诉讼法》第一百零五条第四款 但书: a person in custody is not held longer because of a holiday.
    case custody
  }

  /// The calendar.
  public let calendar: CourtCalendar

  /// Makes a calculator over that calendar.
  public init(calendar: CourtCalendar) { self.calendar = calendar }

  /// The last day of the period that begins with an event on `start`; constant time.
  public func deadline(
    _ period: Period, from start: CalendarDate, rules: Rules = .civil, rolling: Bool = true
  ) -> Deadline {
    let nominal = Self.end(period, from: start, rules: rules)
    let rolls = rolling && rules != .custody
    let last = rolls ? calendar.workingDay(onOrAfter: nominal) : nominal
    let looked = rolls ? (nominal.dayNumber...last.dayNumber).map(CalendarDate.init(dayNumber:)) : []
    return Deadline(
      start: start, period: period, nominal: nominal, last: last,
      basis: Self.basis(period, rules, moved: last != nominal),
      unsettled: looked.filter { !calendar.isSettled($0) })
  }

  private static func end(_ period: Period, from start: CalendarDate, rules: Rules) -> CalendarDate {
    switch period {
    case .days(let count): return start.adding(days: count)
    case .months(let count): return months(count, from: start, rules)
    case .years(let count): return months(count * 12, from: start, rules)
    }
  }

  /// 《民法典》第二百零二条: the corresponding day, or the end of the month. 《刑诉解释》第二百零二条 adds that a period
  /// that starts on the last day of a month ends on the last day of a month.
  private static func months(_ count: Int, from start: CalendarDate, _ rules: Rules) -> CalendarDate {
    let end = start.adding(months: count)
    let monthEnd = start.day == CalendarDate.days(inMonth: start.month, year: start.year)
    guard rules == .criminal || rules == .custody, monthEnd else { return end }
    let last = CalendarDate.days(inMonth: end.month, year: end.year)
    return CalendarDate(year: end.year, month: end.month, day: last) ?? end
  }

  private static func basis(_ period: Period, _ rules: Rules, moved: Bool) -> [Article] {
    var articles: [Article]
    switch rules {
    case .civil:
      articles = [Article(.civil, 85, moved ? "第二款、第三款" : "第二款"), Article(.civilInterpretation, 125)]
    case .administrative: articles = [Article(.administrativeInterpretation, 48, moved ? "第二款、第三款" : "第二款")]
    case .criminal: articles = [Article(.criminal, 105, moved ? "第二款、第四款" : "第二款")]
    case .custody: articles = [Article(.criminal, 105, "第二款、第四款")]
    }
    if case .days = period { return articles }
    articles.append(
      rules == .criminal || rules == .custody
        ? Article(.criminalInterpretation, 202) : Article(.civilCode, 202))
    return articles
  }
}
