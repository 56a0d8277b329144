import ChineseText
import Foundation

/// Why a calculation is refused.
struct Refusal: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// The inputs of a calculation: texts by name, read as what a step needs. Amounts are decimal, never floating point.
public struct CalculationInputs: Sendable, Hashable {
  /// One input.
  public struct Entry: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value as written.
    public let value: String

    /// An input.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The inputs in order.
  public let entries: [Entry]
  private let values: [String: String]

  /// Inputs in order; of several with one name the last counts.
  public init(_ entries: [Entry]) {
    self.entries = entries
    values = Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  subscript(_ name: String) -> String? { values[name] }

  /// The text of an input that must be there.
  func text(_ name: String, missing: String) throws(Refusal) -> String {
    guard let value = values[name] else { throw Refusal("缺少" + missing) }
    return value
  }

  /// An amount that may be there.
  func amount(_ name: String) throws(Refusal) -> Decimal? {
    guard let text = values[name] else { return nil }
    let plain = text.hasSuffix("元") ? String(text.dropLast()) : text
    guard let value = Amount.read(plain) else { throw Refusal("“\(name)”应当是不小于零的数，现在是“\(text)”") }
    return value
  }

  /// An amount that must be there.
  func amount(_ name: String, missing: String) throws(Refusal) -> Decimal {
    guard let value = try amount(name) else { throw Refusal("缺少" + missing) }
    return value
  }

  /// A percentage that may be there: `70%` is 70.
  func percent(_ name: String) throws(Refusal) -> Decimal? {
    guard let text = values[name] else { return nil }
    guard text.hasSuffix("%"), let value = Amount.read(String(text.dropLast())) else {
      throw Refusal("“\(name)”应当写成百分比，例如 70%，现在是“\(text)”")
    }
    return value
  }

  /// Years in which a case can play; others are slips, and near the end of the calendar sums of dates would not be true.
  private static let years = 1900...2200

  /// A day that may be there.
  func date(_ name: String) throws(Refusal) -> CalendarDate? {
    guard let text = values[name] else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw Refusal("“\(name)”应当是日期，例如 2024-03-08，现在是“\(text)”")
    }
    guard Self.years.contains(date.year) else { throw Refusal("“\(name)”的年份不合理：\(text)") }
    return date
  }

  /// A day that must be there.
  func date(_ name: String, missing: String) throws(Refusal) -> CalendarDate {
    guard let date = try date(name) else { throw Refusal("缺少" + missing) }
    return date
  }

  /// A rate that may be there, in percent a year.
  func rate(_ name: String) throws(Refusal) -> YearlyRate? {
    guard let text = values[name] else { return nil }
    guard let rate = YearlyRate(text) else {
      throw Refusal("“\(name)”应当写成 15%/年、2%/月 或 0.05%/日，现在是“\(text)”")
    }
    return rate
  }
}
