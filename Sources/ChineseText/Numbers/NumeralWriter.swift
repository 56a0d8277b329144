/// Writes whole numbers as Chinese numerals.
public enum NumeralWriter {
  /// Which characters to use.
  public enum Style: Sendable {
    /// 一百二十三, with 十 instead of 一十 at the start.
    case plain
    /// 壹佰贰拾叁, as cheques and receipts have it.
    case formal
  }

  /// The numeral of `value`; negative numbers start with 负.
  public static func text(_ value: Int, _ style: Style = .plain) -> String {
    guard value != 0 else { return "零" }
    var rest = value.magnitude
    var sections: [(value: Int, unit: String)] = []
    for unit in ["", "万", "亿", "万亿", "亿亿"] where rest > 0 {
      sections.append((Int(rest % 10_000), unit))
      rest /= 10_000
    }
    var result = ""
    var gap = false
    for section in sections.reversed() {
      if section.value == 0 {
        gap = !result.isEmpty
        continue
      }
      if !result.isEmpty, gap || section.value < 1000 { result += "零" }
      gap = false
      result += below10000(section.value, style) + section.unit
    }
    if style == .plain, result.hasPrefix("一十") { result.removeFirst() }
    return (value < 0 ? "负" : "") + result
  }

  private static func below10000(_ value: Int, _ style: Style) -> String {
    let digits = Array(style == .plain ? "零一二三四五六七八九" : "零壹贰叁肆伍陆柒捌玖")
    let units = style == .plain ? ["千", "百", "十", ""] : ["仟", "佰", "拾", ""]
    var result = ""
    var gap = false
    for (index, power) in [1000, 100, 10, 1].enumerated() {
      let digit = value / power % 10
      if digit == 0 {
        gap = !result.isEmpty
        continue
      }
      if gap { result += "零" }
      gap = false
      result.append(digits[digit])
      result += units[index]
    }
    return result
  }
}
