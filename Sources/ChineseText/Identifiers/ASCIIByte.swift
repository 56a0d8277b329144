/// Classes of ASCII bytes, and full-width forms read as ASCII.
enum ASCIIByte {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte - 0x20 : byte }

  /// The number that two to eight digit bytes write; nil for anything else.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...18).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The ASCII form of the digit, letter or sign at `index`, half-width or full-width (U+FF01–FF5E), and its length.
  @inline(__always)
  static func folded(_ bytes: [UInt8], _ index: Int) -> (byte: UInt8, length: Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (lead, 1) }
    guard lead == 0xEF, index + 2 < bytes.count else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0xBC, 0x81...0xBF): return (bytes[index + 2] - 0x60, 3)
    case (0xBD, 0x80...0x9E): return (bytes[index + 2] - 0x20, 3)
    default: return nil
    }
  }
}
