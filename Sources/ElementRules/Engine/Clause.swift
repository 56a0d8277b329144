import TextCore

/// Clauses: stretches between marks of punctuation.
enum Clause {
  private static let marks = ["，", "。", "；", "：", "？", "！", "、"].map { Array($0.utf8) }

  /// True when a mark or a line end stands at `offset`.
  static func isMark(_ bytes: [UInt8], _ offset: Int) -> Bool {
    bytes[offset] == 0x0A
      || bytes[offset] >= 0xE3 && marks.contains { UTF8Bytes.hasPrefix(bytes, offset, $0) }
  }

  /// Start of the clause that holds `offset`, not before `start`; 、 does not end one.
  static func start(_ bytes: [UInt8], before offset: Int, from start: Int) -> Int {
    var place = offset
    while place > start, offset - place < longest, let scalar = UTF8Bytes.scalar(bytes, before: place) {
      if isBreak(bytes, place - scalar.length) { break }
      place -= scalar.length
    }
    return max(place, start)
  }

  /// One past the clause that holds `offset`, its mark left out, not after `end`.
  static func end(_ bytes: [UInt8], after offset: Int, to end: Int) -> Int {
    var place = offset
    while place < end, place - offset < longest, !isBreak(bytes, place) {
      place += UTF8Bytes.length(lead: bytes[place])
    }
    return min(place, end)
  }

  /// Bytes looked through for the end of a clause.
  private static let longest = 1_500

  private static func isBreak(_ bytes: [UInt8], _ offset: Int) -> Bool {
    isMark(bytes, offset) && !UTF8Bytes.hasPrefix(bytes, offset, marks[6])
  }
}
