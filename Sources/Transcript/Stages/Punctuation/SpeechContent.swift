import TextCore

/// A speech taken apart: the characters that were said, and the marks that stand between them.
///
/// Point marks, quotation marks, title marks and white space are not content; brackets are (a case number or a stage
/// note needs them). Everything else is decided on `scalars` alone, so that a text and its punctuated form look the
/// same: that makes the stage idempotent.
struct SpeechContent: Sendable {
  /// What was said.
  private(set) var scalars: [UInt32] = []
  /// First byte of each scalar.
  private(set) var starts: [Int] = []
  /// The point mark after each scalar, as the input has it; of several the last one.
  private(set) var marks: [Mark] = []
  /// The bytes of the speech.
  private(set) var range = 0..<0

  /// Number of content scalars.
  var count: Int { scalars.count }

  /// Nothing yet; `take` fills it.
  init() {}

  /// Takes the speech in `range` apart; O(bytes).
  init(_ bytes: [UInt8], _ range: Range<Int>) { take(bytes, range) }

  /// Takes the speech in `range` apart, in the room of the one before; O(bytes).
  mutating func take(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    makeRoom(range.count / 3 + 1)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, offset)
      let isHan = scalar >= 0x4E00 && scalar <= 0x9FFF
      if !isHan && Self.isWrapper(scalar) {
      } else if !isHan, let mark = Mark.of(scalar), scalar >= 0x80 || Self.isPoint(bytes, offset, range) {
        if !marks.isEmpty { marks[marks.count - 1] = mark }
      } else {
        scalars.append(scalar)
        starts.append(offset)
        marks.append(.none)
      }
      offset += length
    }
  }

  private mutating func makeRoom(_ count: Int) {
    scalars.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    scalars.reserveCapacity(count)
    starts.reserveCapacity(count)
    marks.reserveCapacity(count)
  }

  /// The first `count` content scalars of a speech, or fewer.
  static func first(_ count: Int, _ bytes: [UInt8], _ range: Range<Int>) -> [UInt32] {
    var found: [UInt32] = []
    var offset = range.lowerBound
    while offset < range.upperBound, found.count < count {
      let (scalar, length) = UTF8Bytes.scalar(bytes, offset)
      let isPoint = Mark.of(scalar) != nil && (scalar >= 0x80 || isPoint(bytes, offset, range))
      if !isPoint, !isWrapper(scalar) { found.append(scalar) }
      offset += length
    }
    return found
  }

  /// The bytes between content scalar `index` and the next one (or the end of the speech).
  func gap(_ index: Int) -> Range<Int> {
    let start = index < 0 ? range.lowerBound : starts[index] + Self.width(scalars[index])
    return start..<(index + 1 < count ? starts[index + 1] : range.upperBound)
  }

  /// The last content scalar that starts before the byte `offset`.
  func lastScalar(before offset: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// True for quotation and title marks and white space, which come and go without changing what was said.
  static func isWrapper(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0: true
    case 0x201C, 0x201D, 0x2018, 0x2019, 0x22: true
    case 0x3008...0x300F: true  // 〈〉《》「」『』
    default: false
    }
  }

  private static func width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }

  /// A half-width mark is a point unless it stands inside a number or a Latin word (1.5, 09:30, a.b), or after one
  /// as a list number does (`1.判令`).
  private static func isPoint(_ bytes: [UInt8], _ offset: Int, _ range: Range<Int>) -> Bool {
    let before = offset > range.lowerBound && isWordByte(bytes[offset - 1])
    let after = offset + 1 < range.upperBound && isWordByte(bytes[offset + 1])
    return bytes[offset] == 0x2E ? !before : !(before && after)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
