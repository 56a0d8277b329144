import TextCore

/// A length of time in calendar units, not anchored to a day.
public struct CalendarPeriod: Hashable, Sendable, CustomStringConvertible {
  /// Whole months, years counted as twelve.
  public var months = 0
  /// Days, weeks counted as seven.
  public var days = 0
  /// Minutes, hours counted as sixty.
  public var minutes = 0

  /// Makes a period from its parts.
  public init(months: Int = 0, days: Int = 0, minutes: Int = 0) {
    self.months = months
    self.days = days
    self.minutes = minutes
  }

  /// ISO 8601 duration: `P3M`, `P2Y6M`, `P15D`, `PT1H30M`; `P0D` when empty.
  public var description: String {
    func part(_ value: Int, _ unit: String) -> String { value == 0 ? "" : "\(value)\(unit)" }
    let date = part(months / 12, "Y") + part(months % 12, "M") + part(days, "D")
    let time = part(minutes / 60, "H") + part(minutes % 60, "M")
    return date.isEmpty && time.isEmpty ? "P0D" : "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  /// Reads 三个月, 两年半, 一年零两个月, 半年, 十五日, 24小时, 一个半月, 六十个工作日 (as days) at `offset`.
  ///
  /// 半 of a month is 15 days, of a day 12 hours; approximate periods (三五天) are not read.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<CalendarPeriod>? {
    var cursor = NumberCursor(bytes, offset, end)
    var total = CalendarPeriod()
    var found = false
    while true {
      let before = cursor
      if found { cursor.take("零", "又", "加", "余") }
      guard let piece = piece(&cursor), let sum = total.adding(piece) else {
        cursor = before
        break
      }
      total = sum
      found = true
    }
    return found ? Reading(total, end: cursor.offset) : nil
  }

  /// A whole text as one period; nil when something is left over.
  public static func value(of text: String) -> CalendarPeriod? {
    let bytes = Array(text.utf8)
    guard let reading = read(bytes, at: 0), reading.end == bytes.count else { return nil }
    return reading.value
  }

  private enum Unit {
    case years, months, weeks, days, hours, minutes

    var one: CalendarPeriod {
      switch self {
      case .years: CalendarPeriod(months: 12)
      case .months: CalendarPeriod(months: 1)
      case .weeks: CalendarPeriod(days: 7)
      case .days: CalendarPeriod(days: 1)
      case .hours: CalendarPeriod(minutes: 60)
      case .minutes: CalendarPeriod(minutes: 1)
      }
    }

    /// Half of it, nil where that is no whole part.
    var half: CalendarPeriod? {
      switch self {
      case .years: CalendarPeriod(months: 6)
      case .months: CalendarPeriod(days: 15)
      case .days: CalendarPeriod(minutes: 720)
      case .hours: CalendarPeriod(minutes: 30)
      case .weeks, .minutes: nil
      }
    }
  }

  private static func piece(_ cursor: inout NumberCursor) -> CalendarPeriod? {
    if cursor.take("半个", "半") { return unit(&cursor)?.half }
    guard let numeral = Numeral.read(cursor.bytes, at: cursor.offset, end: cursor.end),
      numeral.dropped == nil,
      numeral.form != .digits, let value = numeral.value, value.mantissa < 1_000_000
    else { return nil }
    cursor.offset = numeral.end
    let halfBefore = cursor.take("个半")
    if !halfBefore { cursor.take("个") }
    guard let unit = unit(&cursor) else { return nil }
    let halfAfter = halfBefore || cursor.take("半")
    if value.scale == 1, value.mantissa % 10 == 5, let half = unit.half {
      return unit.one.times(value.mantissa / 10).adding(half)
    }
    guard let count = value.integer else { return nil }
    let whole = unit.one.times(count)
    guard halfAfter else { return whole }
    return unit.half.flatMap { whole.adding($0) }
  }

  private static func unit(_ cursor: inout NumberCursor) -> Unit? {
    if cursor.has("月份") || cursor.has("年级") || cursor.has("年代") || cursor.has("日元") { return nil }
    if cursor.take("周年", "年") { return .years }
    if cursor.take("个月", "月") { return .months }
    if cursor.take("星期", "礼拜", "周") { return .weeks }
    if cursor.take("工作日", "自然日", "天", "日") { return .days }
    if cursor.take("小时", "钟头") { return .hours }
    return cursor.take("分钟") ? .minutes : nil
  }

  private func times(_ count: Int) -> CalendarPeriod {
    CalendarPeriod(months: months * count, days: days * count, minutes: minutes * count)
  }

  private func adding(_ other: CalendarPeriod) -> CalendarPeriod? {
    let sum = CalendarPeriod(
      months: months + other.months, days: days + other.days, minutes: minutes + other.minutes)
    return sum.months < 1_000_000_000 && sum.days < 1_000_000_000 && sum.minutes < 1_000_000_000 ? sum : nil
  }
}
