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

  /// A two-element array or null.
  static func text(_ interval: Interval?) -> String {
    guard let interval else { return "null" }
    return JSONText.array([text(interval.low), text(interval.high)])
  }
}
