/// An article of law, printed the way a clerk writes it into the file.
public struct Article: Hashable, Sendable, CustomStringConvertible {
  /// The laws and judicial interpretations that service rests on.
  public enum Law: String, Sendable, CaseIterable {
    /// 民事诉讼法（2023 修正）.
    case civil = "民事诉讼法"
    /// 法释〔2022〕11号.
    case civilInterpretation = "最高人民法院关于适用《民事诉讼法》的解释"
    /// 法释〔2021〕12号.
    case online = "人民法院在线诉讼规则"
    /// 法释〔2004〕13号.
    case post = "最高人民法院关于以法院专递方式邮寄送达民事诉讼文书的若干规定"
    /// 2020 修正.
    case summary = "最高人民法院关于适用简易程序审理民事案件的若干规定"
    /// 2019 修正.
    case evidence = "最高人民法院关于民事诉讼证据的若干规定"
    /// 法发〔2017〕19号.
    case opinion19 = "最高人民法院关于进一步加强民事送达工作的若干意见"
    /// 民法典.
    case civilCode = "民法典"
    /// 刑事诉讼法（2018 修正）.
    case criminal = "刑事诉讼法"
    /// 法释〔2021〕1号.
    case criminalInterpretation = "最高人民法院关于适用《刑事诉讼法》的解释"
    /// 行政诉讼法（2017 修正）.
    case administrative = "行政诉讼法"
    /// 法释〔2018〕1号.
    case administrativeInterpretation = "最高人民法院关于适用《行政诉讼法》的解释"
  }

  /// Which law.
  public let law: Law
  /// Number of the article, 1 to 999.
  public let number: Int
  /// Paragraph and item, such as `第二款`; empty for the whole article.
  public let part: String

  /// Makes a citation.
  public init(_ law: Law, _ number: Int, _ part: String = "") {
    self.law = law
    self.number = number
    self.part = part
  }

  /// `《民事诉讼法》第九十条第二款`; a title that holds a title uses single marks inside (GB/T 15834).
  public var description: String {
    let title = law.rawValue.map { $0 == "《" ? "〈" : $0 == "》" ? "〉" : $0 }
    return "《\(String(title))》第\(Self.numeral(number))条\(part)"
  }

  private static func numeral(_ value: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (hundreds, rest) = (value / 100 % 10, value % 100)
    let (tens, units) = (rest / 10, rest % 10)
    var text = hundreds > 0 ? digits[hundreds] + "百" : ""
    if tens > 0 { text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十" }
    if tens == 0, hundreds > 0, units > 0 { text += "零" }
    return units > 0 ? text + digits[units] : text
  }
}

extension [Article] {
  /// All citations, joined with `、`.
  public var text: String { map(\.description).joined(separator: "、") }
}
