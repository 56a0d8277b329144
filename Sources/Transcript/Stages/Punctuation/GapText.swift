import TextCore

/// The marks and spaces between two characters, and how they look with another point mark.
struct GapText {
  private var closers: [UInt32] = []
  private var openers: [UInt32] = []
  private var points: [Mark] = []
  /// A point stands before a closing quotation mark, as in 。”.
  private var pointIsInside = false
  private var isWellFormed = true
  private var isUnknown = false

  /// Reads the gap; O(bytes).
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, offset)
      read(scalar)
      offset += length
    }
  }

  private mutating func read(_ scalar: UInt32) {
    switch scalar {
    case 0x201D, 0x2019, 0x300B, 0x3009, 0x300D, 0x300F:
      if !openers.isEmpty { isWellFormed = false }
      if points.count == 1 && closers.isEmpty {
        pointIsInside = scalar == 0x201D || scalar == 0x2019
        if !pointIsInside { isWellFormed = false }
      }
      closers.append(scalar)
    case 0x201C, 0x2018, 0x300A, 0x3008, 0x300C, 0x300E: openers.append(scalar)
    case 0x22: isUnknown = true
    default: readPoint(scalar)
    }
  }

  private mutating func readPoint(_ scalar: UInt32) {
    guard let mark = Mark.of(scalar) else { return }  // white space
    if scalar != mark.scalar || !openers.isEmpty { isWellFormed = false }
    let isSecondAfterQuote = pointIsInside && points.count == 1
    if !points.isEmpty && !isSecondAfterQuote { isWellFormed = false }
    points.append(mark)
  }

  /// The gap with `mark` as its point and with title or quotation marks added; nil when it is right as it stands.
  func changed(to mark: Mark, close: UInt32? = nil, open: UInt32? = nil) -> [UInt8]? {
    let same = isWellFormed && close == nil && open == nil && (points.last ?? .none) == mark
    guard !same, !isUnknown else { return nil }
    if close == nil, open == nil, closers.isEmpty, openers.isEmpty { return mark.bytes }
    let inside = pointIsInside && close == nil
    var result: [UInt8] = []
    func put(_ scalar: UInt32) { if scalar != 0 { UTF8Bytes.append(scalar, to: &result) } }
    if inside { put(mark.scalar) }
    for closer in closers { put(closer) }
    if let close { put(close) }
    if !inside { put(mark.scalar) }
    if let open { put(open) }
    for opener in openers { put(opener) }
    return result
  }
}
