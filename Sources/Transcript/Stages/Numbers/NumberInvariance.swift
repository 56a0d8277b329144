import ChineseText
import TextCore

/// The safety check of the numbers stage: what a number is worth must be the same before and after an edit.
///
/// It reads both sides with the value readers of `ChineseText`, which share no code with the writing of figures. A
/// side that no reader knows (a plate, an address) says nothing; two readings that differ stop the edit.
enum NumberInvariance {
  /// False when both texts can be read and are worth something different, or when only the old one can be read.
  static func holds(_ rule: String, _ before: [UInt8], _ after: [UInt8]) -> Bool {
    let after = after.first == 0x20 ? Array(after.dropFirst()) : after
    switch rule {
    case "numbers.date": return same(DateReader.read(before, at: 0), DateReader.read(after, at: 0))
    case "numbers.time": return same(ClockTime.read(before, at: 0), ClockTime.read(after, at: 0))
    case "numbers.percent": return same(PercentReader.read(before, at: 0), PercentReader.read(after, at: 0))
    case "numbers.money":
      return same(MoneyReader.read(before, at: 0, bare: true), MoneyReader.read(after, at: 0, bare: true))
    case "numbers.count", "numbers.measure", "numbers.decimal", "numbers.ordinal", "numbers.address",
      "numbers.number":
      return sameNumber(before, after)
    case "numbers.digits", "numbers.phone", "numbers.identity", "numbers.account", "numbers.plate":
      return sameDigits(before, after)
    default: return true
    }
  }

  private static func same<Value: Equatable>(
    _ before: ChineseText.Reading<Value>?, _ after: ChineseText.Reading<Value>?
  ) -> Bool {
    guard let before else { return true }
    return before.value == after?.value
  }

  private static func sameNumber(_ before: [UInt8], _ after: [UInt8]) -> Bool {
    guard let value = Numeral.read(before, at: 0, end: before.count)?.value else { return true }
    return value == Numeral.read(after, at: 0, end: after.count)?.value
  }

  /// The digits one by one, 幺 洞 拐 勾 as they are spoken; anything else (letters, points) is left out on both sides.
  private static func sameDigits(_ before: [UInt8], _ after: [UInt8]) -> Bool {
    guard !hasUnit(before) else { return true }
    return digits(before) == digits(after)
  }

  private static func hasUnit(_ bytes: [UInt8]) -> Bool {
    forEachScalar(bytes).contains { $0 >= NumeralScalar.ten && $0 <= NumeralScalar.thirty }
  }

  private static func digits(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let (code, length) = NumeralScalar.code(bytes, offset, bytes.count)
      if let digit = NumeralScalar.digit(code) ?? radio(bytes, offset) { result.append(UInt8(digit)) }
      offset += max(1, length)
    }
    return result
  }

  private static func radio(_ bytes: [UInt8], _ offset: Int) -> Int? {
    switch UTF8Bytes.scalar(bytes, offset).value {
    case 0x6D1E: 0  // 洞
    case 0x62D0: 7  // 拐
    case 0x52FE: 9  // 勾
    default: nil
    }
  }

  private static func forEachScalar(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let (code, length) = NumeralScalar.code(bytes, offset, bytes.count)
      result.append(code)
      offset += max(1, length)
    }
    return result
  }
}
