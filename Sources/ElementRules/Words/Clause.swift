import TextCore

/// Clauses: stretches between marks of punctuation.
enum Clause {
  private static let marks = ["，", "。", "；", "：", "？", "！", "、"].map { Array($0.utf8) }

  /// True when a mark or a line end stands at `offset`.
  static func isMark(_ bytes: [UInt8], _ offset: Int) -> Bool {
    bytes[offset] == 0x0A
      || mayBeMark(bytes[offset]) && marks.contains { UTF8Bytes.hasPrefix(bytes, offset, $0) }
  }

  /// Start of the clause that holds `offset`, not before `start`; 、 does not end one.
  static func start(_ bytes: [UInt8], before offset: Int, from start: Int) -> Int {
    let first = max(start, offset - longest)
    return bytes.withUnsafeBufferPointer { text in
      var place = offset
      while place > first {
        var lead = place - 1
        while lead > 0, UTF8Bytes.isContinuation(text[lead]) { lead -= 1 }
        if mayBeMark(text[lead]), isBreak(bytes, lead) { break }
        place = lead
      }
      return max(place, start)
    }
  }

  /// One past the clause that holds `offset`, its mark left out, not after `end`.
  static func end(_ bytes: [UInt8], after offset: Int, to end: Int) -> Int {
    let last = min(end, offset + longest)
    return bytes.withUnsafeBufferPointer { text in
      var place = offset
      while place < last, !(mayBeMark(text[place]) && isBreak(bytes, place)) {
        place += UTF8Bytes.length(lead: text[place])
      }
      return min(place, end)
    }
  }

  /// With these bytes marks begin, and no Chinese character.
  @inline(__always)
  private static func mayBeMark(_ lead: UInt8) -> Bool {
    lead == 0x0A || lead == 0xE3 || lead == 0xEF
  }

  /// Bytes looked through for the end of a clause.
  private static let longest = 1_500

  private static func isBreak(_ bytes: [UInt8], _ offset: Int) -> Bool {
    isMark(bytes, offset) && !UTF8Bytes.hasPrefix(bytes, offset, marks[6])
  }
}
