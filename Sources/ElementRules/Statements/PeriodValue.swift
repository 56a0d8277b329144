import ChineseText

/// A length of time as it was said: twelve months stay `P12M`, which is the same as `P1Y`.
enum PeriodValue {
  /// The ISO 8601 duration in the unit of the words: 12个月 is no `P1Y`.
  static func asSaid(_ value: String, words: String) -> String {
    guard words.contains("月"), !words.contains("年"), let period = CalendarPeriod.value(of: words),
      period.months > 0, period.days == 0, period.minutes == 0
    else { return value }
    return "P\(period.months)M"
  }

  /// True when two durations are equally long in years, months and days.
  static func agree(_ a: String, _ b: String) -> Bool { a == b || normal(a) == normal(b) }

  /// The duration with its whole years counted out.
  static func normal(_ value: String) -> String {
    guard value.hasPrefix("P"), value.hasSuffix("M"), !value.contains("T"), !value.contains("Y"),
      let months = Int(value.dropFirst().dropLast())
    else { return value }
    return CalendarPeriod(months: months).description
  }
}
