import ChineseText

/// The words of court that misheard forms are restored to, found by their first two syllables.
struct TermLexicon: Sendable {
  /// A term of the lexicon.
  struct Term: Sendable {
    let scalars: [UInt32]
    let syllables: [UInt16]
    /// True for terms that lawyers chose; false for words that corpora gave.
    let isChosen: Bool
  }

  /// The lexicon of `rulebases/lexicon`, built at first use, in a few milliseconds.
  static let court = TermLexicon(
    terms: LexiconText.words(LexiconText.terms), words: LexiconText.words(LexiconText.words),
    keep: LexiconText.words(LexiconText.keep))

  private static let bucketBits = 13
  private let terms: [Term]
  /// Terms of bucket b are `order[bucketStart[b]..<bucketStart[b + 1]]`, longest first.
  private let order: [Int32]
  private let bucketStart: [Int32]
  private let kept: Set<[UInt32]>

  /// Sorts the terms into buckets; O(n log n).
  init(terms chosen: [[UInt32]], words: [[UInt32]], keep: [[UInt32]]) {
    let all = chosen.map { ($0, true) } + words.map { ($0, false) }
    terms = all.compactMap { scalars, isChosen in
      let syllables = scalars.compactMap { Pronunciation.syllable(of: $0)?.raw }
      guard syllables.count == scalars.count, scalars.count > 1 else { return nil }
      return Term(scalars: scalars, syllables: syllables, isChosen: isChosen)
    }
    let terms = terms
    let buckets = terms.map { Self.bucket($0.syllables[0], $0.syllables[1]) }
    order = terms.indices.sorted {
      (buckets[$0], -terms[$0].scalars.count, $0) < (buckets[$1], -terms[$1].scalars.count, $1)
    }.map(Int32.init)
    var starts = [Int32](repeating: 0, count: 1 << Self.bucketBits + 1)
    for bucket in buckets { starts[bucket + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    bucketStart = starts
    kept = Set(keep)
  }

  /// The terms whose first two syllables may be these, longest first; few, often none.
  @inline(__always)
  func candidates(_ first: UInt16, _ second: UInt16) -> Range<Int> {
    let bucket = Self.bucket(first, second)
    return Int(bucketStart[bucket])..<Int(bucketStart[bucket + 1])
  }

  /// The term of a candidate.
  @inline(__always)
  func term(_ candidate: Int) -> Term { terms[Int(order[candidate])] }

  /// True for strings that sound like a term but are language themselves.
  func keeps(_ window: [UInt32]) -> Bool { kept.contains(window) }

  @inline(__always)
  private static func bucket(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1) >> (32 - UInt32(bucketBits)))
  }
}
