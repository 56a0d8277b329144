/// Texts that are parts of others, byte by byte.
enum TextPart {
  /// True when `part`, which is not empty, stands in `text`. At most the product of their lengths, as a rule one pass.
  static func stands(_ part: String, in text: String) -> Bool {
    var (part, text) = (part, text)
    return part.withUTF8 { part in text.withUTF8 { text in stands(part, in: text) } }
  }

  /// True when both hold the same two characters in a row that can make a word: 左边锁骨断了, 锁骨骨折. Numbers, which tell one
  /// thing from another, and the commonest characters make none. Linear.
  static func shareWord(_ a: String, _ b: String) -> Bool { !words(a).isDisjoint(with: words(b)) }

  private static func words(_ text: String) -> Set<String> {
    let characters = Array(text.prefix(longest))
    return Set(
      zip(characters, characters.dropFirst()).compactMap { first, second in
        common.contains(first) || common.contains(second) ? nil : String([first, second])
      })
  }

  /// Characters of a text that are looked at.
  private static let longest = 400
  private static let common = Set<Character>(
    "，。、；：？！“”《》（）0123456789.%一二三四五六七八九十百千万两零半几年月日号天次元块的了是我你他她它们这那个有没不在就都也还和跟与到上下里就说要为被把给因按写合同")

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
