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
