import TextCore

/// Full names of statutes and of documents that courts cite by title: standard section 5.
enum BookTitles {
  /// A title from scalar `first` to scalar `last`; `isMarked` when the input has its marks already.
  struct Title: Equatable {
    let first: Int
    let last: Int
    let isMarked: Bool
    /// Inside another title: 〈〉.
    var isNested = false
  }

  private static let names = (StatuteNames.statutes + StatuteNames.documents).map { Array($0.utf8) }
  private static let interpretation = Array("最高人民法院关于".utf8)
  private static let automaton = LiteralAutomaton(bytes: names + [interpretation])
  private static let state = Array(StatuteNames.state.utf8)

  /// Titles in the speech, marked ones and ones to mark; sorted by first scalar. O(bytes).
  static func find(_ bytes: [UInt8], _ content: SpeechContent) -> [Title] {
    let marked = markedRanges(bytes, content.range)
    var titles = marked.compactMap { title(content, $0, isMarked: true) }
    var outer = 0
    for match in automaton.leftmostLongest(in: bytes, range: content.range) {
      guard
        let range = match.pattern < names.count
          ? name(bytes, match, content) : longTitle(bytes, match.start, content)
      else { continue }
      if marked.contains(where: { $0.overlaps(range) }) { continue }
      let isNested = range.lowerBound < outer
      if var found = title(content, range, isMarked: false) {
        found.isNested = isNested
        titles.append(found)
      }
      if !isNested { outer = range.upperBound }
    }
    return titles.sorted { $0.first < $1.first }
  }

  /// 《…》 as the input has them, with the marks.
  private static func markedRanges(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var offset = range.lowerBound
    while offset + 2 < range.upperBound {
      if bytes[offset] == 0xE3, bytes[offset + 1] == 0x80 {
        if bytes[offset + 2] == 0x8A { open = open ?? offset }
        if bytes[offset + 2] == 0x8B, let start = open {
          found.append(start..<offset + 3)
          open = nil
        }
      }
      offset += 1
    }
    return found
  }

  private static func title(_ content: SpeechContent, _ range: Range<Int>, isMarked: Bool) -> Title? {
    guard let last = content.lastScalar(before: range.upperBound) else { return nil }
    let first = content.lastScalar(before: range.lowerBound).map { $0 + 1 } ?? 0
    return first <= last ? Title(first: first, last: last, isMarked: isMarked) : nil
  }

  /// The name with 中华人民共和国 before it, unless it is the beginning of another word, or of a cause of action or legal
  /// relation that bears the name of the paper: 物业服务合同纠纷, 融资租赁合同关系.
  private static func name(
    _ bytes: [UInt8], _ match: LiteralAutomaton.Match, _ content: SpeechContent
  ) -> Range<Int>? {
    if match.end < content.range.upperBound {
      let isLaw = UTF8Bytes.scalar(bytes, before: match.end)?.value == 0x6CD5  // 法
      if isLaw, StatuteNames.continuations.contains(UTF8Bytes.scalar(bytes, match.end).value) { return nil }
    }
    if relations.contains(where: { UTF8Bytes.hasPrefix(bytes, match.end, $0) }) { return nil }
    let start = match.start - state.count
    let hasState = start >= content.range.lowerBound && UTF8Bytes.hasSuffix(bytes, match.start, state)
    return (hasState ? start : match.start)..<match.end
  }

  private static let relations = ["纠纷", "关系", "法律关系"].map { Array($0.utf8) }
  private static let endings = ["的规定", "的解释", "的批复", "的意见", "若干规定", "的通知"].map { Array($0.utf8) }
  private static let parts = ["（一）", "（二）", "（三）", "（四）", "（五）"].map { Array($0.utf8) }

  /// 最高人民法院关于…的规定（一）, at most 60 characters and without a mark inside.
  private static func longTitle(_ bytes: [UInt8], _ start: Int, _ content: SpeechContent) -> Range<Int>? {
    var offset = start
    let limit = min(content.range.upperBound, start + 180)
    while offset < limit {
      let (scalar, length) = UTF8Bytes.scalar(bytes, offset)
      if Mark.of(scalar) != nil, scalar != 0x3001 { return nil }
      for ending in endings where UTF8Bytes.hasPrefix(bytes, offset, ending) && offset + ending.count <= limit
      {
        let end = offset + ending.count
        let part = parts.first {
          UTF8Bytes.hasPrefix(bytes, end, $0) && end + $0.count <= content.range.upperBound
        }
        return start..<end + (part?.count ?? 0)
      }
      offset += length
    }
    return nil
  }
}
