/// 居民身份证号码: GB 11643-1999 (18 characters) and its predecessor GB 11643-1989 (15 digits).
///
/// Also the permanent residence card of foreigners in its 2023 form (18 characters, first digit 9).
public enum IdentityCard {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)
  /// Provinces of GB/T 2260; 81–83 are the residence permits for people of 港澳台.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
    61, 62,
    63, 64, 65, 71, 81, 82, 83,
  ]
  private static let monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// Says in Chinese what is wrong with a number; nil when it holds.
  public static func validate(_ text: String) -> String? { problem(Array(text.utf8)) }

  /// Length, area and birth date are those of an identity number, whatever its check digit says.
  ///
  /// `code` is ASCII; a lower-case x counts.
  public static func hasShape(_ code: [UInt8]) -> Bool { shapeProblem(code) == nil }

  /// The check digit holds; only for 18 characters (the old form has none).
  public static func hasValidCheck(_ code: [UInt8]) -> Bool {
    guard code.count == 18, code.dropLast().allSatisfy(ASCIIByte.isDigit) else { return false }
    return expectedCheck(code) == ASCIIByte.upper(code[17])
  }

  /// The check digit that the first 17 digits ask for.
  static func expectedCheck(_ code: [UInt8]) -> UInt8 {
    let sum = zip(code, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return checks[sum % 11]
  }

  static func problem(_ code: [UInt8]) -> String? {
    if let shape = shapeProblem(code) { return shape }
    if code.count == 15 || hasValidCheck(code) { return nil }
    let expected = String(UnicodeScalar(expectedCheck(code)))
    return "身份证号码的校验位不对，按前17位应当是“\(expected)”"
  }

  private static func shapeProblem(_ code: [UInt8]) -> String? {
    guard code.count == 18 || code.count == 15 else { return "身份证号码应当是18位（旧证15位），这里是\(code.count)位" }
    guard code.prefix(17).allSatisfy(ASCIIByte.isDigit) else { return "身份证号码除末位可以是X外都应当是数字" }
    if code.count == 18, !ASCIIByte.isDigit(code[17]), ASCIIByte.upper(code[17]) != 0x58 {
      return "身份证号码的末位应当是数字或者X"
    }
    let area = code[0] == 0x39 ? code[1..<3] : code[0..<2]
    guard provinces.contains(ASCIIByte.number(area) ?? 0) else { return "身份证号码开头的行政区划代码不存在" }
    let date = code.count == 18 ? Array(code[6..<14]) : Array("19".utf8) + code[6..<12]
    guard isDate(date) else { return "身份证号码中的出生日期不存在" }
    return nil
  }

  private static func isDate(_ digits: [UInt8]) -> Bool {
    guard let year = ASCIIByte.number(digits[0..<4]), let month = ASCIIByte.number(digits[4..<6]),
      let day = ASCIIByte.number(digits[6..<8])
    else { return false }
    guard (1850...2100).contains(year), (1...12).contains(month), (1...monthDays[month - 1]).contains(day)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return !(month == 2 && day == 29 && !isLeap)
  }
}
