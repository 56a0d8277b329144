import TextCore

/// Alternative words, in the order to try them, as they stand in the text of a pattern one after the other.
struct WordList: Sendable {
  /// The text that holds them, and where: words with a separator between them.
  private let text: [UInt8]
  private let range: Range<Int>
  private let separator: UInt8
  /// How many there are.
  let count: Int
  /// Bytes of the shortest and the longest word.
  let shortest: Int
  let longest: Int
  /// True when a word tells of a negation, so that 没有 in a match is meant so.
  let tellsOfNegation: Bool

  /// Between the words of a pattern, and between other words, which may hold the former: a byte of no UTF-8.
  private static let bar = UInt8(ascii: "|")
  private static let mark = UInt8(0xFF)

  /// The words between these bytes of the text of a pattern, one or more.
  init(_ text: [UInt8], _ range: Range<Int>) { self.init(text, range, separator: Self.bar) }

  private init(_ text: [UInt8], _ range: Range<Int>, separator: UInt8) {
    (self.text, self.range, self.separator) = (text, range, separator)
    var (count, shortest, longest) = (0, Int.max, 0)
    text.withUnsafeBytes { text in
      Self.forEachWord(text, range, separator) { word in
        count += 1
        shortest = min(shortest, word.count)
        longest = max(longest, word.count)
      }
    }
    (self.count, self.shortest, self.longest) = (count, shortest, longest)
    tellsOfNegation = text.withUnsafeBufferPointer { Self.tellsOfNegation($0, range) }
  }

  /// The words of several lists, one or more.
  init(_ lists: [WordList]) { self.init(lists.flatMap(\.words)) }

  /// These words, one or more.
  init(words: [String]) { self.init(words.map { Array($0.utf8) }) }

  private init(_ words: [[UInt8]]) {
    let text = words.flatMap { [Self.mark] + $0 }
    self.init(text, 1..<max(1, text.count), separator: Self.mark)
  }

  /// Calls `body` with each word.
  @inline(__always)
  func forEachWord(_ body: (UnsafeRawBufferPointer) -> Void) {
    text.withUnsafeBytes { Self.forEachWord($0, range, separator, body) }
  }

  @inline(__always)
  private static func forEachWord(
    _ text: UnsafeRawBufferPointer, _ range: Range<Int>, _ separator: UInt8,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    var start = range.lowerBound
    for end in range where text[end] == separator {
      body(UnsafeRawBufferPointer(rebasing: text[start..<end]))
      start = end + 1
    }
    body(UnsafeRawBufferPointer(rebasing: text[start..<range.upperBound]))
  }

  /// The words, each for itself.
  var words: [[UInt8]] {
    var words: [[UInt8]] = []
    forEachWord { words.append(Array($0)) }
    return words
  }

  /// Calls `body` with bytes that no list of other words has.
  func withKey<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = separator == Self.bar ? range.lowerBound : 0
    return text.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<range.upperBound])) }
  }

  /// Where one of the words can begin; with `backward`, where one can end.
  func filter(backward: Bool) -> WordFilter {
    var filter = WordFilter()
    forEachWord { filter.admit($0, backward: backward) }
    return filter
  }

  /// True when 没, 不, 未, 无, 非 or 否 stands in the text.
  private static func tellsOfNegation(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset + 3 <= range.upperBound {
      let lead = text[offset]
      if lead & 0xF0 == 0xE0 {
        switch (lead, text[offset + 1], text[offset + 2]) {
        case (0xE6, 0xB2, 0xA1), (0xE4, 0xB8, 0x8D), (0xE6, 0x9C, 0xAA), (0xE6, 0x97, 0xA0),
          (0xE9, 0x9D, 0x9E), (0xE5, 0x90, 0xA6):
          return true
        default: break
        }
      }
      offset += lead == mark ? 1 : UTF8Bytes.length(lead: lead)
    }
    return false
  }
}

extension WordList: Hashable {
  static func == (one: WordList, other: WordList) -> Bool {
    one.count == other.count && one.words == other.words
  }

  func hash(into hasher: inout Hasher) { forEachWord { hasher.combine(bytes: $0) } }
}
