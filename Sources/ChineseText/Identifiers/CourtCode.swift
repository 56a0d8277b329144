import TextCore

/// 法院代字: the court part of a case number (法〔2015〕137号 arts 4 and 5, as amended by 法〔2018〕335号).
///
/// The grammar alone is checked: 最高法, or a province's short name with no digits (高院), two (中院) or four (基层).
/// A list of courts cannot refute a code, because courts merged or renamed since keep theirs (art 13).
public struct CourtCode: Hashable, Sendable {
  /// Level of a court.
  public enum Level: String, Sendable {
    /// 最高人民法院
    case supreme
    /// 高级人民法院
    case high
    /// 中级人民法院 and special courts of that level
    case intermediate
    /// 基层人民法院
    case basic
  }

  /// 最高法, 鲁, 鲁14, 鲁1402.
  public let text: String
  /// The level that the number of digits says.
  public let level: Level

  /// Short names of provinces in case numbers; 兵 is 新疆生产建设兵团, 军 the military courts.
  public static let provinces = Array("京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军".unicodeScalars)
  private static let provinceSet = Set(provinces.map(\.value))
  private static let supreme = Array("最高法".utf8)

  /// True for a scalar that can start a court code of a province.
  public static func isProvince(_ scalar: UInt32) -> Bool { provinceSet.contains(scalar) }

  /// Reads a whole court code; nil when it is none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let (code, end) = Self.read(bytes, 0), end == bytes.count else { return nil }
    self = code
  }

  private init(text: String, level: Level) {
    self.text = text
    self.level = level
  }

  /// Reads the court code that starts at `start`, digits half- or full-width.
  static func read(_ bytes: [UInt8], _ start: Int) -> (CourtCode, end: Int)? {
    guard start < bytes.count, bytes[start] >= 0xE0 else { return nil }
    if UTF8Bytes.hasPrefix(bytes, start, supreme) {
      return (CourtCode(text: "最高法", level: .supreme), start + supreme.count)
    }
    let province = UTF8Bytes.scalar(bytes, start)
    guard provinceSet.contains(province.value), let name = UnicodeScalar(province.value) else { return nil }
    var (index, digits) = (start + province.length, [UInt8]())
    while digits.count < 4, index < bytes.count, let sign = ASCIIByte.folded(bytes, index),
      ASCIIByte.isDigit(sign.byte)
    {
      digits.append(sign.byte)
      index += sign.length
    }
    let levels: [Int: Level] = [0: .high, 2: .intermediate, 4: .basic]
    guard let level = levels[digits.count] else { return nil }
    return (CourtCode(text: String(name) + String(decoding: digits, as: UTF8.self), level: level), index)
  }
}
