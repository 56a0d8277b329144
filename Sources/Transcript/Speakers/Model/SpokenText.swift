import TextCore

/// Speech as the role model sees it: one code for each spoken character, without marks, numerals made one.
///
/// Recognized speech has no reliable marks and its numbers come as words or digits; both are folded away so that
/// texts of all sources look alike. What stood between two characters is kept as a gap.
struct SpokenText: Sendable {
  /// What stands before a character.
  enum Gap: UInt8, Sendable {
    case none
    case space
    case mark
    case line
  }

  static let numeral: UInt32 = 0x30
  static let letter: UInt32 = 0x41
  static let filler: UInt32 = 0x55EF

  /// Character codes.
  private(set) var codes: [UInt32] = []
  /// The characters themselves; 0 for a run of numerals, letters or hesitations that was made one.
  private(set) var scalars: [UInt32] = []
  /// What stands before each.
  private(set) var gaps: [Gap] = []
  /// Where each starts in the bytes.
  private(set) var offsets: [Int] = []
  /// Number of lines.
  private(set) var lines = 0
  private var pending = Gap.line

  /// Appends the speech in `range`; what was there before ends with a line. Linear.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    pending = .line
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      append(scalar, at: index)
      index += length
    }
  }

  private mutating func append(_ scalar: UInt32, at offset: Int) {
    let code = Self.fold(scalar)
    guard code > 2 else {
      let gap: Gap = scalar == 0x0A ? .line : code == 1 ? .space : .mark
      if gap.rawValue > pending.rawValue { pending = gap }
      return
    }
    if pending == .none, code == codes.last,
      code == Self.numeral || code == Self.letter || code == Self.filler
    {
      scalars[scalars.count - 1] = 0
      return
    }
    codes.append(code)
    scalars.append(scalar)
    gaps.append(pending)
    if pending == .line { lines += 1 }
    offsets.append(offset)
    pending = .none
  }

  /// 1 for blanks, 2 for marks, else a character code.
  @inline(__always)
  private static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return foldASCII(scalar) }
    if scalar >= 0x4E00, scalar < 0xA000 { return foldHan(scalar) }
    if scalar == 0x3007 { return numeral }
    if scalar == 0x3000 { return 1 }
    if scalar < 0x2E80 || (0x3001..<0x3040).contains(scalar) || (0xFF00..<0xFF10).contains(scalar) {
      return 2
    }
    if (0xFF10..<0xFF1A).contains(scalar) { return numeral }
    return (0xFF1A..<0xFFF0).contains(scalar) ? 2 : scalar
  }

  private static func foldASCII(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: numeral
    case 0x41...0x5A, 0x61...0x7A: letter
    case 0x09, 0x0A, 0x0D, 0x20: 1
    default: 2
    }
  }

  private static func foldHan(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x96F6, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343,
      0x4E07,
      0x4EBF, 0x5E7A:
      numeral  // 零二三四五六七八九十百千万亿幺; 一 and 两 are also words
    case 0x55EF, 0x5443, 0x989D, 0x554A, 0x54E6, 0x54CE, 0x5509, 0x5450, 0x8BF6, 0x6B38: filler  // 嗯呃额啊哦哎唉呐诶欸
    default: scalar
    }
  }
}
