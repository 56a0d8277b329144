import ChineseText
import TextCore

/// Reads lengths of time.
extension SlotReader {
  /// A length of time: 8个月, 三年零六个月. Working days are no calendar period.
  func period(_ offset: Int) -> (String, Int)? {
    // 2023年 is a year, 8月 is August, 8个月 a length of time; 工作日 are no calendar days.
    guard !isYear(offset), !isVague(offset),
      let reading = CalendarPeriod.read(bytes, at: offset, end: end)
    else { return nil }
    let isMonth = has(Self.month, before: reading.end) && !has(Self.months, before: reading.end)
    return isMonth || isDayOfMonth(offset..<reading.end) || isEach(reading.end)
      || Self.workingDays.occur(bytes, in: offset..<reading.end)
      ? nil : (reading.value.description, reading.end)
  }

  /// True for 7月1日 and the 1日 of it, which is a day.
  private func isDayOfMonth(_ range: Range<Int>) -> Bool {
    guard has(Self.day, before: range.upperBound) else { return false }
    let isInMonth = has(Self.month, before: range.lowerBound) && !has(Self.months, before: range.lowerBound)
    return isInMonth || Self.monthNames.occur(bytes, in: range, skipping: Self.monthCounts)
  }

  private static let month = Array("月".utf8)
  private static let months = Array("个月".utf8)
  private static let day = Array("日".utf8)
  private static let monthNames = Cues(["月"])
  private static let monthCounts = Cues(["个月"])
  private static let workingDays = Cues(["工作日"])

  /// True before an amount, which is what is paid for the time: 一个月9000元.
  private func isEach(_ stop: Int) -> Bool { MoneyReader.read(bytes, at: stop, end: end) != nil }
}
