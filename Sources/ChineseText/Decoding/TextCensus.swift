/// Counts what no text holds: U+FFFD and control characters other than tab, line feed, form feed, carriage return.
struct TextCensus {
  /// All scalars.
  private(set) var scalars = 0
  /// Scalars that no text holds.
  private(set) var junk = 0

  /// Fewer than this are damage, not another kind of file.
  private static let mostDamage = 32

  /// False when every tenth scalar or more is junk: a picture, an archive, a recording.
  var isText: Bool { junk <= Self.mostDamage || junk * 10 < scalars }

  /// Nothing counted yet.
  init() {}

  /// Counts one scalar.
  @inline(__always)
  mutating func add(isJunk: Bool) {
    scalars &+= 1
    junk &+= isJunk ? 1 : 0
  }

  /// Counts decoded text; linear.
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { text in
      for index in text.indices {
        let byte = text[index]
        scalars &+= byte & 0xC0 == 0x80 ? 0 : 1
        if byte < 0x20 {
          junk &+= Self.isControl(byte) ? 1 : 0
        } else if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
          junk &+= 1
        }
      }
    }
  }

  /// True for control characters other than tab, line feed, form feed and carriage return.
  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
  }
}
