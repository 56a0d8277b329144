import Foundation
import TextCore

/// Numbers of reports as JSON, the same on every machine.
enum JSONNumber {
  /// At most six decimals, without trailing zeros; not-a-number becomes null.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    var text = String(format: "%.6f", value)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  /// The shortest digits that give the same double back, for figures that are compared bit by bit.
  static func exact(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

  /// A two-element array of exact numbers or null.
  static func exact(_ interval: Interval?) -> String {
    guard let interval else { return "null" }
    return JSONText.array([exact(interval.low), exact(interval.high)])
  }

  /// A two-element array or null.
  static func text(_ interval: Interval?) -> String {
    guard let interval else { return "null" }
    return JSONText.array([text(interval.low), text(interval.high)])
  }
}
