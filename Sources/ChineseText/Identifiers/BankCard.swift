/// Bank card numbers: 16 to 19 digits, ISO/IEC 7812 check (Luhn).
public enum BankCard {
  /// Says in Chinese what is wrong with a number (spaces allowed); nil when it holds.
  public static func validate(_ text: String) -> String? {
    let digits = Array(text.utf8.filter { $0 != 0x20 && $0 != 0x2D })
    guard !digits.isEmpty, digits.allSatisfy(ASCIIByte.isDigit) else { return "银行卡号里只能有数字" }
    guard (16...19).contains(digits.count) else { return "银行卡号应当是16至19位，这里是\(digits.count)位" }
    return hasValidCheck(digits) ? nil : "银行卡号的校验位不对"
  }

  /// True for 16 to 19 digits with a card's first digit (3–6, and 9 for old domestic cards) and a check that holds.
  public static func isValid(_ digits: [UInt8]) -> Bool {
    guard (16...19).contains(digits.count), digits.allSatisfy(ASCIIByte.isDigit) else { return false }
    return ((0x33...0x36).contains(digits[0]) || digits[0] == 0x39) && hasValidCheck(digits)
  }

  private static func hasValidCheck(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit - 0x30) * (place % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }
}
