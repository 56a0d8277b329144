/// A decimal number without rounding: `mantissa` × 10^-`scale`.
///
/// Trailing zeros after the point are dropped, so equal numbers compare equal. Every operation is checked: what does
/// not fit gives nil, never a wrong number.
public struct ExactNumber: Hashable, Sendable, CustomStringConvertible {
  /// All digits as one integer.
  public let mantissa: Int
  /// How many of them stand after the point, 0 to 18.
  public let scale: Int

  /// A whole number.
  public init(_ value: Int) {
    mantissa = value
    scale = 0
  }

  /// `mantissa` × 10^-`scale`; nil when `scale` is outside 0...18.
  public init?(mantissa: Int, scale: Int) {
    guard (0...18).contains(scale) else { return nil }
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Reads plain digits with at most one point (`12.5`, `-3`); nil for anything else or when it does not fit.
  public init?(_ text: some StringProtocol) {
    var digits = Substring(String(text))
    let negative = digits.hasPrefix("-")
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first, !head.isEmpty else { return nil }
    let tail = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !tail.isEmpty, tail.utf8.count <= 18 else { return nil }
    let all = head + tail
    guard all.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let value = Int(all) else { return nil }
    self.init(mantissa: negative ? -value : value, scale: tail.utf8.count)
  }

  /// The value when it has no decimals.
  public var integer: Int? { scale == 0 ? mantissa : nil }

  /// This number × 10^`power`, nil when it does not fit.
  public func shifted(_ power: Int) -> ExactNumber? {
    if power <= scale { return ExactNumber(mantissa: mantissa, scale: scale - power) }
    return Self.times(mantissa, power - scale).map { ExactNumber($0) }
  }

  /// The sum, nil when it does not fit.
  public func adding(_ other: ExactNumber) -> ExactNumber? {
    let common = max(scale, other.scale)
    guard let a = Self.times(mantissa, common - scale),
      let b = Self.times(other.mantissa, common - other.scale)
    else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactNumber(mantissa: sum, scale: common)
  }

  /// Digits with a point where there are decimals: `12.5`, `100`.
  public var description: String {
    guard scale > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return (mantissa < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  static func times(_ value: Int, _ power: Int) -> Int? {
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
