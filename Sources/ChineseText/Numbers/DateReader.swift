import TextCore

/// Reads dates: 二〇二三年五月六号, 2023年5月, 2023-05-06, 21年3月, 去年十月, 上个月二十九号, 昨天.
///
/// Lunar dates (腊月二十六, 三月初六) are recognised and left: nil from there on, since their solar day is not in the words.
public enum DateReader {
  /// The date that starts at `offset`; nil when none does.
  ///
  /// - Parameter reference: the day that 去年, 上个月, 昨天 and two-digit years count from; without it, words that need it
  ///   are not read and two-digit years are taken for 19xx above 49 and 20xx below 50.
  public static func read(
    _ bytes: [UInt8], at offset: Int, end: Int? = nil, reference: CalendarDate? = nil
  ) -> Reading<PartialDate>? {
    var cursor = NumberCursor(bytes, offset, end)
    if let date = iso(&cursor) { return Reading(date, end: cursor.offset) }
    cursor = NumberCursor(bytes, offset, end)
    if let reference, let day = relativeDay(&cursor, reference) {
      return Reading(PartialDate(day), end: cursor.offset)
    }
    let year = year(&cursor, reference)
    let month = relativeMonth(&cursor, reference, year) ?? month(&cursor).map { (year, $0) }
    guard let (monthYear, monthValue) = month else {
      if let year, let date = PartialDate(year: year) { return Reading(date, end: cursor.offset) }
      return day(&cursor).flatMap { PartialDate(day: $0) }.map { Reading($0, end: cursor.offset) }
    }
    let afterMonth = cursor.offset
    if let day = day(&cursor), let date = PartialDate(year: monthYear, month: monthValue, day: day) {
      return Reading(date, end: cursor.offset)
    }
    return PartialDate(year: monthYear, month: monthValue).map { Reading($0, end: afterMonth) }
  }

  /// A whole text as one date; nil when something is left over.
  public static func value(of text: String, reference: CalendarDate? = nil) -> PartialDate? {
    let bytes = Array(text.utf8)
    guard let reading = read(bytes, at: 0, reference: reference), reading.end == bytes.count else {
      return nil
    }
    return reading.value
  }

  /// True when a lunar date starts at `offset`: 腊月二十六, 正月十五, 三月初六, 农历八月.
  public static func isLunar(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Bool {
    var cursor = NumberCursor(bytes, offset, end)
    if cursor.take("农历", "阴历", "旧历", "腊月", "正月", "冬月", "闰") { return true }
    guard cursor.integer(1...12) != nil, cursor.take("月") else { return false }
    return cursor.take("初")
  }

  // MARK: Parts

  private static func iso(_ cursor: inout NumberCursor) -> PartialDate? {
    guard let year = plain(&cursor, 4), cursor.take("-", "/", "."), let month = plain(&cursor, 2) else {
      return nil
    }
    let afterMonth = cursor
    if cursor.take("-", "/", "."), let day = plain(&cursor, 2) {
      return PartialDate(year: year, month: month, day: day)
    }
    cursor = afterMonth
    return cursor.has(".") ? nil : PartialDate(year: year, month: month)
  }

  private static func plain(_ cursor: inout NumberCursor, _ most: Int) -> Int? {
    var value = 0
    var count = 0
    while count < most, cursor.offset < cursor.end, cursor.bytes[cursor.offset] &- 0x30 < 10 {
      value = value * 10 + Int(cursor.bytes[cursor.offset] - 0x30)
      cursor.offset += 1
      count += 1
    }
    return count == 0 || most == 4 && count < 4 ? nil : value
  }

  private static func year(_ cursor: inout NumberCursor, _ reference: CalendarDate?) -> Int? {
    let start = cursor
    if let reference {
      let words: [(StaticString, Int)] = [
        ("今年", 0), ("本年", 0), ("去年", -1), ("前年", -2), ("大前年", -3), ("明年", 1), ("后年", 2),
      ]
      for (word, shift) in words where cursor.take(word) { return reference.year + shift }
    }
    guard let numeral = Numeral.read(cursor.bytes, at: cursor.offset, end: cursor.end, decimals: false) else {
      return nil
    }
    cursor.offset = numeral.end
    if cursor.take("年"), let year = fullYear(numeral, cursor.bytes, reference) { return year }
    cursor = start
    return nil
  }

  /// Four digits as they are, two digits in the century that fits, 两千零八 by its value.
  private static func fullYear(_ numeral: Numeral, _ bytes: [UInt8], _ reference: CalendarDate?) -> Int? {
    guard
      let value = numeral.digitString(bytes).flatMap({ Int(String(decoding: $0, as: UTF8.self)) })
        ?? numeral.value?.integer
    else { return nil }
    if (1000...2999).contains(value) { return value }
    guard numeral.form != .positional, numeral.count == 2 else { return nil }
    let century = 2000 + value
    return century > (reference.map { $0.year + 10 } ?? 2049) ? 1900 + value : century
  }

  private static func month(_ cursor: inout NumberCursor) -> Int? {
    let start = cursor
    if let month = cursor.integer(1...12), cursor.take("月"), !cursor.has("初") || !isLunarDay(cursor) {
      cursor.take("份")
      return month
    }
    cursor = start
    return nil
  }

  private static func isLunarDay(_ cursor: NumberCursor) -> Bool {
    var next = cursor
    next.take("初")
    return next.integer(1...10) != nil
  }

  private static func relativeMonth(
    _ cursor: inout NumberCursor, _ reference: CalendarDate?, _ year: Int?
  ) -> (Int?, Int)? {
    guard let reference, year == nil else { return nil }
    let words: [(StaticString, Int)] = [
      ("这个月", 0), ("本月", 0), ("当月", 0), ("上个月", -1), ("上月", -1), ("下个月", 1), ("下月", 1),
    ]
    for (word, shift) in words where cursor.take(word) {
      let date = reference.adding(months: shift)
      return (date.year, date.month)
    }
    return nil
  }

  private static func day(_ cursor: inout NumberCursor) -> Int? {
    let start = cursor
    if let day = cursor.integer(1...31), cursor.take("日", "号", "號") { return day }
    cursor = start
    return nil
  }

  private static func relativeDay(_ cursor: inout NumberCursor, _ reference: CalendarDate) -> CalendarDate? {
    let words: [(StaticString, Int)] = [
      ("今天", 0), ("今日", 0), ("当天", 0), ("昨天", -1), ("昨日", -1), ("大前天", -3), ("前天", -2), ("明天", 1), ("明日", 1),
      ("后天", 2),
    ]
    for (word, shift) in words where cursor.take(word) { return reference.adding(days: shift) }
    let start = cursor
    if let days = cursor.integer(1...3650), cursor.take("天前", "日前") { return reference.adding(days: -days) }
    cursor = start
    return nil
  }
}
