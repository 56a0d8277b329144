import TextCore

/// How often a word is to be expected in a text, judged by the examples of the rules, which are such texts themselves.
///
/// Counts characters and pairs of characters, the latter in a hashed table; a word is as frequent as its rarest pair.
struct WordFrequency {
  private static let slots = 1 << 14

  private var singles = [Int32](repeating: 0, count: slots)
  private var pairs = [Int32](repeating: 0, count: slots)

  /// Nothing counted.
  init() {}

  /// Counts the examples of a rule base as they stand in the file. Linear in them.
  init(_ file: RuleFile) {
    file.source.bytes.withUnsafeBufferPointer { text in
      for rule in file.base.rules {
        if let place = rule.examples.place {
          add(UnsafeBufferPointer(rebasing: text[place.range]))
        }
      }
    }
  }

  /// Adds what another has counted.
  mutating func add(_ other: WordFrequency) {
    for slot in 0..<Self.slots {
      singles[slot] &+= other.singles[slot]
      pairs[slot] &+= other.pairs[slot]
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var (offset, before) = (0, UInt32(0))
    while offset < text.count {
      let (scalar, length) = Self.scalar(text, offset)
      // The keys and marks of the file are of no interest.
      if length == 3 {
        singles[Int(truncatingIfNeeded: scalar) & (Self.slots - 1)] &+= 1
        pairs[Self.slot(before, scalar)] &+= 1
      }
      (before, offset) = (scalar, offset + length)
    }
  }

  /// The scalar at `offset` if it takes three bytes, as those of Chinese do, and its length.
  @inline(__always)
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt32, Int) {
    let lead = text[offset]
    guard lead & 0xF0 == 0xE0, offset + 3 <= text.count else {
      return (UInt32(lead), UTF8Bytes.length(lead: lead))
    }
    let (second, third) = (UInt32(text[offset + 1] & 0x3F), UInt32(text[offset + 2] & 0x3F))
    return (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3)
  }

  private static func slot(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 18)
  }

  /// Times that the word may have stood in the examples.
  func count(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var (offset, before, least) = (0, UInt32(0), Int32.max)
    while offset < word.count {
      let (scalar, length) = Self.scalar(word, offset)
      let single = singles[Int(scalar) & (Self.slots - 1)]
      least = min(least, offset == 0 ? single : pairs[Self.slot(before, scalar)])
      (before, offset) = (scalar, offset + length)
    }
    return Int(least == .max ? 0 : least)
  }
}
