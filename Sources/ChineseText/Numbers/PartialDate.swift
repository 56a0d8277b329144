import TextCore

/// A date of which the month or the day, or the year, may be missing.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// Full year, nil when it was not said.
  public let year: Int?
  /// Month 1...12, nil when it was not said.
  public let month: Int?
  /// Day 1...31, nil when it was not said.
  public let day: Int?

  /// Makes a date from what is known; nil when nothing is, or when such a day cannot be.
  public init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    guard year != nil || month != nil || day != nil else { return nil }
    if let month { guard (1...12).contains(month) else { return nil } }
    if let day {
      let longest = month.map { CalendarDate.days(inMonth: $0, year: year ?? 2000) } ?? 31
      guard (1...longest).contains(day), year == nil || month != nil else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A full date.
  public init(_ date: CalendarDate) {
    year = date.year
    month = date.month
    day = date.day
  }

  /// The full date; nil while a part is missing.
  public var date: CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// ISO 8601: `2023-05-06`, `2023-05`, `2023`, and without the year `--05-06`, `--05`, `---06`.
  public var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    switch (year, month, day) {
    case (let year?, let month?, let day?): return "\(four(year))-\(two(month))-\(two(day))"
    case (let year?, let month?, nil): return "\(four(year))-\(two(month))"
    case (let year?, nil, _): return four(year)
    case (nil, let month?, let day?): return "--\(two(month))-\(two(day))"
    case (nil, let month?, nil): return "--\(two(month))"
    case (nil, nil, let day?): return "---\(two(day))"
    case (nil, nil, nil): return ""
    }
  }

  /// This date with a missing year (and month, where only the day is known) taken from `reference`.
  public func completed(near reference: CalendarDate) -> PartialDate {
    if year != nil { return self }
    return PartialDate(year: reference.year, month: month ?? reference.month, day: day) ?? self
  }

  private func four(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
  }
}
