import TextCore

/// A short list of words looked for in a sentence; the longest that stands at a place is the one that counts.
struct Cues: Sendable {
  private let starting: Words
  private let ending: Words

  /// Words in buckets by their outermost character, so that only those that can stand at a place are compared.
  private struct Words: Sendable {
    private(set) var filter = ScalarFilter()
    /// Where the words of each bucket begin in `words`; one more for the end.
    private var starts = [UInt16](repeating: 0, count: 257)
    /// Of each bucket the longest first.
    let words: [[UInt8]]

    init(_ all: [[UInt8]], backward: Bool) {
      let placed = all.map { (bucket: ScalarFilter.hash(of: $0, backward: backward), word: $0) }
      words = placed.sorted { ($0.bucket, -$0.word.count) < ($1.bucket, -$1.word.count) }.map(\.word)
      for (bucket, word) in placed {
        filter.admit(word, backward: backward)
        starts[Int(bucket) + 1] += 1
      }
      for bucket in 0..<256 { starts[bucket + 1] += starts[bucket] }
    }

    /// Length of the first word of the bucket for which `stands` is true.
    @inline(__always)
    func length(_ bucket: UInt8, _ stands: ([UInt8]) -> Bool) -> Int? {
      guard filter.has(bucket) else { return nil }
      for index in Int(starts[Int(bucket)])..<Int(starts[Int(bucket) + 1]) where stands(words[index]) {
        return words[index].count
      }
      return nil
    }
  }

  /// Empty words are left out.
  init(_ words: [String]) {
    let words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
    starting = Words(words, backward: false)
    ending = Words(words, backward: true)
  }

  /// Where a word of these lists can begin.
  static func starts(_ lists: Cues...) -> ScalarFilter {
    lists.reduce(into: ScalarFilter()) { $0.formUnion($1.starting.filter) }
  }

  /// The words.
  var words: [[UInt8]] { starting.words }

  /// Length in bytes of the word that stands at `offset` and ends by `end`; nil when none does.
  @inline(__always)
  func length(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int? {
    guard offset >= 0, let bucket = ScalarFilter.hash(bytes, at: offset) else { return nil }
    return starting.length(bucket) { offset + $0.count <= end && UTF8Bytes.hasPrefix(bytes, offset, $0) }
  }

  /// Length of the word that ends at `offset` and begins at `start` or later.
  func length(_ bytes: [UInt8], before offset: Int, from start: Int) -> Int? {
    guard offset > 0, offset <= bytes.count else { return nil }
    return ending.length(ScalarFilter.hash(bytes, before: offset)) {
      offset - $0.count >= start && UTF8Bytes.hasSuffix(bytes, offset, $0)
    }
  }

  /// The first place of a word in `range`.
  func first(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while let place = starting.filter.first(bytes, from: offset, to: range.upperBound) {
      if length(bytes, at: place, to: range.upperBound) != nil { return place }
      offset = place + UTF8Bytes.length(lead: bytes[place])
    }
    return nil
  }

  /// True when a word stands in `range`.
  func occur(_ bytes: [UInt8], in range: Range<Int>) -> Bool { first(bytes, in: range) != nil }

  /// The first place of a word in `range` outside those of `skipped`.
  func first(_ bytes: [UInt8], in range: Range<Int>, skipping skipped: Cues) -> Int? {
    var offset = range.lowerBound
    let filter = skipped.starting.filter
    while let place = starting.filter.first(bytes, from: offset, to: range.upperBound, or: filter) {
      if let innocent = skipped.length(bytes, at: place, to: range.upperBound) {
        offset = place + innocent
      } else if length(bytes, at: place, to: range.upperBound) != nil {
        return place
      } else {
        offset = place + UTF8Bytes.length(lead: bytes[place])
      }
    }
    return nil
  }

  /// True when a word stands in `range` outside those of `skipped`: 异议, but not that of 没有异议.
  func occur(_ bytes: [UInt8], in range: Range<Int>, skipping skipped: Cues) -> Bool {
    first(bytes, in: range, skipping: skipped) != nil
  }
}
