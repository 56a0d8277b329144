import TextCore

/// Tells in one look that none of some words can begin (or end) at a place: a Bloom filter over their outermost scalar.
///
/// A scalar is known by the last two bytes of its UTF-8, which differ most among Chinese characters.
struct ScalarFilter: Sendable {
  private var bits = SIMD4<UInt64>()

  /// Admits the word at places where its first scalar, or its last, stands; an empty word is admitted everywhere.
  mutating func admit(_ word: some WordBytes, backward: Bool) {
    if word.isEmpty {
      bits = SIMD4(repeating: .max)
    } else {
      let hash = Self.hash(of: word, backward: backward)
      bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
    }
  }

  /// Admits all that the other admits.
  mutating func formUnion(_ other: ScalarFilter) { bits |= other.bits }

  /// False when no admitted word can begin at `offset`.
  @inline(__always)
  func mayBegin(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard let hash = Self.hash(bytes, at: offset) else { return offset < bytes.count || has(.max) }
    return has(hash)
  }

  /// The first place from `start` on and before `end` where a word admitted here or by the other can begin.
  func first(_ bytes: [UInt8], from start: Int, to end: Int, or other: ScalarFilter = ScalarFilter()) -> Int?
  {
    let either = ScalarFilter(bits: bits | other.bits)
    return bytes.withUnsafeBufferPointer { text in
      var offset = start
      while offset < end {
        let next = offset + UTF8Bytes.length(lead: text[offset])
        guard next <= text.count else { return nil }
        if either.has(Self.hash(text[next - 1], after: next - offset > 1 ? text[next - 2] : 0)) {
          return offset
        }
        offset = next
      }
      return nil
    }
  }

  /// The hash of the outermost scalar of a word that is not empty.
  static func hash(of word: some WordBytes, backward: Bool) -> UInt8 {
    let first = word.startIndex
    let length = backward ? word.count : min(UTF8Bytes.length(lead: word[first]), word.count)
    let last = first + length - 1
    return hash(word[last], after: length > 1 ? word[last - 1] : 0)
  }

  /// The hash of the scalar at `offset`; nil at the end of the text or inside its last scalar.
  @inline(__always)
  static func hash(_ bytes: [UInt8], at offset: Int) -> UInt8? {
    guard offset < bytes.count else { return nil }
    let end = offset + UTF8Bytes.length(lead: bytes[offset])
    guard end <= bytes.count else { return nil }
    return end - offset > 1 ? hash(bytes[end - 1], after: bytes[end - 2]) : hash(bytes[end - 1], after: 0)
  }

  /// The hash of the scalar that ends at `offset`, which is not the start.
  @inline(__always)
  static func hash(_ bytes: [UInt8], before offset: Int) -> UInt8 {
    offset > 1 ? hash(bytes[offset - 1], after: bytes[offset - 2]) : hash(bytes[offset - 1], after: 0)
  }

  /// The last byte of a scalar, with two bits of the byte before when that belongs to it.
  @inline(__always)
  static func hash(_ last: UInt8, after before: UInt8) -> UInt8 {
    last < 0x80 ? last & 0x3F : last & 0x3F | before << 6
  }

  /// False when no admitted word has that hash.
  @inline(__always)
  func has(_ hash: UInt8) -> Bool { bits[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0 }
}

/// The bytes of a word, wherever it stands.
protocol WordBytes: RandomAccessCollection where Element == UInt8, Index == Int {}
extension [UInt8]: WordBytes {}
extension UnsafeRawBufferPointer: WordBytes {}
