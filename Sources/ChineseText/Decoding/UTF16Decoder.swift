import TextCore

/// UTF-16 → UTF-8; a lone surrogate or an odd last byte is reported.
enum UTF16Decoder {
  static func decode(_ bytes: [UInt8], from start: Int, bigEndian: Bool, into output: inout DecodingOutput) {
    output.bytes.reserveCapacity(bytes.count * 3 / 2)
    func unit(_ index: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return bigEndian ? a << 8 | b : b << 8 | a
    }
    var index = start
    while index + 1 < bytes.count {
      let first = unit(index)
      if !(0xD800..<0xE000).contains(first) {
        UTF8Bytes.append(first, to: &output.bytes)
        index += 2
      } else if first < 0xDC00, index + 3 < bytes.count, (0xDC00..<0xE000).contains(unit(index + 2)) {
        UTF8Bytes.append(0x1_0000 + (first - 0xD800) << 10 + unit(index + 2) - 0xDC00, to: &output.bytes)
        index += 4
      } else {
        output.replace(bytes[index..<index + 2])
        index += 2
      }
    }
    if index < bytes.count { output.replace(bytes[index...]) }
  }
}
