import TextCore

/// Counts what no text holds: U+FFFD and control characters other than tab, line feed, form feed, carriage return.
struct TextCensus {
  /// All scalars; of decoded text they are counted only when much of it is junk.
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
      junk = Self.junk(text)
      if junk > Self.mostDamage { scalars = UTF8Bytes.scalarCount(text, 0..<text.count) }
    }
  }

  private static func junk(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var (index, junk) = (0, 0)
    while index < text.count {
      let next = min(index + 8, text.count)
      if EightBytes(text, index).map({ $0.containBelow(0x20) || $0.contain(0xBF) }) ?? true {
        for place in index..<next where isJunk(text, place) { junk += 1 }
      }
      index = next
    }
    return junk
  }

  /// True for a control character, and at the second byte of U+FFFD.
  @inline(__always)
  private static func isJunk(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    isControl(text[place])
      || text[place] == 0xBF && place > 0 && text[place - 1] == 0xEF && place + 1 < text.count
        && text[place + 1] == 0xBD
  }

  /// True for control characters other than tab, line feed, form feed and carriage return.
  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
  }
}
