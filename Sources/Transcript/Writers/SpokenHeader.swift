import ChineseText
import TextCore

/// What the bench says at the opening about the hearing itself: time, place, case number and cause, for the header
/// fields that neither the input nor the case file has (standard, section 1).
///
/// Only complete and certain statements count: a date with its year, a court room named after 在, a case number in
/// the court form, a cause by its official name before 一案.
struct SpokenHeader {
  private static let openingTurns = 8
  private static let openingBytes = 1_500
  private static let today = Array("今天".utf8)
  private static let inPlace = Array("在".utf8)
  private static let ownCourt = Array("本院".utf8)
  private static let wholeCase = Array("一案".utf8)
  /// 法庭 alone is anywhere in court; with a number or 人民 before it, it is a room.
  private static let rooms = ["审判庭", "人民法庭"].map { Array($0.utf8) }
  private static let numberedRoom = Array("法庭".utf8)
  private static let ordinal = Array("第".utf8)
  /// 现在, 正在, 存在: no place follows.
  private static let notPlace = ["现", "正", "存", "实"].map { Array($0.utf8) }
  private static let longestPlace = 60

  private let bytes: [UInt8]
  private let openings: [Range<Int>]

  /// Looks at the opening of `draft`; call it when numbers and terms are settled and marks are not yet set.
  init(_ draft: Draft) {
    bytes = draft.text.bytes
    openings = draft.turns.prefix(Self.openingTurns).map { turn in
      turn.speech.start..<min(turn.speech.end, turn.speech.start + Self.openingBytes)
    }
  }

  /// The fields found, in the order of the standard.
  var fields: [LayoutStage.Known] {
    let found: [(String, String?)] = [
      ("时间", first(time)), ("地点", first(place)), ("案号", first(caseNumber)), ("案由", first(cause)),
    ]
    return found.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The first value that `read` finds at any place of the openings.
  private func first(_ read: (Int, Range<Int>) -> String?) -> String? {
    for opening in openings {
      for offset in opening where !UTF8Bytes.isContinuation(bytes[offset]) {
        if let value = read(offset, opening) { return value }
      }
    }
    return nil
  }

  /// 今天是2024年7月9日下午3时05分
  private func time(_ offset: Int, _ opening: Range<Int>) -> String? {
    guard UTF8Bytes.hasPrefix(bytes, offset, Self.today) else { return nil }
    let start = skip("是", offset + Self.today.count)
    guard let date = DateReader.read(bytes, at: start, end: opening.upperBound),
      bytes[start] < 0x80, date.value.day != nil
    else { return nil }
    let clockStart = skip("，", date.end)
    let day = text(start..<date.end)
    guard let clock = ClockTime.read(bytes, at: clockStart, end: opening.upperBound) else { return day }
    return day + text(clockStart..<clock.end)
  }

  /// 在本院第五审判庭
  private func place(_ offset: Int, _ opening: Range<Int>) -> String? {
    guard UTF8Bytes.hasPrefix(bytes, offset, Self.inPlace),
      !Self.notPlace.contains(where: { UTF8Bytes.hasSuffix(bytes, offset, $0) })
    else { return nil }
    var start = offset + Self.inPlace.count
    if UTF8Bytes.hasPrefix(bytes, start, Self.ownCourt) { start += Self.ownCourt.count }
    let limit = min(opening.upperBound, start + Self.longestPlace)
    var end = start
    var isNumbered = false
    while end < limit, !isMark(end) {
      for room in Self.rooms where end > start && UTF8Bytes.hasPrefix(bytes, end, room) {
        return text(start..<end + room.count)
      }
      if isNumbered, UTF8Bytes.hasPrefix(bytes, end, Self.numberedRoom) {
        return text(start..<end + Self.numberedRoom.count)
      }
      isNumbered = isNumbered || UTF8Bytes.hasPrefix(bytes, end, Self.ordinal)
      end += UTF8Bytes.length(lead: bytes[end])
    }
    return nil
  }

  private func caseNumber(_ offset: Int, _ opening: Range<Int>) -> String? {
    guard let found = CaseNumber.read(bytes, at: offset), found.end <= opening.upperBound else { return nil }
    return text(offset..<found.end)
  }

  /// …民间借贷纠纷一案
  private func cause(_ offset: Int, _ opening: Range<Int>) -> String? {
    guard UTF8Bytes.hasPrefix(bytes, offset, Self.wholeCase) else { return nil }
    var end = offset
    while let before = UTF8Bytes.scalar(bytes, before: end), end > opening.lowerBound,
      isMark(end - before.length)
    {
      end -= before.length
    }
    return CauseOfAction.name(in: bytes, endingAt: end, notBefore: opening.lowerBound)
  }

  private func skip(_ word: String, _ offset: Int) -> Int {
    let bytesOfWord = Array(word.utf8)
    return UTF8Bytes.hasPrefix(bytes, offset, bytesOfWord) ? offset + bytesOfWord.count : offset
  }

  /// A mark or a space.
  private func isMark(_ offset: Int) -> Bool {
    switch UTF8Bytes.scalar(bytes, offset).value {
    case 0x20, 0xFF0C, 0x3002, 0x3001, 0xFF1F, 0xFF1A, 0xFF1B: true
    default: false
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
