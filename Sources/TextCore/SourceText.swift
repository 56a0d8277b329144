/// The decoded text of one input; immutable, and what every place refers to.
public struct SourceText: Sendable {
  /// File name, or `-` for standard input.
  public let name: String
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// Lines of `bytes`.
  public let lines: LineIndex

  /// Takes decoded text; ill-formed UTF-8 is repaired with U+FFFD so that every later layer may rely on it.
  public init(name: String, bytes: [UInt8]) {
    let valid = UTF8Form.isValid(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    self.name = name
    self.bytes = valid
    self.lines = LineIndex(valid)
  }

  /// Takes a Swift string.
  public init(name: String = "-", _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a span.
  public func string(_ span: Span<Source>) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// Line and column of a byte offset.
  public func position(at offset: Int) -> Position { lines.position(at: offset, in: bytes) }
}
