import ChineseText

/// A length of time as procedure law counts it.
public enum Period: Hashable, Sendable, CustomStringConvertible {
  /// So many days.
  case days(Int)
  /// So many calendar months.
  case months(Int)
  /// So many calendar years.
  case years(Int)

  /// Longest period read, in its own unit; nothing in procedure law comes near.
  public static let maximum = 9999

  /// Reads `15日`, `15天`, `6个月`, `6月`, `1年`, `半个月` (15 days, 《刑诉解释》第二百零二条), `半年`, and the same
  /// with Chinese numerals up to 九十九; nil for anything else, hours among it.
  public init?(_ text: String) {
    let text = text.filter { $0 != " " && $0 != "　" }
    if text == "半个月" || text == "半月" { self = .days(15); return }
    if text == "半年" { self = .months(6); return }
    let digits = text.prefix { $0.isNumber || Self.numerals.contains($0) }
    guard let value = Self.value(String(digits)), (1...Self.maximum).contains(value) else { return nil }
    switch text.dropFirst(digits.count) {
    case "日", "天": self = .days(value)
    case "个月", "月": self = .months(value)
    case "年": self = .years(value)
    default: return nil
    }
  }

  /// `15日`, `6个月`, `1年`.
  public var description: String {
    switch self {
    case .days(let value): "\(value)日"
    case .months(let value): "\(value)个月"
    case .years(let value): "\(value)年"
    }
  }

  private static let numerals: [Character] = Array("零一二三四五六七八九十两")

  private static func value(_ text: String) -> Int? {
    if let value = Int(text) { return value }
    let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts.map { part in part.isEmpty ? nil : numeral(part) }
    if parts.count == 1 { return digits[0] }
    guard parts.count == 2, parts[0].isEmpty || digits[0] != nil, parts[1].isEmpty || digits[1] != nil
    else { return nil }
    return (digits[0] ?? 1) * 10 + (digits[1] ?? 0)
  }

  private static func numeral(_ text: Substring) -> Int? {
    guard text.count == 1, let index = numerals.firstIndex(of: text.first ?? " "), index != 10 else {
      return nil
    }
    return index == 11 ? 2 : index
  }
}
