import Foundation

/// Decimal amounts read and written.
enum Amount {
  /// Characters of the longest amount; more is no sum of a case.
  private static let longest = 18

  /// A decimal number without sign; nil for anything else.
  static func read(_ text: String) -> Decimal? {
    let digits = text.filter { $0 != "," }
    guard !digits.isEmpty, digits.count <= longest, digits.filter({ $0 == "." }).count <= 1,
      digits.first != ".", digits.last != ".", digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    return Decimal(string: digits)
  }

  /// Rounded half up to 分.
  static func rounded(_ value: Decimal) -> Decimal {
    var (result, value) = (Decimal(), value)
    NSDecimalRound(&result, &value, 2, .plain)
    return result
  }

  /// With two digits after the point: `628.49`.
  static func fixed(_ value: Decimal) -> String {
    let text = plain(rounded(value))
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    return text + String(repeating: "0", count: max(0, 3 - text.distance(from: point, to: text.endIndex)))
  }

  /// As short as it can be written: `67204.9`.
  static func plain(_ value: Decimal) -> String {
    var text = "\(value)"
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

/// A rate of interest brought to percent a year, of 365 days and twelve months.
struct YearlyRate: Hashable {
  /// As given: `2%/月`.
  let written: String
  /// Percent a year.
  let percent: Decimal

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[0].hasSuffix("%"), let value = Amount.read(String(parts[0].dropLast()))
    else { return nil }
    switch parts[1] {
    case "年": percent = value
    case "月": percent = value * 12
    case "日": percent = value * 365
    default: return nil
    }
    written = text
  }

  /// 24%
  var text: String { Amount.plain(percent) + "%" }

  /// 年利率：2%/月＝24%/年; nil when it is given by the year.
  var conversion: String? { written.hasSuffix("/年") ? nil : "年利率：\(written)＝\(text)/年" }
}
