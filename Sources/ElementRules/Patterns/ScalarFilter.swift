import TextCore

/// Tells in one look that none of some words can begin (or end) at a place: a Bloom filter over their outermost scalar.
///
/// A scalar is known by the last two bytes of its UTF-8, which differ most among Chinese characters.
struct ScalarFilter: Sendable {
  private var bits = SIMD4<UInt64>()

  /// Admits the word at places where its first scalar, or its last, stands; an empty word is admitted everywhere.
  mutating func admit(_ word: some RandomAccessCollection<UInt8>, backward: Bool) {
    let word = Array(word)
    if word.isEmpty {
      bits = SIMD4(repeating: .max)
    } else {
      let hash = Self.hash(of: word, backward: backward)
      bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
    }
  }

  /// False when no admitted word can begin at `offset`.
  @inline(__always)
  func mayBegin(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard let hash = Self.hash(bytes, at: offset) else { return offset < bytes.count || has(.max) }
    return has(hash)
  }

  /// False when no admitted word can end at `offset`.
  @inline(__always)
  func mayEnd(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset > 0 ? has(Self.hash(bytes, before: offset)) : has(.max)
  }

  /// The hash of the outermost scalar of a word that is not empty.
  static func hash(of word: [UInt8], backward: Bool) -> UInt8 {
    let end = backward ? word.count : min(UTF8Bytes.length(lead: word[0]), word.count)
    return hash(word, end: end, from: 0)
  }

  /// The hash of the scalar at `offset`; nil at the end of the text or inside its last scalar.
  @inline(__always)
  static func hash(_ bytes: [UInt8], at offset: Int) -> UInt8? {
    guard offset < bytes.count else { return nil }
    let end = offset + UTF8Bytes.length(lead: bytes[offset])
    return end > bytes.count ? nil : hash(bytes, end: end, from: offset)
  }

  /// The hash of the scalar that ends at `offset`, which is not the start.
  @inline(__always)
  static func hash(_ bytes: [UInt8], before offset: Int) -> UInt8 { hash(bytes, end: offset, from: 0) }

  /// The last byte of the scalar that ends at `end`, with two bits of the byte before when that belongs to it.
  @inline(__always)
  private static func hash(_ bytes: [UInt8], end: Int, from start: Int) -> UInt8 {
    let last = bytes[end - 1]
    guard last >= 0x80, end - 1 > start else { return last & 0x3F }
    return last & 0x3F | bytes[end - 2] << 6
  }

  /// False when no admitted word has that hash.
  @inline(__always)
  func has(_ hash: UInt8) -> Bool { bits[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0 }
}
