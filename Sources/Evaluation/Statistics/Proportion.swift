/// A share of independent items, with the numerator and denominator that must always be shown.
public struct Proportion: Hashable, Sendable {
  /// The 0.975 quantile of the normal distribution.
  static let z = 1.959963984540054

  /// Items that count.
  public let hits: Int
  /// All items.
  public let total: Int

  /// Makes a share; `hits` is between 0 and `total`.
  public init(_ hits: Int, of total: Int) {
    self.hits = hits
    self.total = total
  }

  /// The share; nil without items.
  public var value: Double? { total == 0 ? nil : Double(hits) / Double(total) }

  /// The 95 % interval of Wilson 1927; nil without items. Only for independent items.
  public var wilson: Interval? {
    guard let share = value else { return nil }
    let n = Double(total)
    let square = Self.z * Self.z
    let scale = 1 + square / n
    let center = (share + square / (2 * n)) / scale
    let spread = Self.z * (share * (1 - share) / n + square / (4 * n * n)).squareRoot() / scale
    return Interval(max(0, center - spread), min(1, center + spread))
  }
}
