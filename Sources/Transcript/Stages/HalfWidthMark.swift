import ChineseText
import TextCore

/// Decides for one half-width mark whether it stands in Chinese text, and what it is there (GB/T 15834-2011).
struct HalfWidthMark {
  let bytes: [UInt8]
  let range: Range<Int>
  private let neighbours: MarkNeighbours

  /// Characters of transliterated names: a point between two of them may be the dot of a name (阿依古丽.买买提).
  private static let transliteration = Set(
    "阿艾安巴拜比布达迪尔法甫古哈海赫伊依吉加江卡凯克库拉莱勒丽力马麦买玛美米莫姆木穆纳尼努帕佩普恰热萨赛莎沙什斯苏塔泰坦提图吐托瓦旺维乌西希夏谢雅亚叶孜扎"
      .unicodeScalars.map(\.value))
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
  private static let stop = Array("。".utf8)
  private static let ellipsis = Array("……".utf8)

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    neighbours = MarkNeighbours(bytes: bytes, range: range)
  }

  /// The full-width form of the mark at `index` with the spaces after it, when it stands in Chinese text.
  func change(at index: Int) -> (range: Range<Int>, replacement: [UInt8])? {
    if bytes[index] == 0x2E { return point(at: index) }
    guard !isBetweenDigits(index), stands(inChinese: index), let wide = Self.wide(bytes[index]) else {
      return nil
    }
    return (index..<end(after: index + 1), wide)
  }

  /// True when letters or digits stand directly on both sides.
  func isBetweenAlphanumerics(_ place: Range<Int>) -> Bool {
    func isPlain(_ kind: MarkNeighbours.Kind?) -> Bool { kind == .digit || kind == .letter }
    return isPlain(direct(before: place.lowerBound)) && isPlain(direct(after: place.upperBound))
  }

  private static func wide(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case 0x2C: Array("，".utf8)
    case 0x3B: Array("；".utf8)
    case 0x3A: Array("：".utf8)
    case 0x3F: Array("？".utf8)
    case 0x21: Array("！".utf8)
    default: nil
    }
  }

  private func stands(inChinese index: Int) -> Bool {
    let (before, after) = (neighbours.before(index), neighbours.after(index + 1))
    if before == .han || after == .han { return true }
    return after == .none && (before == .digit || before == .other) && hasHanNearby(index)
  }

  /// A list of figures or a sum ends a Chinese clause: some Han character stands within the clause before.
  private func hasHanNearby(_ index: Int) -> Bool {
    let start = max(range.lowerBound, index - 64)
    return bytes[start..<index].contains { $0 >= 0xE4 && $0 <= 0xE9 }
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    direct(before: index) == .digit && direct(after: index + 1) == .digit
  }

  private func direct(before index: Int) -> MarkNeighbours.Kind? {
    guard index > range.lowerBound, let scalar = UTF8Bytes.scalar(bytes, before: index) else { return nil }
    return MarkNeighbours.kind(scalar.value)
  }

  private func direct(after index: Int) -> MarkNeighbours.Kind? {
    index < range.upperBound ? MarkNeighbours.kind(UTF8Bytes.scalar(bytes, index).value) : nil
  }

  /// Spaces after a full-width mark go with it.
  private func end(after index: Int) -> Int {
    var end = index
    while end < range.upperBound, bytes[end] == 0x20 { end += 1 }
    return end
  }

  private func point(at index: Int) -> (range: Range<Int>, replacement: [UInt8])? {
    var last = index + 1
    while last < range.upperBound, bytes[last] == 0x2E { last += 1 }
    let (before, after) = (neighbours.before(index), neighbours.after(last))
    if last - index >= 3 {
      return before == .han || after == .han ? (index..<end(after: last), Self.ellipsis) : nil
    }
    let isFirst = index == range.lowerBound || bytes[index - 1] != 0x2E
    guard last - index == 1, isFirst, after != .letter, !isBetweenDigits(index) else { return nil }
    switch before {
    case .han where !isNameDot(index) && !isListNumeral(index): return (index..<end(after: last), Self.stop)
    case .digit where after != .digit && endsSentence(index): return (index..<end(after: last), Self.stop)
    case .other where after == .han || (after == .none && hasHanNearby(index)):
      return (index..<end(after: last), Self.stop)
    default: return nil
    }
  }

  private func isNameDot(_ index: Int) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound,
      let before = UTF8Bytes.scalar(bytes, before: index)
    else { return false }
    return Self.transliteration.contains(before.value)
      && Self.transliteration.contains(UTF8Bytes.scalar(bytes, index + 1).value)
  }

  /// 一. at the start of a speech or after a mark is the number of a list item.
  private func isListNumeral(_ index: Int) -> Bool {
    var at = index
    while at > range.lowerBound, let before = UTF8Bytes.scalar(bytes, before: at),
      Self.numerals.contains(before.value)
    {
      at -= before.length
    }
    return at < index && direct(before: at) != .han
  }

  /// Digits before the point end a sentence when they are too many for a list number; 36. or 1. may be one.
  private func endsSentence(_ index: Int) -> Bool {
    var at = index
    var digits = 0
    while at > range.lowerBound, let before = UTF8Bytes.scalar(bytes, before: at),
      MarkNeighbours.kind(before.value) == .digit
    {
      digits += 1
      at -= before.length
    }
    return digits >= 3 && hasHanNearby(at)
  }
}
