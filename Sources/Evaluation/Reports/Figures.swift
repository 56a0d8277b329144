import Foundation

/// How figures look in reports for people.
enum Figures {
  /// A share in percent with two decimals, rounded down so that nothing looks better than it is.
  static func percent(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    return String(format: "%.2f", (value * 10_000 + 1e-9).rounded(.down) / 100)
  }

  /// An interval in percent.
  static func percent(_ interval: Interval?) -> String {
    interval.map { percent($0.low) + "–" + percent($0.high) } ?? "—"
  }

  /// An interval of counts.
  static func count(_ interval: Interval?) -> String {
    interval.map { String(format: "%.0f–%.0f", $0.low, $0.high) } ?? "—"
  }

  /// `37/40 = 92.50`
  static func share(_ share: Proportion) -> String {
    "\(share.hits)/\(share.total)" + (share.value.map { " = " + percent($0) } ?? "")
  }

  /// A signed difference in percentage points.
  static func points(_ difference: Double) -> String { String(format: "%+.2f", difference * 100) }

  /// A p value.
  static func p(_ value: Double) -> String { String(format: "%.4f", value) }

  /// Text that may be empty.
  static func shown(_ text: String) -> String { text.isEmpty ? "∅" : text }
}
