import ChineseText

/// A moment, to the second, read and printed in Beijing time (UTC+8, no daylight saving since 1992).
public struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z, clipped to the years 1 to 9999.
  public init(seconds: Int) { self.seconds = min(max(seconds, -62_135_510_400), 253_402_214_399) }

  /// The moment of a day in Beijing, at midnight or so many seconds later.
  public init(_ date: CalendarDate, second: Int = 0) {
    self.init(seconds: date.dayNumber * 86_400 + second - Self.offset)
  }

  /// Reads `2025-12-10`, `2025-12-10 16:25`, `2025-12-10 16:25:37`, the same with `T`, and an ending `+08:00`, `Z` or
  /// any other offset; nil for anything else. Without an offset it is Beijing time.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    guard bytes.count > 10 else { self.init(date); return }
    guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      let (second, end) = Self.clock(bytes, 11), let offset = Self.zone(bytes, end)
    else { return nil }
    self.init(seconds: date.dayNumber * 86_400 + second - offset)
  }

  /// The day in Beijing.
  public var date: CalendarDate { CalendarDate(dayNumber: Self.floorDivide(seconds + Self.offset, 86_400)) }

  /// Seconds since midnight in Beijing, 0 to 86,399.
  public var secondOfDay: Int { seconds + Self.offset - date.dayNumber * 86_400 }

  /// `2025-12-10T16:25:37+08:00`.
  public var iso: String { String(decoding: isoBytes, as: UTF8.self) }

  /// `2025-12-10 16:25:37`, for people.
  public var description: String { String(iso.prefix(19)).replacing("T", with: " ") }

  /// The moment so many seconds later.
  public func adding(seconds count: Int) -> Moment { Moment(seconds: seconds &+ count) }

  /// Earlier moments come first.
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// The 25 bytes of `iso`.
  var isoBytes: [UInt8] {
    let (day, second) = (date, secondOfDay)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(25)
    func two(_ value: Int) { bytes += [UInt8(0x30 + value / 10), UInt8(0x30 + value % 10)] }
    two(day.year / 100); two(day.year % 100)
    bytes.append(UInt8(ascii: "-")); two(day.month)
    bytes.append(UInt8(ascii: "-")); two(day.day)
    bytes.append(UInt8(ascii: "T")); two(second / 3600)
    bytes.append(UInt8(ascii: ":")); two(second / 60 % 60)
    bytes.append(UInt8(ascii: ":")); two(second % 60)
    bytes += [0x2B, 0x30, 0x38, 0x3A, 0x30, 0x30]
    return bytes
  }

  private static let offset = 8 * 3600

  private static func clock(_ bytes: [UInt8], _ start: Int) -> (second: Int, end: Int)? {
    guard let hour = two(bytes, start), hour < 24, start + 2 < bytes.count, bytes[start + 2] == 0x3A,
      let minute = two(bytes, start + 3), minute < 60
    else { return nil }
    guard start + 5 < bytes.count, bytes[start + 5] == 0x3A else {
      return (hour * 3600 + minute * 60, start + 5)
    }
    guard let second = two(bytes, start + 6), second < 60 else { return nil }
    return (hour * 3600 + minute * 60 + second, start + 8)
  }

  private static func zone(_ bytes: [UInt8], _ start: Int) -> Int? {
    if start == bytes.count { return offset }
    if start + 1 == bytes.count, bytes[start] == UInt8(ascii: "Z") { return 0 }
    guard start + 6 == bytes.count, bytes[start] == 0x2B || bytes[start] == 0x2D, bytes[start + 3] == 0x3A,
      let hours = two(bytes, start + 1), hours < 15, let minutes = two(bytes, start + 4), minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (bytes[start] == 0x2B ? 1 : -1)
  }

  private static func two(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 2 <= bytes.count, (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1])
    else { return nil }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
