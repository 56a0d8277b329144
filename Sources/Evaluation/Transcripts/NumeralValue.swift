/// The value that a written numeral stands for, as a canonical string, so that 12300 and 一万两千三百 compare equal.
///
/// The measure's own small reader: it must not share a bug with what it measures.
public enum NumeralValue {
  private static let digits: [UInt32: Int] = {
    var table: [UInt32: Int] = [:]
    for (value, scalar) in "零一二三四五六七八九".unicodeScalars.enumerated() { table[scalar.value] = value }
    for (scalar, value) in [
      "〇": 0, "两": 2, "幺": 1, "俩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ] {
      table[scalar.unicodeScalars.first!.value] = value
    }
    for value in 0...9 { table[UInt32(0x30 + value)] = value }
    return table
  }()
  private static let units: [UInt32: Int] = [
    0x5341: 10, 0x767E: 100, 0x5343: 1000, 0x4E07: 10_000, 0x4EBF: 100_000_000, 0x62FE: 10, 0x4F70: 100,
    0x4EDF: 1000,
  ]
  private static let points: Set<UInt32> = [0x2E, 0x70B9]  // . 点
  private static let shares: [(String, String)] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")]

  /// True for a scalar that a numeral may be made of.
  public static func isNumeral(_ scalar: UInt32) -> Bool { digits[scalar] != nil || units[scalar] != nil }

  /// The canonical value; the text itself when it cannot be read.
  public static func canonical(_ scalars: [UInt32]) -> String {
    let text = TranscriptText.string(scalars)
    for (prefix, sign) in shares where text.hasPrefix(prefix) {
      return canonical(Array(scalars.dropFirst(3))) + sign
    }
    if let last = scalars.last, last == 0x25 || last == 0x2030 {
      return canonical(Array(scalars.dropLast())) + (last == 0x25 ? "%" : "‰")
    }
    let parts = scalars.filter { $0 != 0x2C }.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: points.contains)
    if parts.count == 2 { return decimal(parts[0], parts[1]) ?? text }
    return integer(parts[0]) ?? text
  }

  /// The value of one digit, or nil.
  static func digit(_ scalar: UInt32) -> Int? { digits[scalar] }

  /// `12.5万`, `一点五`: whole part, digits, then units.
  private static func decimal(_ whole: ArraySlice<UInt32>, _ rest: ArraySlice<UInt32>) -> String? {
    let fraction = rest.prefix { digits[$0] != nil }
    var zeros = 0
    for scalar in rest.dropFirst(fraction.count) {
      guard let unit = units[scalar] else { return nil }
      zeros += String(unit).count - 1
    }
    guard let head = integer(whole), !fraction.isEmpty, zeros < 40 else { return nil }
    var tail = fraction.map { String(digits[$0] ?? 0) }.joined()
    var shifted = head
    for _ in 0..<zeros { shifted += tail.isEmpty ? "0" : String(tail.removeFirst()) }
    while tail.last == "0" { tail.removeLast() }
    let value = withoutZeros(shifted)
    return tail.isEmpty ? value : value + "." + tail
  }

  private static func integer(_ scalars: ArraySlice<UInt32>) -> String? {
    guard !scalars.isEmpty, scalars.count <= 40, scalars.allSatisfy(isNumeral) else { return nil }
    if scalars.allSatisfy({ digits[$0] != nil }) {
      return scalars.map { String(digits[$0] ?? 0) }.joined()
    }
    return spoken(scalars).map { String($0) }
  }

  /// Digits with units; a last digit after a unit takes the next lower one (三万五 is 35000).
  private static func spoken(_ scalars: ArraySlice<UInt32>) -> Int? {
    var (total, section, number, lastUnit) = (0, 0, 0, 1)
    var sawZero = false
    for scalar in scalars {
      if let digit = digits[scalar] {
        sawZero = digit == 0
        guard number <= Int.max / 16 else { return nil }
        number = number * 10 + digit
        continue
      }
      guard let unit = units[scalar] else { return nil }
      let ok =
        unit >= 10_000
        ? close(&total, section + number, unit, &section) : add(&section, number == 0 ? 1 : number, unit)
      guard ok else { return nil }
      (number, lastUnit, sawZero) = (0, unit, false)
    }
    if number > 0, number < 10, lastUnit > 10, !sawZero, tailIsShort(scalars) { number *= lastUnit / 10 }
    let (sum, overflow) = total.addingReportingOverflow(section + number)
    return overflow ? nil : sum
  }

  /// True when the last digit follows a unit directly (not after 零).
  private static func tailIsShort(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard let before = scalars.dropLast().last else { return false }
    return units[before] != nil
  }

  private static func close(_ total: inout Int, _ part: Int, _ unit: Int, _ section: inout Int) -> Bool {
    let base = unit == 100_000_000 ? total + part : max(part, total == 0 ? 1 : part)
    let (product, overflow) = base.multipliedReportingOverflow(by: unit)
    guard !overflow, product <= Int.max / 4, total <= Int.max / 4 else { return false }
    total = unit == 100_000_000 ? product : total + product
    section = 0
    return true
  }

  private static func add(_ section: inout Int, _ number: Int, _ unit: Int) -> Bool {
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    guard !overflow, product <= Int.max / 4, section <= Int.max / 4 else { return false }
    section += product
    return true
  }

  private static func withoutZeros(_ digits: String) -> String {
    let trimmed = digits.drop { $0 == "0" }
    return trimmed.isEmpty ? "0" : String(trimmed)
  }
}
