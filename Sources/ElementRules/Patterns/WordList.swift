/// Alternative words, in the order to try them, and what is worth knowing about them: made once for all patterns that
/// name a class.
final class WordList: Sendable {
  /// The words as they stand in a program, each after its length.
  let code: [UInt8]
  /// How many there are.
  let count: Int
  /// Bytes of the shortest and the longest word.
  let shortest: Int
  let longest: Int
  /// True when a word tells of a negation, so that 没有 in a match is meant so.
  let tellsOfNegation: Bool

  private static let negations = Cues(["没", "不", "未", "无", "非", "否"])

  /// The words between these bytes of a text, one or more.
  init(_ text: [UInt8], _ range: Range<Int>, separator: UInt8? = nil) {
    var (code, count, shortest, longest) = ([UInt8](), 0, Int.max, 0)
    code.reserveCapacity(range.count + 2)
    text.withUnsafeBufferPointer { text in
      var (start, end) = (range.lowerBound, range.lowerBound)
      while end <= range.upperBound {
        if end == range.upperBound || text[end] == separator {
          ProgramWriter.append(end - start, to: &code)
          code += UnsafeBufferPointer(rebasing: text[start..<end])
          count += 1
          shortest = min(shortest, end - start)
          longest = max(longest, end - start)
          start = end + 1
        }
        end += 1
      }
    }
    (self.code, self.count, self.shortest, self.longest) = (code, count, shortest, longest)
    // Each of them is one character, so that none reaches over a separator.
    tellsOfNegation = Self.negations.occur(text, in: range)
  }

  /// The words of several lists.
  init(_ lists: [WordList]) {
    code = lists.flatMap { $0.code }
    count = lists.reduce(0) { $0 + $1.count }
    shortest = lists.reduce(Int.max) { min($0, $1.shortest) }
    longest = lists.reduce(0) { max($0, $1.longest) }
    tellsOfNegation = lists.contains { $0.tellsOfNegation }
  }

  /// These words.
  convenience init(words: [String]) {
    self.init(words.map { WordList(Array($0.utf8), 0..<$0.utf8.count) })
  }

  /// Calls `body` with each word.
  func forEachWord(_ body: (UnsafeRawBufferPointer) -> Void) {
    code.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let reader = ProgramCode(base)
      var place = 0
      while place < bytes.count {
        let length = reader.number(&place)
        body(UnsafeRawBufferPointer(rebasing: bytes[place..<place + length]))
        place += length
      }
    }
  }

  /// The words, each for itself.
  var words: [[UInt8]] {
    var words: [[UInt8]] = []
    forEachWord { words.append(Array($0)) }
    return words
  }

  /// Where one of the words can begin; with `backward`, where one can end.
  func filter(backward: Bool) -> ScalarFilter {
    var filter = ScalarFilter()
    forEachWord { filter.admit($0, backward: backward) }
    return filter
  }
}

extension WordList: Hashable {
  static func == (one: WordList, other: WordList) -> Bool { one === other || one.code == other.code }

  func hash(into hasher: inout Hasher) { code.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
