import TextCore

/// A-not-A: 对不对, 有没有, 同意不同意 ask whether; their second half denies nothing.
enum Alternative {
  private static let negators = ["没有", "没", "不"].map { Array($0.utf8) }
  /// Scalars of the longest word that is repeated.
  private static let longest = 2

  /// True when the words from or up to the negator of an A-not-A are what `range` begins or ends with: 不对 of 对不对.
  static func cuts(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let end = end(bytes, at: offset), offset == range.lowerBound || end == range.upperBound {
        return true
      }
      offset += UTF8Bytes.length(lead: bytes[offset])
    }
    return false
  }

  /// One past the A-not-A whose negator stands at `offset`; nil when the words before and after it differ.
  static func end(_ bytes: [UInt8], at offset: Int) -> Int? {
    negators.lazy.compactMap { negator in
      UTF8Bytes.hasPrefix(bytes, offset, negator)
        ? repetition(bytes, of: offset, at: offset + negator.count) : nil
    }.first
  }

  /// One past the words at `after` that stand before `offset` too.
  private static func repetition(_ bytes: [UInt8], of offset: Int, at after: Int) -> Int? {
    var width = 0
    for _ in 0..<longest where after + width < bytes.count {
      width += UTF8Bytes.length(lead: bytes[after + width])
      guard offset >= width, after + width <= bytes.count else { return nil }
      if bytes[offset - width..<offset].elementsEqual(bytes[after..<after + width]) { return after + width }
    }
    return nil
  }
}
