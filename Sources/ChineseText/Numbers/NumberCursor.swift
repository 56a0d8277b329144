import TextCore

/// A place in bytes that readers of numbers move along; words are compared without `String`.
struct NumberCursor {
  let bytes: [UInt8]
  let end: Int
  var offset: Int

  init(_ bytes: [UInt8], _ offset: Int, _ end: Int? = nil) {
    self.bytes = bytes
    self.end = min(end ?? bytes.count, bytes.count)
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= end }

  /// True when `word` stands here.
  @inline(__always)
  func has(_ word: StaticString, at place: Int? = nil) -> Bool {
    let start = place ?? offset
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= end else { return false }
    for index in 0..<count where bytes[start + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Steps over the first of the words that stands here. Inlined, so that no list of words is made.
  @discardableResult
  @inline(__always)
  mutating func take(_ words: StaticString...) -> Bool {
    for word in words where has(word) {
      offset += word.utf8CodeUnitCount
      return true
    }
    return false
  }

  /// Steps over ASCII and ideographic spaces.
  mutating func skipSpaces() {
    while take(" ", "\u{3000}", "\t") {}
  }

  /// Reads an exact number here and steps over it.
  mutating func number(decimals: Bool = true) -> Numeral? {
    guard let numeral = Numeral.read(bytes, at: offset, end: end, decimals: decimals), numeral.value != nil
    else {
      return nil
    }
    offset = numeral.end
    return numeral
  }

  /// Reads a whole number in `range` without a dropped unit or 万, and steps over it.
  mutating func integer(_ range: ClosedRange<Int>) -> Int? {
    guard let numeral = Numeral.read(bytes, at: offset, end: end, decimals: false), numeral.dropped == nil,
      numeral.bigUnit == nil, let value = numeral.value?.integer, range.contains(value)
    else { return nil }
    offset = numeral.end
    return value
  }
}
