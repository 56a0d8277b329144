/// Well-formedness of UTF-8 (Unicode standard, table 3-7).
enum UTF8Repair {
  /// True when all bytes are well-formed; linear.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let lead = text[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        // Nearly all Chinese is here: three bytes without further conditions.
        if lead >= 0xE1, lead <= 0xEC, index + 2 < text.count,
          (text[index + 1] | text[index + 2]) & 0xC0 == 0x80,
          text[index + 1] & text[index + 2] & 0x80 != 0
        {
          index += 3
          continue
        }
        let length = length(text, index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }

  /// Bytes of the well-formed sequence at `index`, 0 when there is none.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard let (count, low, high) = shape(lead), index + count <= bytes.count else { return 0 }
    guard (low...high).contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(2, count) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return count
  }

  /// Bytes to replace by one U+FFFD at an ill-formed place: the longest start of a sequence that breaks off.
  static func brokenLength(_ bytes: [UInt8], _ index: Int) -> Int {
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
