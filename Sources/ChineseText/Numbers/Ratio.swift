/// Two shares of a whole: 三比七, 三七开.
public struct Ratio: Hashable, Sendable, CustomStringConvertible {
  /// The side named first.
  public let first: ExactNumber
  /// The other side.
  public let second: ExactNumber

  /// Makes a ratio.
  public init(first: ExactNumber, second: ExactNumber) {
    self.first = first
    self.second = second
  }

  /// `3:7`.
  public var description: String { "\(first):\(second)" }
}
