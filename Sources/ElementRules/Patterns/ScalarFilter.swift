import TextCore

/// Tells in one look that none of some words can begin (or end) at a place: a Bloom filter over their outermost scalar.
///
/// A scalar is known by the last two bytes of its UTF-8, which differ most among Chinese characters.
struct ScalarFilter: Sendable {
  private var bits = SIMD4<UInt64>()

  /// Admits the word at places where its first scalar, or its last, stands; an empty word is admitted everywhere.
  mutating func admit(_ word: some RandomAccessCollection<UInt8>, backward: Bool) {
    let word = Array(word)
    guard let lead = word.first else {
      bits = SIMD4(repeating: .max)
      return
    }
    let end = backward ? word.count : min(UTF8Bytes.length(lead: lead), word.count)
    set(Self.hash(word, end: end, from: 0))
  }

  /// False when no admitted word can begin at `offset`.
  @inline(__always)
  func mayBegin(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset < bytes.count else { return has(.max) }
    let end = offset + UTF8Bytes.length(lead: bytes[offset])
    return end > bytes.count || has(Self.hash(bytes, end: end, from: offset))
  }

  /// False when no admitted word can end at `offset`.
  @inline(__always)
  func mayEnd(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset > 0 else { return has(.max) }
    return has(Self.hash(bytes, end: offset, from: 0))
  }

  /// The last byte of the scalar that ends at `end`, with two bits of the byte before when that belongs to it.
  @inline(__always)
  private static func hash(_ bytes: [UInt8], end: Int, from start: Int) -> UInt8 {
    let last = bytes[end - 1]
    guard last >= 0x80, end - 1 > start else { return last & 0x3F }
    return last & 0x3F | bytes[end - 2] << 6
  }

  @inline(__always)
  private func has(_ hash: UInt8) -> Bool { bits[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0 }

  private mutating func set(_ hash: UInt8) { bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63) }
}
