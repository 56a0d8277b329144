import Foundation
import TextCore

/// A day of the traditional calendar as it is spoken: 2022年腊月二十六, 农历三月初十, 八月廿三.
public struct LunarDate: Hashable, Sendable {
  /// The lunar year by the number of the civil year in which it begins; nil when it is not said.
  public let year: Int?
  /// 1 to 12; leap months are not read.
  public let month: Int
  /// 1 to 30.
  public let day: Int

  /// Reads a lunar day at `offset`; it is one by its marker (农历), its month (正月, 冬月, 腊月) or its day (初六, 廿三).
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<LunarDate>? {
    var cursor = NumberCursor(bytes, offset, end)
    let start = cursor
    var year = cursor.integer(1900...2100)
    if year != nil, !cursor.take("年") { (cursor, year) = (start, nil) }
    if year != nil { cursor.take("的") }
    let isMarked = cursor.take("农历", "阴历", "旧历", "古历")
    guard let (month, isNamed) = month(&cursor), isMarked || isNamed || cursor.has("初") || cursor.has("廿"),
      let day = day(&cursor), !cursor.has("日"), !cursor.has("号")
    else { return nil }
    return Reading(LunarDate(year: year, month: month, day: day), end: cursor.offset)
  }

  private static func month(_ cursor: inout NumberCursor) -> (Int, isNamed: Bool)? {
    if cursor.take("正月") { return (1, true) }
    if cursor.take("冬月") { return (11, true) }
    if cursor.take("腊月") { return (12, true) }
    guard let month = cursor.integer(1...12), cursor.take("月") else { return nil }
    return (month, false)
  }

  private static func day(_ cursor: inout NumberCursor) -> Int? {
    if cursor.take("初") { return cursor.integer(1...10) }
    if cursor.take("廿") { return 20 + (cursor.integer(1...9) ?? 0) }
    return cursor.integer(10...30)
  }

  /// The civil day in the lunar year that begins in `year` (Chinese calendar of the ICU, Asia/Shanghai); nil when the
  /// month has no such day. Takes some microseconds.
  public func gregorian(year: Int) -> CalendarDate? {
    var lunar = Calendar(identifier: .chinese)
    var civil = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(identifier: "Asia/Shanghai") else { return nil }
    (lunar.timeZone, civil.timeZone) = (zone, zone)
    guard let summer = civil.date(from: DateComponents(year: year, month: 7, day: 1, hour: 12)) else {
      return nil
    }
    var wanted = lunar.dateComponents([.era, .year], from: summer)
    (wanted.month, wanted.day, wanted.hour, wanted.isLeapMonth) = (month, day, 12, false)
    guard let date = lunar.date(from: wanted) else { return nil }
    let found = lunar.dateComponents([.month, .day], from: date)
    guard found.month == month, found.day == day else { return nil }
    let parts = civil.dateComponents([.year, .month, .day], from: date)
    return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }
}
