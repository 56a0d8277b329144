/// Phone numbers of the mainland (工信部 numbering plan).
///
/// New mobile segments keep being allotted, so any 1[3-9] counts; a number says nothing about its carrier
/// (number portability since 2019).
public enum PhoneNumber {
  /// Says in Chinese what is wrong with a number (separators allowed); nil when it holds.
  public static func validate(_ text: String) -> String? {
    let digits = Array(text.utf8.filter { $0 != 0x20 && $0 != 0x2D && $0 != 0x2B })
    guard !digits.isEmpty, digits.allSatisfy(ASCIIByte.isDigit) else { return "电话号码里只能有数字、空格和“-”" }
    if isMobile(digits) || isLandline(digits) || isServiceNumber(digits) { return nil }
    if digits[0] == 0x31 { return "手机号码应当是以13至19开头的11位数字，这里是\(digits.count)位" }
    return "固定电话应当是区号（010、02×或者03××至09××）加7至8位号码"
  }

  /// True for the digits of a mobile number, also with 86 before them.
  public static func isMobile(_ digits: [UInt8]) -> Bool {
    var number = digits[...]
    if number.count == 13, number.starts(with: [0x38, 0x36]) { number = number.dropFirst(2) }
    guard number.count == 11, number.allSatisfy(ASCIIByte.isDigit), let first = number.first else {
      return false
    }
    return first == 0x31 && number[number.startIndex + 1] >= 0x33
  }

  /// True for the digits of a landline with its area code.
  public static func isLandline(_ digits: [UInt8]) -> Bool {
    guard (10...12).contains(digits.count), digits.allSatisfy(ASCIIByte.isDigit), digits[0] == 0x30 else {
      return false
    }
    switch digits[1] {
    case 0x31: return digits[2] == 0x30 && digits.count == 11 && digits[3] >= 0x32
    case 0x32: return digits.count == 11 && digits[3] >= 0x32
    case 0x33...0x39: return digits.count >= 11 && digits[4] >= 0x32
    default: return false
    }
  }

  /// True for 400 and 800 numbers, which belong to organisations.
  static func isServiceNumber(_ digits: [UInt8]) -> Bool {
    digits.count == 10 && (digits.starts(with: Array("400".utf8)) || digits.starts(with: Array("800".utf8)))
  }
}
