/// Reading scalars straight from valid UTF-8 bytes, without `String`.
public enum UTF8Bytes {
  /// True for the second and later bytes of a scalar.
  @inlinable
  public static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Bytes of the scalar that starts with `lead` (1 to 4).
  @inlinable
  public static func length(lead: UInt8) -> Int {
    if lead < 0x80 { return 1 }
    if lead < 0xE0 { return 2 }
    return lead < 0xF0 ? 3 : 4
  }

  /// Number of scalars that start in `range`; O(range).
  @inlinable
  public static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range { count &+= isContinuation(bytes[index]) ? 0 : 1 }
    return count
  }

  /// The scalar that starts at `offset` and its length in bytes; `bytes` must be valid UTF-8.
  @inlinable
  public static func scalar(_ bytes: [UInt8], _ offset: Int) -> (value: UInt32, length: Int) {
    bytes.withUnsafeBufferPointer { scalar($0, offset) }
  }

  /// The same for bytes in memory.
  @inlinable
  public static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (
    value: UInt32, length: Int
  ) {
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = length(lead: lead)
    guard offset + length <= bytes.count else { return (0xFFFD, bytes.count - offset) }
    if length == 3 {
      let (second, third) = (UInt32(bytes[offset + 1] & 0x3F), UInt32(bytes[offset + 2] & 0x3F))
      return (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3)
    }
    var value = UInt32(lead) & (length == 2 ? 0x1F : 0x07)
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (value, length)
  }

  /// The scalar that ends just before `offset`, and its length; nil at the start.
  @inlinable
  public static func scalar(_ bytes: [UInt8], before offset: Int) -> (value: UInt32, length: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, isContinuation(bytes[start]) { start -= 1 }
    return (scalar(bytes, start).value, offset - start)
  }

  /// Appends the UTF-8 form of `scalar`.
  @inlinable
  public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// True when `pattern` stands at `offset`.
  @inlinable
  public static func hasPrefix(_ bytes: [UInt8], _ offset: Int, _ pattern: [UInt8]) -> Bool {
    guard offset >= 0, offset + pattern.count <= bytes.count else { return false }
    for index in 0..<pattern.count where bytes[offset + index] != pattern[index] { return false }
    return true
  }

  /// True when `pattern` ends just before `offset`.
  @inlinable
  public static func hasSuffix(_ bytes: [UInt8], _ offset: Int, _ pattern: [UInt8]) -> Bool {
    hasPrefix(bytes, offset - pattern.count, pattern)
  }
}
