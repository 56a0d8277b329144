/// One number as it stands in text: 一万二千三百, 二零二三, 十二点五万, 3万5, 12300.
///
/// Positional numbers, digit strings, Arabic digits and mixtures are read; the form is kept because it decides how the
/// number may be written. Costs O(length).
public struct Numeral: Hashable, Sendable {
  /// How a number is written.
  public enum Form: Hashable, Sendable {
    /// Chinese digits one after the other: 二零二三. A single digit counts as positional.
    case digits
    /// Chinese digits with units: 一百二十.
    case positional
    /// Arabic digits, alone or with Chinese units: 12300, 3万5.
    case arabic
  }

  /// First byte.
  public let start: Int
  /// One past the last byte.
  public internal(set) var end: Int
  /// How it is written.
  public internal(set) var form: Form
  /// Its value; nil when approximate or too long to be a number (an identity number).
  public internal(set) var value: ExactNumber?
  /// Numeral scalars in it, decimals included.
  public internal(set) var count: Int
  /// Offset of a last digit whose unit was left out (三万五), nil otherwise; `value` has the unit restored.
  public internal(set) var dropped: Int?
  /// Offset where a closing 万 亿 begins that nothing follows (五十万), nil otherwise.
  public internal(set) var bigUnit: Int?
  /// Value before that closing unit.
  public internal(set) var head: ExactNumber?
  /// Offset of the decimal point, nil without decimals.
  public internal(set) var point: Int?
  /// 几, neighbouring digits (七八千, 三五) or a shape that is no number: leave it.
  public internal(set) var approximate = false

  /// True for one digit, 零 to 九 or 两.
  public var isSingleDigit: Bool { count == 1 && (value?.integer ?? 10) < 10 }

  /// Reads the longest number at `offset`; nil when none starts there.
  ///
  /// - Parameter decimals: whether 点 and digits after it belong to the number.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int, decimals: Bool = true) -> Numeral? {
    guard NumeralReader.canBegin(NumeralScalar.code(bytes, offset, min(end, bytes.count)).code) else {
      return nil
    }
    if let plain = NumeralReader.plainFigures(bytes, offset, min(end, bytes.count)) { return plain }
    var reader = NumeralReader(bytes, offset, end)
    return reader.read(decimals: decimals)
  }

  /// Reads a whole text as one number; nil when something is left over or it is approximate.
  public static func value(of text: String) -> ExactNumber? {
    let bytes = Array(text.utf8)
    guard let numeral = read(bytes, at: 0, end: bytes.count), numeral.end == bytes.count else { return nil }
    return numeral.value
  }

  /// The digits of a digit string as ASCII, 幺 as 1; nil when it holds a unit.
  public func digitString(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var offset = start
    while offset < end {
      let (code, length) = NumeralScalar.code(bytes, offset, end)
      guard let digit = NumeralScalar.digit(code) else { return nil }
      result.append(UInt8(0x30 + digit))
      offset += length
    }
    return result
  }
}
