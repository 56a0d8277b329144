import ChineseText
import Foundation

/// Where a calculation writes its steps.
struct Worksheet {
  private(set) var steps: [String] = []
  private(set) var results: [Calculation.Result] = []

  mutating func step(_ text: String) { steps.append(text) }

  /// A figure in yuan.
  mutating func result(_ name: String, _ amount: Decimal) {
    results.append(Calculation.Result(name: name, value: Amount.fixed(amount) + "元"))
  }

  /// A result that is no amount.
  mutating func result(_ name: String, text: String) {
    results.append(Calculation.Result(name: name, value: text))
  }

  /// Interest of whole days on a year of 365, written as a step; the amount is rounded as it is written.
  mutating func interest(
    _ label: String, _ principal: Decimal, _ percent: Decimal, _ days: Int, _ span: String = ""
  ) -> Decimal {
    let amount = Amount.rounded(principal * percent / 100 * Decimal(days) / 365)
    step(
      "\(label)：\(Amount.plain(principal))×\(Amount.plain(percent))%÷365×\(days)天\(span)＝\(Amount.fixed(amount))元"
    )
    return amount
  }
}
