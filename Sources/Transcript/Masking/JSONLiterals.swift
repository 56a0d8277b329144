import TextCore

/// In JSON input, `\u5F20` is written out first (the same JSON), so that no name hides behind an escape.
enum JSONLiterals {
  /// Edits that write out escapes of characters from U+00A0 on; empty when the text is no JSON.
  static func edits(in bytes: [UInt8]) -> [Edit] {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return [] }
    var edits: [Edit] = []
    var index = 0
    while index + 5 < bytes.count {
      guard bytes[index] == 0x5C else {
        index += 1
        continue
      }
      guard bytes[index + 1] == 0x75, let unit = hex(bytes, index + 2), unit >= 0xA0,
        !(0xD800..<0xE000).contains(unit)
      else {
        index += 2
        continue
      }
      var text: [UInt8] = []
      UTF8Bytes.append(unit, to: &text)
      edits.append(Edit("mask.escape", Span(index, index + 6), text))
      index += 6
    }
    return edits
  }

  private static func hex(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
  }
}
