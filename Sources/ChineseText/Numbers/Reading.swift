/// Something read from text and where it ends; readers start at an offset that the caller gives.
public struct Reading<Value: Sendable>: Sendable {
  /// What was read.
  public let value: Value
  /// One past its last byte.
  public let end: Int

  /// Makes a reading.
  @inlinable
  public init(_ value: Value, end: Int) {
    self.value = value
    self.end = end
  }
}

extension Reading: Equatable where Value: Equatable {}
