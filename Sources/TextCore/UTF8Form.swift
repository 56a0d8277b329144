/// Well-formedness of UTF-8 (Unicode standard, table 3-7).
public enum UTF8Form {
  /// True when all bytes are well-formed; linear.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let common = commonLength(text, index)
        let length = common > 0 ? common : length(text, index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }

  /// Bytes from `index` on of what nearly all Chinese text is made of, as far as eight bytes tell: ASCII, or sequences
  /// of three bytes whose lead asks nothing special of the next; 0 for anything else.
  @inline(__always)
  private static func commonLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard let eight = EightBytes(bytes, index) else { return 0 }
    let ascii = eight.leadingASCII
    guard ascii == 0 else { return ascii }
    guard isCommonSequence(eight.bits) else { return 0 }
    return isCommonSequence(eight.bits >> 24) ? 6 : 3
  }

  /// True when the lowest three bytes are a sequence whose lead is not E0 or ED, after which not every byte may follow.
  @inline(__always)
  private static func isCommonSequence(_ bits: UInt64) -> Bool {
    bits & 0xC0_C0F0 == 0x80_80E0 && 0b1101_1111_1111_1110 >> (bits & 0x0F) & 1 != 0
  }

  /// Bytes of the well-formed sequence at `index`, 0 when there is none.
  @inline(__always)
  public static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard let (count, low, high) = shape(lead), index + count <= bytes.count else { return 0 }
    guard (low...high).contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(2, count) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return count
  }

  /// Bytes to replace by one U+FFFD at an ill-formed place: the longest start of a sequence that breaks off.
  public static func brokenLength(_ bytes: [UInt8], _ index: Int) -> Int {
    guard let (count, low, high) = shape(bytes[index]), index + 1 < bytes.count,
      (low...high).contains(bytes[index + 1])
    else { return 1 }
    var length = 2
    while length < count, index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  @inline(__always)
  private static func shape(_ lead: UInt8) -> (count: Int, low: UInt8, high: UInt8)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: nil
    }
  }
}
