/// E-mail addresses as they appear in running text (the common subset of RFC 5322: no quotes, no comments).
public enum EmailAddress {
  /// Says in Chinese what is wrong with an address; nil when it holds.
  public static func validate(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let at = bytes.firstIndex(of: 0x40) else { return "电子邮箱里应当有“@”" }
    return range(bytes, around: at, within: 0..<bytes.count) == 0..<bytes.count
      ? nil : "电子邮箱应当形如 name@example.com"
  }

  /// The address around the `@` at `at`.
  public static func range(_ bytes: [UInt8], around at: Int, within range: Range<Int>) -> Range<Int>? {
    var start = at
    while start > range.lowerBound, isLocal(bytes[start - 1]) { start -= 1 }
    while start < at, bytes[start] == 0x2E { start += 1 }
    var end = at + 1
    while end < range.upperBound, isDomain(bytes[end]) { end += 1 }
    while end > at + 1, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    guard start < at, let dot = bytes[at + 1..<end].lastIndex(of: 0x2E), dot > at + 1 else { return nil }
    guard end - dot > 2, ASCIIByte.isLetter(bytes[dot + 1]) else { return nil }
    return start..<end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == 0x5F || byte == 0x2B || byte == 0x25
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    ASCIIByte.isDigit(byte) || ASCIIByte.isLetter(byte) || byte == 0x2E || byte == 0x2D
  }
}
