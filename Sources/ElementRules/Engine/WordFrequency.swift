import TextCore

/// How often a word is to be expected in a text, judged by the examples of the rules, which are such texts themselves.
///
/// Counts characters and pairs of characters, the latter in a hashed table; a word is as frequent as its rarest pair.
struct WordFrequency {
  private static let slots = 1 << 14

  private var singles = [Int32](repeating: 0, count: slots)
  private var pairs = [Int32](repeating: 0, count: slots)

  /// Counts the examples of some rule bases. Linear in them.
  init(_ files: [RuleFile]) {
    for file in files {
      for rule in file.base.rules {
        for example in rule.examples.match { add(example.text) }
        for example in rule.examples.not { add(example.text) }
      }
    }
  }

  private mutating func add(_ text: String) {
    var before: UInt32 = 0
    for scalar in text.unicodeScalars {
      singles[Int(truncatingIfNeeded: scalar.value) & (Self.slots - 1)] &+= 1
      pairs[Self.slot(before, scalar.value)] &+= 1
      before = scalar.value
    }
  }

  private static func slot(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 18)
  }

  /// Times that the word may have stood in the examples.
  func count(_ word: [UInt8]) -> Int {
    var (offset, before, least) = (0, UInt32(0), Int32.max)
    while offset < word.count {
      let (scalar, length) = UTF8Bytes.scalar(word, offset)
      let single = singles[Int(scalar) & (Self.slots - 1)]
      least = min(least, offset == 0 ? single : pairs[Self.slot(before, scalar)])
      (before, offset) = (scalar, offset + length)
    }
    return Int(least == .max ? 0 : least)
  }
}
