import ChineseText
import TextCore

/// Full-width letters and digits → half-width; half-width punctuation between Chinese → full-width.
///
/// Rules: `width.alphanumeric` `width.punctuation` `width.space`. Decimal points, thousands separators, clock times,
/// addresses and list numbers keep their marks.
public struct WidthStage: SpeechStage {
  /// Switchable as `width`.
  public static let kind = EditKind.width

  /// The stage has no settings.
  public init() {}

  /// Appends the edits for `range`; linear.
  public func appendEdits(in bytes: [UInt8], range: Range<Int>, to edits: inout [Edit]) {
    var scan = WidthScan(bytes, range)
    let found = scan.run()
    if !found.isEmpty { edits += found }
  }
}

/// One pass over a speech.
private struct WidthScan {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var runs = RunEdits()
  private var pairs: PairedMarks
  private let marks: HalfWidthMark

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    marks = HalfWidthMark(bytes: bytes, range: range)
    pairs = PairedMarks(MarkNeighbours(bytes: bytes, range: range))
  }

  mutating func run() -> [Edit] {
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = bytes[index]
      if lead >= 0xE4, lead <= 0xE9 {
        index += 3
      } else if lead < 0x80 {
        index = isMark(lead) ? ascii(lead, index) : index + 1
      } else {
        index = wide(index)
      }
    }
    let brackets = pairs.finish()
    let edits = runs.finish()
    return brackets.isEmpty ? edits : (edits + brackets).sorted { $0.span < $1.span }
  }

  /// `! " ( ) , . : ; ?` and the line feed.
  @inline(__always)
  private func isMark(_ byte: UInt8) -> Bool {
    byte < 0x40 && UInt64(0x8C00_5306_0000_0400) >> UInt64(byte) & 1 == 1
  }

  private mutating func ascii(_ byte: UInt8, _ index: Int) -> Int {
    switch byte {
    case 0x28: pairs.open(index..<index + 1, isWide: false)
    case 0x29: pairs.close(index..<index + 1, isWide: false)
    case 0x22: pairs.quote(index)
    case 0x0A: pairs.endOfLine()
    default:
      if let change = marks.change(at: index) {
        runs.replace(change.range, change.replacement, "width.punctuation")
        return change.range.upperBound
      }
    }
    return index + 1
  }

  private mutating func wide(_ index: Int) -> Int {
    let (scalar, length) = UTF8Bytes.scalar(bytes, index)
    let place = index..<min(range.upperBound, index + length)
    if let half = CharacterForms.halfWidth(scalar) {
      runs.replace(place, [half], "width.alphanumeric")
    } else if scalar == 0xFF0E || scalar == 0xFF0D {
      if marks.isBetweenAlphanumerics(place) {
        runs.replace(place, [UInt8(scalar - 0xFEE0)], "width.alphanumeric")
      }
    } else if scalar == 0xFF08 {
      pairs.open(place, isWide: true)
    } else if scalar == 0xFF09 {
      pairs.close(place, isWide: true)
    } else if CharacterForms.isOddSpace(scalar) {
      runs.replace(place, [0x20], "width.space")
    }
    return place.upperBound
  }
}
