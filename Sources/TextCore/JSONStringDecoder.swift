/// Resolves the escapes of a JSON string.
enum JSONStringDecoder {
  /// The bytes the string stands for; lone surrogates become U+FFFD.
  static func decode(_ bytes: [UInt8], _ span: Span<Source>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(span.count)
    var index = span.start
    while index < span.end {
      let plain = JSONPlainRun.end(bytes, index, span.end)
      output += bytes[index..<plain]
      index = plain
      guard index < span.end else { break }
      if bytes[index] == UInt8(ascii: "\\") {
        index += appendEscape(bytes, index, span.end, to: &output)
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  /// Resolves the escape at `index` and returns how many bytes of the input it takes.
  static func appendEscape(_ bytes: [UInt8], _ index: Int, _ end: Int, to output: inout [UInt8]) -> Int {
    switch bytes[index + 1] {
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "u"): return appendUnicode(bytes, index, end, to: &output)
    default: output.append(bytes[index + 1])
    }
    return 2
  }

  private static func appendUnicode(_ bytes: [UInt8], _ index: Int, _ end: Int, to output: inout [UInt8])
    -> Int
  {
    let first = hex4(bytes, index + 2) ?? 0xFFFD
    guard (0xD800...0xDFFF).contains(first) else {
      UTF8Bytes.append(first, to: &output)
      return 6
    }
    if first < 0xDC00, index + 12 <= end, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"),
      let second = hex4(bytes, index + 8), (0xDC00...0xDFFF).contains(second)
    {
      UTF8Bytes.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &output)
      return 12
    }
    UTF8Bytes.append(0xFFFD, to: &output)
    return 6
  }

  /// The value of four hexadecimal digits.
  static func hex4(_ bytes: [UInt8], _ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}

/// Bytes of a JSON string that stand for themselves.
enum JSONPlainRun {
  /// The first byte in `start..<end` that is a quote, a backslash or a control character; `end` when there is none.
  static func end(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + 8 <= end, let eight = EightBytes(bytes, index), !eight.containBelow(0x20),
        !eight.contain(0x22), !eight.contain(0x5C)
      {
        index += 8
      }
      while index < end, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
      return index
    }
  }
}
