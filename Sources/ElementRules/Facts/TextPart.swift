/// Texts that are parts of others, byte by byte.
enum TextPart {
  /// True when `part`, which is not empty, stands in `text`. At most the product of their lengths, as a rule one pass.
  static func stands(_ part: String, in text: String) -> Bool {
    var (part, text) = (part, text)
    return part.withUTF8 { part in text.withUTF8 { text in stands(part, in: text) } }
  }

  private static func stands(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool
  {
    guard let first = part.first, part.count <= text.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
