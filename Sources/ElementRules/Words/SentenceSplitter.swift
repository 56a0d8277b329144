import TextCore

/// Cuts a speech into sentences at 。 ？ ！ ； and line ends; the mark belongs to the sentence before it.
enum SentenceSplitter {
  private static let marks: [[UInt8]] = ["。", "？", "！", "；"].map { Array($0.utf8) }

  /// Byte ranges of the sentences of `range`, in order, none empty.
  static func sentences(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    bytes.withUnsafeBufferPointer { text in
      while index < range.upperBound {
        if let eight = EightBytes(text, index), !mayEnd(in: eight) {
          index += 8
          continue
        }
        let length = ending(bytes, index)
        index += max(length, 1)
        if length > 0 {
          found.append(start..<min(index, range.upperBound))
          start = min(index, range.upperBound)
        }
      }
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }

  /// The sentence around `range`, looked for no farther than `window` bytes to either side; so no text, however long
  /// without marks, makes a look around a match dear.
  static func sentence(around range: Range<Int>, _ bytes: [UInt8], in unit: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > unit.lowerBound, range.lowerBound - start < window,
      let scalar = UTF8Bytes.scalar(bytes, before: start), ending(bytes, start - scalar.length) == 0
    {
      start -= scalar.length
    }
    var end = range.upperBound
    while end < unit.upperBound, end - range.upperBound < window {
      let length = ending(bytes, end)
      end += length > 0 ? length : UTF8Bytes.length(lead: bytes[end])
      if length > 0 { break }
    }
    return max(start, unit.lowerBound)..<min(max(end, range.upperBound), unit.upperBound)
  }

  /// Bytes to either side of a match in which its sentence is looked for.
  static let window = 1_500

  /// With these bytes sentence ends begin, and no Chinese character; they stand inside none.
  @inline(__always)
  private static func mayEnd(in eight: EightBytes) -> Bool {
    eight.contain(0x0A) || eight.contain(0xE3) || eight.contain(0xEF)
  }

  /// Length of the sentence end at `index`, 0 when there is none.
  private static func ending(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: 1
    case 0xE3, 0xEF: marks.contains { UTF8Bytes.hasPrefix(bytes, index, $0) } ? 3 : 0
    default: 0
    }
  }
}
