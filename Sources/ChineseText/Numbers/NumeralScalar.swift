import TextCore

/// What one scalar means in a written or spoken number, as a byte from a table by code point.
///
/// Digits are 1...10 (value + 1); everything else is one of the constants below; 0 is no numeral.
public enum NumeralScalar {
  /// Not part of a numeral.
  public static let none: UInt8 = 0
  /// The highest code of a digit: `code - 1` is its value.
  public static let lastDigit: UInt8 = 10
  /// 两: two, before a unit or alone, never in a digit string.
  public static let liang: UInt8 = 11
  /// 幺: one, in digit strings only.
  public static let yao: UInt8 = 12
  /// 十 拾
  public static let ten: UInt8 = 16
  /// 百 佰
  public static let hundred: UInt8 = 17
  /// 千 仟
  public static let thousand: UInt8 = 18
  /// 万 萬
  public static let wan: UInt8 = 19
  /// 亿 億
  public static let yi: UInt8 = 20
  /// 廿
  public static let twenty: UInt8 = 21
  /// 卅
  public static let thirty: UInt8 = 22
  /// 点 點, between a whole number and its decimals.
  public static let point: UInt8 = 24
  /// 几: makes a number approximate.
  public static let some: UInt8 = 25
  /// Set with a digit or unit in its 大写 form (壹 … 玖, 拾 佰 仟).
  public static let formal: UInt8 = 0x80

  /// Codes of U+0000 to U+FFFF.
  @usableFromInline static let table: [UInt8] = makeTable()

  /// The code at `offset` without the `formal` mark, and the bytes of that scalar; (0, 0) at or past `end`.
  @inlinable
  public static func code(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> (code: UInt8, length: Int) {
    guard offset < end else { return (none, 0) }
    let lead = bytes[offset]
    if lead < 0x80 { return lead &- 0x30 < 10 ? (lead - 0x2F, 1) : (none, 1) }
    guard lead & 0xF0 == 0xE0, offset + 2 < end else { return (none, UTF8Bytes.length(lead: lead)) }
    return (table[index(bytes, offset)] & 0x7F, 3)
  }

  /// The code of a scalar without the `formal` mark.
  @inlinable
  public static func code(of scalar: UInt32) -> UInt8 {
    if scalar < 0x80 { return scalar &- 0x30 < 10 ? UInt8(scalar - 0x2F) : none }
    return scalar < table.count ? table[Int(scalar)] & 0x7F : none
  }

  /// The first offset from `offset` on at which any part of a numeral stands, `end` when there is none; linear.
  public static func next(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { text in
      table.withUnsafeBufferPointer { table in
        var offset = offset
        while offset < end {
          let lead = text[offset]
          if lead & 0xF0 == 0xE0, offset + 2 < end {
            let (second, third) = (Int(text[offset + 1] & 0x3F), Int(text[offset + 2] & 0x3F))
            if table[Int(lead & 0x0F) << 12 | second << 6 | third] & 0x7F != none { return offset }
            offset += 3
          } else if lead &- 0x30 < 10 {
            return offset
          } else {
            offset += UTF8Bytes.length(lead: lead)
          }
        }
        return end
      }
    }
  }

  /// True when the scalar at `offset` is a 大写 numeral.
  @inlinable
  public static func isFormal(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    guard offset + 2 < end, bytes[offset] & 0xF0 == 0xE0 else { return false }
    return table[index(bytes, offset)] & formal != 0
  }

  /// Power of ten of 十 百 千; 0 for any other code.
  @inlinable
  public static func exponent(_ code: UInt8) -> Int {
    code >= ten && code <= thousand ? Int(code - ten) + 1 : 0
  }

  /// True for 十 百 千 万 亿.
  @inlinable
  public static func isUnit(_ code: UInt8) -> Bool { code >= ten && code <= yi }

  /// Value of a digit code, 两 and 幺 included; nil for any other.
  @inlinable
  public static func digit(_ code: UInt8) -> Int? {
    if code >= 1 && code <= lastDigit { return Int(code) - 1 }
    return code == liang ? 2 : code == yao ? 1 : nil
  }

  @inlinable
  static func index(_ bytes: [UInt8], _ offset: Int) -> Int {
    Int(bytes[offset] & 0x0F) << 12 | Int(bytes[offset + 1] & 0x3F) << 6 | Int(bytes[offset + 2] & 0x3F)
  }

  private static func makeTable() -> [UInt8] {
    var table = [UInt8](repeating: none, count: 0x1_0000)
    func put(_ text: String, _ code: UInt8) {
      for scalar in text.unicodeScalars { table[Int(scalar.value)] = code }
    }
    for (value, text) in ["零〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"].enumerated() {
      put(text, UInt8(value + 1))
    }
    for (value, text) in ["壹弌", "贰貳弍", "叁參叄弎", "肆", "伍", "陆陸", "柒", "捌", "玖"].enumerated() {
      put(text, UInt8(value + 2) | formal)
    }
    for (text, code) in [
      ("两兩", liang), ("幺", yao), ("十", ten), ("百", hundred), ("千", thousand), ("万萬", wan), ("亿億", yi),
      ("廿", twenty), ("卅", thirty), ("点點", point), ("几幾", some), ("拾", ten | formal),
      ("佰", hundred | formal), ("仟", thousand | formal),
    ] { put(text, code) }
    return table
  }
}
