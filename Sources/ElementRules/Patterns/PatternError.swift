/// What is wrong with a written pattern, and at which byte of it.
public struct PatternError: Error, Hashable, Sendable {
  /// Byte offset in the pattern.
  public let offset: Int
  /// What is wrong, in Chinese.
  public let message: String

  init(_ offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }
}

extension PatternError {
  /// One pattern too many.
  static let tooLarge = PatternError(0, "规则库太大，从这个模式起不再编译")
}
