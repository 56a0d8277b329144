/// A wrong amount, date, period or rate in a fact: a safety error, for a judge may rest on it.
public struct ValueError: Hashable, Sendable {
  /// The element.
  public let element: String
  /// What kind of value it is.
  public let kind: Kind
  /// What was predicted.
  public let predicted: FactValue
  /// What gold says, in its order.
  public let gold: [FactValue]

  /// Kinds of values that can be wrong by a figure.
  public enum Kind: String, Sendable, CaseIterable {
    /// Money and other numbers.
    case amount = "数额"
    /// Percentages and rates.
    case rate = "利率比例"
    /// Days, months and years.
    case date = "日期"
    /// Lengths of time.
    case period = "期限"

    /// The kind of a value; nil when it holds no figure.
    init?(_ value: FactValue) {
      switch value {
      case .quantity(_, let unit): self = unit.isEmpty ? .amount : .rate
      case .date: self = .date
      case .period: self = .period
      case .denied, .bool, .text: return nil
      }
    }
  }

  /// The predicted values of an element that are none of gold's; a date that is only coarser or finer is not wrong.
  static func all(_ element: String, gold: FactSheet.Fact, predicted: FactSheet.Fact) -> [ValueError] {
    let right = gold.versions.map(\.value)
    return predicted.versions.compactMap { version in
      guard let kind = Kind(version.value), !right.contains(where: { isSame($0, version.value) }) else {
        return nil
      }
      return ValueError(element: element, kind: kind, predicted: version.value, gold: right)
    }
  }

  private static func isSame(_ a: FactValue, _ b: FactValue) -> Bool {
    let (a, b) = (a.description, b.description)
    return a == b || a.hasPrefix(b + "-") || b.hasPrefix(a + "-")
  }
}
