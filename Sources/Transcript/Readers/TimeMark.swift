import TextCore

/// A time of the recording as engines write it: `00:00:03`, `1:02.5`, `[00:00:03,120 --> 00:00:07,000]`,
/// `2024-06-18 09:30:12`.
struct TimeMark {
  /// Milliseconds; the end equals the start where only one time is given.
  let time: TimeRange
  /// One past the last byte of the mark, closing bracket included.
  let end: Int

  /// The mark that starts at `offset`, or nil.
  static func parse(_ bytes: [UInt8], _ offset: Int, _ limit: Int) -> TimeMark? {
    let opener = bracket(bytes, offset, limit, openers)
    var index = Blank.skip(bytes, offset + opener, limit)
    guard let start = clock(bytes, &index, limit) else { return nil }
    var stop = start
    let dash = rangeMark(bytes, Blank.skip(bytes, index, limit), limit)
    if dash > 0 {
      var second = Blank.skip(bytes, Blank.skip(bytes, index, limit) + dash, limit)
      if let value = clock(bytes, &second, limit) {
        stop = max(start, value)
        index = second
      }
    }
    if opener > 0 {
      let close = Blank.skip(bytes, index, limit)
      let length = bracket(bytes, close, limit, closers)
      guard length > 0 else { return nil }
      index = close + length
    }
    return TimeMark(time: TimeRange(start: start, end: stop), end: index)
  }

  private static let openers: [[UInt8]] = ["[", "(", "【", "（"].map { Array($0.utf8) }
  private static let closers: [[UInt8]] = ["]", ")", "】", "）"].map { Array($0.utf8) }
  private static let rangeMarks: [[UInt8]] = ["-->", "->", "--", "-", "~", "–", "—"].map { Array($0.utf8) }

  private static func bracket(_ bytes: [UInt8], _ offset: Int, _ limit: Int, _ list: [[UInt8]]) -> Int {
    guard offset < limit, let found = list.first(where: { UTF8Bytes.hasPrefix(bytes, offset, $0) }) else {
      return 0
    }
    return found.count
  }

  private static func rangeMark(_ bytes: [UInt8], _ offset: Int, _ limit: Int) -> Int {
    bracket(bytes, offset, limit, rangeMarks)
  }

  /// `h:mm:ss`, `mm:ss`, both with an optional fraction, and a calendar date before it that is skipped.
  private static func clock(_ bytes: [UInt8], _ index: inout Int, _ limit: Int) -> Int? {
    var offset = skipDate(bytes, index, limit)
    guard let first = number(bytes, &offset, limit, digits: 1...4), colon(bytes, &offset, limit),
      let second = number(bytes, &offset, limit, digits: 2...2), second < 60
    else { return nil }
    var seconds = first * 60 + second
    var after = offset
    if colon(bytes, &after, limit), let third = number(bytes, &after, limit, digits: 2...2), third < 60 {
      seconds = seconds * 60 + third
      offset = after
    }
    index = offset
    return seconds * 1000 + fraction(bytes, &index, limit)
  }

  private static func skipDate(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Int {
    guard index + 11 <= limit, bytes[index + 4] == bytes[index + 7] else { return index }
    guard bytes[index + 4] == UInt8(ascii: "-") || bytes[index + 4] == UInt8(ascii: "/") else { return index }
    guard bytes[index + 10] == 0x20 || bytes[index + 10] == UInt8(ascii: "T") else { return index }
    return index + 11
  }

  private static func number(_ bytes: [UInt8], _ index: inout Int, _ limit: Int, digits: ClosedRange<Int>)
    -> Int?
  {
    var offset = index
    var value = 0
    while offset < limit, bytes[offset] >= 0x30, bytes[offset] <= 0x39, offset - index < digits.upperBound {
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset - index >= digits.lowerBound else { return nil }
    if offset < limit, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { return nil }
    index = offset
    return value
  }

  private static func colon(_ bytes: [UInt8], _ index: inout Int, _ limit: Int) -> Bool {
    guard index < limit, bytes[index] == UInt8(ascii: ":") else { return false }
    index += 1
    return true
  }

  private static func fraction(_ bytes: [UInt8], _ index: inout Int, _ limit: Int) -> Int {
    guard index + 1 < limit, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else {
      return 0
    }
    var offset = index + 1
    var value = 0
    var scale = 100
    while offset < limit, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
      value += Int(bytes[offset] - 0x30) * scale
      scale /= 10
      offset += 1
    }
    if offset > index + 1 { index = offset }
    return value
  }
}
