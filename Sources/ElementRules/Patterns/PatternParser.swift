import TextCore

/// Reads the written form of a pattern; linear in its length; nesting and size are limited.
struct PatternParser {
  private static let deepest = 16
  /// The most parts, each word of a class counted.
  private static let largest = 2000
  private static let ellipsis: [UInt8] = Array("…".utf8)
  private static let bar = UInt8(ascii: "|")

  private let bytes: [UInt8]
  private let classes: [String: WordList]
  private var offset = 0
  private var depth = 0
  private var size = 0

  private init(_ bytes: [UInt8], classes: [String: WordList]) {
    self.bytes = bytes
    self.classes = classes
  }

  /// Parses `text`; `classes` are the words that `<名称>` stands for.
  static func parse(_ text: String, classes: [String: WordList] = [:]) throws(PatternError) -> Pattern {
    try parse(Array(text.utf8), classes: classes)
  }

  /// The same for the bytes of a text.
  static func parse(_ bytes: [UInt8], classes: [String: WordList]) throws(PatternError) -> Pattern {
    var parser = PatternParser(bytes, classes: classes)
    let pattern = try parser.alternatives()
    guard parser.offset == parser.bytes.count else {
      throw PatternError(parser.offset, "多余的“\(parser.character)”，前面没有与它成对的括号")
    }
    guard pattern != .sequence([]) else { throw PatternError(0, "模式是空的") }
    return pattern
  }

  private var character: String {
    guard offset < bytes.count else { return "" }
    let length = UTF8Bytes.length(lead: bytes[offset])
    return String(decoding: bytes[offset..<min(offset + length, bytes.count)], as: UTF8.self)
  }

  private mutating func alternatives() throws(PatternError) -> Pattern {
    let first = try sequence()
    guard offset < bytes.count, bytes[offset] == Self.bar else { return first }
    var choices = [first]
    while offset < bytes.count, bytes[offset] == Self.bar {
      offset += 1
      try count(1)
      choices.append(try sequence())
    }
    return Self.words(choices) ?? .alternatives(choices)
  }

  /// Choices that are nothing but words, as one list.
  private static func words(_ choices: [Pattern]) -> Pattern? {
    let lists = choices.compactMap { $0.wordList }
    return lists.count == choices.count ? .words(WordList(lists)) : nil
  }

  private mutating func sequence() throws(PatternError) -> Pattern {
    var parts: [Pattern] = []
    while offset < bytes.count {
      try count(1)
      switch bytes[offset] {
      case Self.bar, UInt8(ascii: ")"), UInt8(ascii: "]"):
        return parts.count == 1 ? parts[0] : .sequence(parts)
      case UInt8(ascii: "("): parts.append(try group(")"))
      case UInt8(ascii: "["): parts.append(.optional(try group("]")))
      case UInt8(ascii: "{"): parts.append(try slot())
      case UInt8(ascii: "<"): parts.append(try wordClass())
      case UInt8(ascii: "}"), UInt8(ascii: ">"):
        throw PatternError(offset, "多余的“\(character)”，前面没有与它成对的括号")
      default:
        parts.append(isGap(offset) ? try gap() : literal())
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func group(_ closing: Character) throws(PatternError) -> Pattern {
    let start = offset
    offset += 1
    depth += 1
    guard depth <= Self.deepest else { throw PatternError(start, "括号嵌套超过 \(Self.deepest) 层") }
    let words = try plainWords()
    let inside = if let words { words } else { try alternatives() }
    guard offset < bytes.count, bytes[offset] == closing.asciiValue else {
      throw PatternError(start, "括号没有配对，缺少“\(closing)”")
    }
    offset += 1
    depth -= 1
    return inside
  }

  /// The choices of a group that holds nothing but words, all at once: most groups are such.
  private mutating func plainWords() throws(PatternError) -> Pattern? {
    let start = offset
    var (end, word) = (start, start)
    repeat {
      word = end == start ? start : end + 1
      end = pastWords(word)
    } while end > word && end < bytes.count && bytes[end] == Self.bar
    guard end > word, end < bytes.count, bytes[end] == UInt8(ascii: ")") || bytes[end] == UInt8(ascii: "]")
    else { return nil }
    let words = WordList(bytes, start..<end)
    try count(2 * words.count - 1)
    offset = end
    return .words(words)
  }

  private mutating func slot() throws(PatternError) -> Pattern {
    let start = offset
    let name = try name(until: UInt8(ascii: "}"))
    guard let kind = SlotKind(rawValue: name) else {
      let known = SlotKind.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
      throw PatternError(start, "没有“{\(name.prefix(20))}”这种值，可用的有：\(known)")
    }
    return .slot(kind)
  }

  private mutating func wordClass() throws(PatternError) -> Pattern {
    let start = offset
    let name = try name(until: UInt8(ascii: ">"))
    guard let list = classes[name] else { throw PatternError(start, "没有定义词类“<\(name.prefix(20))>”") }
    try count(list.count)
    return .words(list)
  }

  private mutating func count(_ more: Int) throws(PatternError) {
    size += more
    guard size <= Self.largest else { throw PatternError(offset, "模式太长，请拆成几个模式") }
  }

  private mutating func name(until closing: UInt8) throws(PatternError) -> String {
    let start = offset
    guard let end = bytes[offset...].firstIndex(of: closing) else {
      throw PatternError(start, "括号没有配对，缺少“\(Character(Unicode.Scalar(closing)))”")
    }
    offset = end + 1
    return String(decoding: bytes[start + 1..<end], as: UTF8.self)
  }

  private mutating func gap() throws(PatternError) -> Pattern {
    let start = offset
    offset += Self.ellipsis.count
    var number = 0
    let digits = offset
    while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39, number <= Pattern.longestGap {
      number = number * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset > digits else { return .gap(Pattern.defaultGap) }
    guard (1...Pattern.longestGap).contains(number) else {
      throw PatternError(start, "间隔应在 1 到 \(Pattern.longestGap) 个字之间")
    }
    return .gap(number)
  }

  private func isGap(_ offset: Int) -> Bool { UTF8Bytes.hasPrefix(bytes, offset, Self.ellipsis) }

  private mutating func literal() -> Pattern {
    let start = offset
    offset = pastWords(start)
    return .words(WordList(bytes, start..<offset))
  }

  /// One past the words that begin at `start`: the place of the next mark of a pattern or the end.
  private func pastWords(_ start: Int) -> Int {
    bytes.withUnsafeBufferPointer { text in
      var end = start
      while end < text.count {
        if text[end] < 0x80 ? Self.isMark(text[end]) : text[end] == Self.gapLead && isGap(end) { break }
        end += 1
      }
      return end
    }
  }

  /// The first byte of ….
  private static let gapLead: UInt8 = 0xE2

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
