import TextCore

/// Tells a line that the page width cut from one the typist ended.
///
/// Cut lines reach nearly the same column, the widest of the file; with proportional type, marks that may not start
/// a line and typists who break by eye they vary by a fifth (hand-typed samples: 78 to 94 of 94 columns). A number
/// that goes on over a line end is always one number.
struct LineWrap {
  private static let narrowest = 40
  private let width: Int

  /// Measures all lines; O(bytes).
  init(_ source: SourceText, from line: Int) {
    var widest = 0
    for line in line..<max(line, source.lines.count + 1) {
      let range = source.lines.range(ofLine: line, in: source.bytes)
      widest = max(widest, range.count > widest ? LineWrap.columns(source.bytes, range) : 0)
    }
    width = widest
  }

  /// True when `next` goes on where `line` was cut.
  func cuts(_ bytes: [UInt8], _ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard line.count * 2 >= Self.narrowest, !next.isEmpty else { return false }
    let columns = LineWrap.columns(bytes, line)
    if columns >= Self.narrowest, LineWrap.isDigit(bytes[line.upperBound - 1]),
      LineWrap.isDigit(bytes[next.lowerBound])
    {
      return true
    }
    return width >= Self.narrowest && (columns + LineWrap.firstWord(bytes, next)) * 5 >= width * 4
  }

  /// Columns of a line: two for each scalar beyond ASCII.
  static func columns(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var columns = 0
    for index in range {
      if bytes[index] < 0x80 { columns += 1 } else if bytes[index] >= 0xC0 { columns += 2 }
    }
    return columns
  }

  private static func firstWord(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let limit = min(range.upperBound, range.lowerBound + 40)
    let end = (range.lowerBound..<limit).first { bytes[$0] >= 0x80 || bytes[$0] <= 0x20 } ?? limit
    return max(2, end - range.lowerBound)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
