import TextCore

/// A time of day to the minute.
public struct ClockTime: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 0 to 24 (24 only with minute 0).
  public let hour: Int
  /// 0 to 59.
  public let minute: Int

  /// Makes a time; nil outside the day.
  public init?(hour: Int, minute: Int = 0) {
    guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else {
      return nil
    }
    self.hour = hour
    self.minute = minute
  }

  /// ISO 8601 `HH:MM`.
  public var description: String {
    (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// Earlier times come first.
  public static func < (a: ClockTime, b: ClockTime) -> Bool { (a.hour, a.minute) < (b.hour, b.minute) }

  /// Reads 上午九点半, 晚上8时30分, 八点一刻, 14:05 at `offset`; 下午 and 晚上 move hours below twelve to the second half.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<ClockTime>? {
    var cursor = NumberCursor(bytes, offset, end)
    let isLate = cursor.take("下午", "晚上", "傍晚", "当晚", "夜里", "晚", "午后")
    let isNoon = !isLate && cursor.take("中午")
    if !isLate, !isNoon { cursor.take("上午", "早上", "凌晨", "清晨", "早晨", "早") }
    guard let said = cursor.integer(0...24) else { return nil }
    guard let minute = minute(&cursor) else { return nil }
    let hour = (isLate && said < 12) || (isNoon && said < 11) ? said + 12 : said
    return ClockTime(hour: hour, minute: minute).map { Reading($0, end: cursor.offset) }
  }

  private static func minute(_ cursor: inout NumberCursor) -> Int? {
    if cursor.take(":", "：") {
      return cursor.integer(0...59)
    }
    guard cursor.take("点钟", "点", "时", "點") else { return nil }
    if cursor.take("整", "正") { return 0 }
    if cursor.take("半") { return 30 }
    if cursor.take("一刻", "1刻") { return 15 }
    if cursor.take("三刻", "3刻") { return 45 }
    let start = cursor
    cursor.take("零", "〇")
    guard let minute = cursor.integer(0...59) else {
      cursor = start
      return 0
    }
    cursor.take("分钟", "分")
    return minute
  }
}
