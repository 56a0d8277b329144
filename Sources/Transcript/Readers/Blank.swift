import TextCore

/// White space as transcripts have it: ASCII space and tab, no-break space, ideographic space.
enum Blank {
  /// Bytes of the white space at `offset`, 0 when there is none.
  static func length(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    guard offset < end else { return 0 }
    switch bytes[offset] {
    case 0x20, 0x09, 0x0D, 0x0B, 0x0C: return 1
    case 0xC2: return offset + 1 < end && bytes[offset + 1] == 0xA0 ? 2 : 0
    case 0xE3: return offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The first offset from `offset` on that is not white space.
  static func skip(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    var offset = offset
    while true {
      let length = length(bytes, offset, end)
      if length == 0 { return offset }
      offset += length
    }
  }

  /// The range without white space at both ends.
  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let start = skip(bytes, range.lowerBound, range.upperBound)
    var end = range.upperBound
    while end > start {
      if length(bytes, end - 1, end) == 1 {
        end -= 1
      } else if end - 2 >= start, length(bytes, end - 2, end) == 2 {
        end -= 2
      } else if end - 3 >= start, length(bytes, end - 3, end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}
