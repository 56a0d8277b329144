import TextCore

/// A short list of words looked for in a sentence; the longest that stands at a place is the one that counts.
struct Cues: Sendable {
  private let words: [[UInt8]]
  private var starts = ScalarFilter()
  private var ends = ScalarFilter()

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    for word in self.words {
      starts.admit(word, backward: false)
      ends.admit(word, backward: true)
    }
  }

  /// Length in bytes of the word that stands at `offset` and ends by `end`; nil when none does.
  func length(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int? {
    guard offset >= 0, starts.mayBegin(bytes, at: offset) else { return nil }
    return words.first { offset + $0.count <= end && UTF8Bytes.hasPrefix(bytes, offset, $0) }?.count
  }

  /// Length of the word that ends at `offset` and begins at `start` or later.
  func length(_ bytes: [UInt8], before offset: Int, from start: Int) -> Int? {
    guard offset <= bytes.count, ends.mayEnd(bytes, at: offset) else { return nil }
    return words.first { offset - $0.count >= start && UTF8Bytes.hasSuffix(bytes, offset, $0) }?.count
  }

  /// The first place of a word in `range`.
  func first(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if length(bytes, at: offset, to: range.upperBound) != nil { return offset }
      offset += UTF8Bytes.length(lead: bytes[offset])
    }
    return nil
  }

  /// True when a word stands in `range`.
  func occur(_ bytes: [UInt8], in range: Range<Int>) -> Bool { first(bytes, in: range) != nil }

  /// True when a word stands in `range` outside those of `skipped`: 异议, but not that of 没有异议.
  func occur(_ bytes: [UInt8], in range: Range<Int>, skipping skipped: Cues) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let innocent = skipped.length(bytes, at: offset, to: range.upperBound) {
        offset += innocent
      } else if length(bytes, at: offset, to: range.upperBound) != nil {
        return true
      } else {
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
    }
    return false
  }
}
