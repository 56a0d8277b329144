import ChineseText

/// The words of court that misheard forms are restored to, found by their first two syllables.
struct TermLexicon: Sendable {
  /// The lexicon of `rulebases/lexicon`, built at first use, in a few milliseconds.
  static let court = TermLexicon(
    terms: LexiconText.words(LexiconText.terms), words: LexiconText.words(LexiconText.words),
    keep: LexiconText.words(LexiconText.keep))

  private static let bucketBits = 13
  /// Terms of bucket b are `bucketStart[b]..<bucketStart[b + 1]`, longest first.
  private let bucketStart: [Int32]
  /// Scalars and syllables of term t are `starts[t]..<starts[t + 1]` of the flat lists.
  private let starts: [Int32]
  private let scalars: [UInt32]
  private let syllables: [UInt16]
  /// True for terms that lawyers chose; false for words that corpora gave.
  private let chosen: [Bool]
  private let kept: Set<[UInt32]>

  /// Sorts the terms into buckets; O(n log n).
  init(terms: [[UInt32]], words: [[UInt32]], keep: [[UInt32]]) {
    var entries: [(bucket: Int, scalars: [UInt32], syllables: [UInt16], isChosen: Bool)] = []
    for (index, term) in (terms + words).enumerated() {
      let syllables = term.compactMap { Pronunciation.syllable(of: $0)?.raw }
      guard syllables.count == term.count, term.count > 1 else { continue }
      entries.append((Self.bucket(syllables[0], syllables[1]), term, syllables, index < terms.count))
    }
    entries.sort { ($0.bucket, -$0.scalars.count) < ($1.bucket, -$1.scalars.count) }
    var buckets = [Int32](repeating: 0, count: (1 << Self.bucketBits) + 1)
    for entry in entries { buckets[entry.bucket + 1] += 1 }
    for index in 1..<buckets.count { buckets[index] += buckets[index - 1] }
    bucketStart = buckets
    scalars = entries.flatMap(\.scalars)
    syllables = entries.flatMap(\.syllables)
    chosen = entries.map(\.isChosen)
    starts = entries.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.scalars.count)) }
    kept = Set(keep)
  }

  /// The terms whose first two syllables may be these, longest first; few, often none.
  @inline(__always)
  func candidates(_ first: UInt16, _ second: UInt16) -> Range<Int> {
    let bucket = Self.bucket(first, second)
    return Int(bucketStart[bucket])..<Int(bucketStart[bucket + 1])
  }

  /// Characters of a term.
  @inline(__always)
  func length(_ term: Int) -> Int { Int(starts[term + 1] - starts[term]) }

  /// A scalar of a term.
  @inline(__always)
  func scalar(_ term: Int, _ place: Int) -> UInt32 { scalars[Int(starts[term]) + place] }

  /// A term's scalars.
  func text(_ term: Int) -> [UInt32] { Array(scalars[Int(starts[term])..<Int(starts[term + 1])]) }

  /// True for terms that lawyers chose.
  func isChosen(_ term: Int) -> Bool { chosen[term] }

  /// True when the speech sounds like the term at `index`.
  @inline(__always)
  func sounds(_ term: Int, _ speech: HeardSpeech, _ index: Int) -> Bool {
    let start = Int(starts[term])
    let length = length(term)
    guard index + length <= speech.count else { return false }
    for place in 0..<length where speech.syllables[index + place] != syllables[start + place] { return false }
    return true
  }

  /// True for strings that sound like a term but are language themselves.
  func keeps(_ window: [UInt32]) -> Bool { kept.contains(window) }

  @inline(__always)
  private static func bucket(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1) >> (32 - UInt32(bucketBits)))
  }
}
