import TextCore

/// An amount of renminbi in 分, exact; ±90 万亿元 fit.
public struct Money: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The amount in 分 (hundredths of a yuan).
  public let fen: Int

  /// An amount in 分.
  public init(fen: Int) { self.fen = fen }

  /// An amount in yuan; nil when it has parts of a 分 or does not fit.
  public init?(yuan: ExactNumber) {
    guard let fen = yuan.shifted(2)?.integer else { return nil }
    self.fen = fen
  }

  /// Reads plain digits in yuan: `12300`, `43286.57`.
  public init?(yuan text: String) {
    guard let number = ExactNumber(text) else { return nil }
    self.init(yuan: number)
  }

  /// Decimal yuan without needless zeros: `12300`, `43286.57`.
  public var yuan: String { ExactNumber(mantissa: fen, scale: 2)?.description ?? "0" }

  /// Same as `yuan`.
  public var description: String { yuan }

  /// The sum; nil when it does not fit.
  public func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// The amount in 大写 as bank forms have it: 壹佰贰拾叁万肆仟伍佰元整, 叁元零伍分, 伍角.
  ///
  /// Source: 《支付结算办法》 (银发〔1997〕393号) annex 1, 正确填写票据和结算凭证的基本规定.
  public var formal: String {
    let magnitude = Int(clamping: fen.magnitude)
    let (yuan, jiao, rest) = (magnitude / 100, magnitude / 10 % 10, magnitude % 10)
    var text = yuan > 0 ? NumeralWriter.text(yuan, .formal) + "元" : ""
    if jiao > 0 {
      text += NumeralWriter.text(jiao, .formal) + "角"
    } else if rest > 0, yuan > 0 {
      text += "零"
    }
    if rest > 0 { text += NumeralWriter.text(rest, .formal) + "分" }
    if text.isEmpty { text = "零元" }
    return (fen < 0 ? "负" : "") + text + (rest == 0 ? "整" : "")
  }

  /// True when an amount in 大写 and one in figures are the same; nil when either cannot be read.
  public static func agree(formal: String, figures: String) -> Bool? {
    guard let first = MoneyReader.value(of: formal), let second = MoneyReader.value(of: figures) else {
      return nil
    }
    return first == second
  }

  /// Smaller amounts come first.
  public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }
}
