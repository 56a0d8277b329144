import Foundation
import TextCore

/// A value of a fact, compared by what it means: 12300 and 12300.00, P12M and P1Y are the same.
public enum FactValue: Hashable, Sendable, CustomStringConvertible {
  /// Denied without an alternative.
  case denied
  /// Yes or no.
  case bool(Bool)
  /// Money, number, percent or rate: canonical digits and the unit after them (`%`, `%/年`, `×LPR`).
  case quantity(String, unit: String)
  /// ISO date, partial allowed; equal only at the same precision.
  case date(String)
  /// ISO 8601 duration as months and days.
  case period(months: Int, days: Int)
  /// Anything else, punctuation and blanks left out.
  case text(String)

  /// The value as a reader wants to see it; equal for equal values.
  public var description: String {
    switch self {
    case .denied: "否认"
    case .bool(let flag): flag ? "true" : "false"
    case .quantity(let digits, let unit): digits + unit
    case .date(let text), .text(let text): text
    case .period(let months, let days): "P" + (months > 0 ? "\(months)M" : "") + (days > 0 ? "\(days)D" : "")
    }
  }

  /// Reads a value of the gold form.
  public init(_ node: JSONNode) {
    switch node.value {
    case .null: self = .denied
    case .bool(let flag): self = .bool(flag)
    case .number(let text): self = Self.read(text)
    case .string(let text): self = Self.read(text)
    case .array, .object: self = .text("")
    }
  }

  /// True when both say the same; a text may be a shorter or longer cut of the same words.
  public func agrees(with other: FactValue) -> Bool {
    guard case .text(let a) = self, case .text(let b) = other else { return self == other }
    if a == b { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count >= 2, short.count * 2 >= long.count, let place = long.range(of: short) else {
      return false
    }
    let rest = long[..<place.lowerBound] + long[place.upperBound...]
    return !rest.unicodeScalars.contains { SafetyLexicon.negations.contains($0.value) }
  }

  private static func read(_ text: String) -> FactValue {
    if text == "true" || text == "false" { return .bool(text == "true") }
    if isDate(text) { return .date(text) }
    if let period = period(text) { return period }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == ",") }
    let unit = String(text.dropFirst(digits.count))
    let units = ["", "%", "‰", "%/年", "%/月", "%/日", "×LPR", "元", "x LPR", "倍LPR"]
    if !digits.isEmpty, units.contains(unit), let number = canonical(String(digits)) {
      return .quantity(number, unit: unit == "元" ? "" : unit)
    }
    let scalars = text.unicodeScalars.map(\.value)
    return .text(
      TranscriptText.string(
        scalars.indices.filter { ContentClass.isContent(scalars, $0) }.map { scalars[$0] }))
  }

  private static func canonical(_ digits: String) -> String? {
    let plain = digits.filter { $0 != "," }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first, plain.contains(where: \.isNumber) else { return nil }
    let isNegative = head.hasPrefix("-")
    guard head.dropFirst(isNegative ? 1 : 0).allSatisfy(\.isNumber) else { return nil }
    let whole = head.drop { $0 == "0" || $0 == "-" }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts[0].count == 4
      && parts.dropFirst().allSatisfy { $0.count == 2 }
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  private static func period(_ text: String) -> FactValue? {
    guard text.hasPrefix("P"), text.count > 2 else { return nil }
    var (months, days, number) = (0, 0, "")
    for character in text.dropFirst() {
      if character.isASCII, character.isNumber {
        number.append(character)
        continue
      }
      guard let count = Int(number), count < 1_000_000 else { return nil }
      number = ""
      switch character {
      case "Y": months += count * 12
      case "M": months += count
      case "W": days += count * 7
      case "D": days += count
      default: return nil
      }
    }
    return number.isEmpty ? .period(months: months, days: days) : nil
  }
}
