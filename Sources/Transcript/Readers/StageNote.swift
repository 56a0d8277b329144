import TextCore

/// Bracketed notes of the clerk on a line of their own: （休庭10分钟）.
enum StageNote {
  /// Longest note in bytes.
  private static let longest = 300
  private static let pairs: [([UInt8], [UInt8])] = [("（", "）"), ("(", ")")].map {
    (Array($0.utf8), Array($1.utf8))
  }

  /// True when the trimmed line is one bracket group.
  static func isNote(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count > 2, line.count <= longest else { return false }
    guard bytes[line.lowerBound] == UInt8(ascii: "(") || bytes[line.lowerBound] == 0xEF else { return false }
    var depth = 0
    var index = line.lowerBound
    while index < line.upperBound {
      if pairs.contains(where: { UTF8Bytes.hasPrefix(bytes, index, $0.0) }) { depth += 1 }
      if pairs.contains(where: { UTF8Bytes.hasPrefix(bytes, index, $0.1) }) { depth -= 1 }
      index += UTF8Bytes.length(lead: bytes[index])
      if depth == 0 { return index == line.upperBound }
    }
    return false
  }
}
