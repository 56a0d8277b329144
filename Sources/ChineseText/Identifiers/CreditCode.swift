/// 统一社会信用代码, GB 32100-2015: 18 characters of a 31-letter alphabet, the last one a check.
public enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let values: [Int?] = {
    var values = [Int?](repeating: nil, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = value }
    return values
  }()

  /// Says in Chinese what is wrong with a code; nil when it holds.
  public static func validate(_ text: String) -> String? { problem(Array(text.utf8)) }

  /// True for 18 ASCII characters whose check holds.
  public static func isValid(_ code: [UInt8]) -> Bool { problem(code) == nil }

  static func problem(_ code: [UInt8]) -> String? {
    guard code.count == 18 else { return "统一社会信用代码应当是18位，这里是\(code.count)位" }
    let digits = code.compactMap { values[Int(ASCIIByte.upper($0))] }
    guard digits.count == 18 else { return "统一社会信用代码只用数字和除I、O、S、V、Z以外的大写字母" }
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let check = alphabet[(31 - sum % 31) % 31]
    if check == ASCIIByte.upper(code[17]) { return nil }
    return "统一社会信用代码的校验位不对，按前17位应当是“\(String(UnicodeScalar(check)))”"
  }
}
