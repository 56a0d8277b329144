import ChineseText
import TextCore

/// Section 4 of the transcript standard: spoken numbers in the form the court writes, as edits.
///
/// A scan finds numerals; each is read once and goes to the first grammar that fits it (case number, date, clock time,
/// percentage, money, count, digit string). What no grammar is sure of stays as it was said. Linear in the text.
struct NumbersNormalizer {
  let bytes: [UInt8]
  /// The speech or line: cue words are looked for in all of it.
  let range: Range<Int>
  /// The part of it between two joints that is being read: no number goes on beyond it.
  private(set) var piece: Range<Int>
  /// How far back cue words may be looked for; before the speech for the question just asked.
  let contextStart: Int
  /// True when the text is one line of its own, not a speech in a hearing.
  var isLine = false
  var edits: [Edit] = []

  /// The edits for one speech or line.
  ///
  /// - Parameters:
  ///   - contextStart: where the text before the speech that may be consulted begins.
  ///   - joints: sorted offsets inside the speech where two recorded segments met.
  static func edits(
    in bytes: [UInt8], range: Range<Int>, contextStart: Int? = nil, joints: ArraySlice<Int> = []
  ) -> [Edit] {
    var normalizer = NumbersNormalizer(bytes, range, contextStart ?? range.lowerBound)
    normalizer.isLine = contextStart == nil
    normalizer.scan(joints)
    return normalizer.edits
  }

  init(_ bytes: [UInt8], _ range: Range<Int>, _ contextStart: Int) {
    self.bytes = bytes
    self.range = range.clamped(to: 0..<bytes.count)
    self.contextStart = contextStart
    piece = self.range
  }

  /// Where reading ends: the end of the speech or the next joint.
  var end: Int { piece.upperBound }

  private mutating func scan(_ joints: ArraySlice<Int>) {
    for joint in joints where joint > piece.lowerBound && joint < range.upperBound {
      piece = piece.lowerBound..<joint
      scanPiece()
      piece = joint..<range.upperBound
    }
    scanPiece()
  }

  private mutating func scanPiece() {
    var offset = NumeralScalar.next(bytes, piece.lowerBound, end)
    while offset < end {
      let after = max(offset + UTF8Bytes.length(lead: bytes[offset]), handle(offset))
      offset = NumeralScalar.next(bytes, after, end)
    }
  }

  /// Deals with the numeral at `start` and returns where to go on.
  private mutating func handle(_ start: Int) -> Int {
    let (code, length) = NumeralScalar.code(bytes, start, end)
    if code >= NumeralScalar.hundred, code <= NumeralScalar.wan { return perHundred(start, code) }
    guard NumeralScalar.digit(code) != nil || code >= NumeralScalar.ten && code <= NumeralScalar.thirty else {
      return start + length
    }
    if length == 1 { return handleASCII(start) }
    if isIdle(start, code) { return start + 3 }
    return handleNumeral(start)
  }

  /// A single Chinese digit before a word that gives it no written figure: by far the most frequent case.
  private func isIdle(_ start: Int, _ code: UInt8) -> Bool {
    guard code <= NumeralScalar.liang, start + 5 < end else { return false }
    let next = start + 3
    guard bytes[next] & 0xF0 == 0xE0 else { return bytes[next] >= 0x80 }
    return NumeralScalar.code(bytes, next, end).code == NumeralScalar.none && !Followers.contains(bytes, next)
  }

  /// Arabic digits change only with a Chinese unit after them, or as the year of a case number.
  private mutating func handleASCII(_ start: Int) -> Int {
    var stop = start
    while stop < end,
      bytes[stop] &- 0x30 < 10 || bytes[stop] == UInt8(ascii: ".") || bytes[stop] == UInt8(ascii: ",")
    {
      stop += 1
    }
    guard stop < end, bytes[stop] >= 0xE0 else {
      if stop - start == 4, let after = caseNumber(start) { return after }
      return stop
    }
    let isLetter = start > range.lowerBound && isLetter(bytes[start - 1])
    if isLetter { return stop }
    if stop - start == 4, let after = caseNumber(start) { return after }
    let next = NumeralScalar.code(bytes, stop, end).code
    guard next != NumeralScalar.none || Followers.contains(bytes, stop) else { return stop }
    return max(handleNumeral(start), stop)
  }

  private mutating func handleNumeral(_ start: Int) -> Int {
    if let after = caseNumber(start) { return after }
    if let after = plate(start) { return after }
    guard let numeral = Numeral.read(bytes, at: start, end: end, decimals: false) else { return next(start) }
    if starts(start, "一十"), starts(numeral.end, "月") { return start + 3 }
    if continuesApproximation(start) || isName(formal: numeral) { return max(numeral.end, next(start)) }
    if let after = ProtectedWords.end(bytes, start, untouched) { return max(after, start + 3) }
    if let after = orSo(numeral) { return after }
    if let after = dotted(start) ?? date(numeral) ?? clock(numeral) ?? fraction(numeral) { return after }
    let full = Numeral.read(bytes, at: start, end: end) ?? numeral
    if full.point != nil { return decimal(full, numeral) }
    if numeral.approximate { return max(numeral.end, next(start)) }
    if numeral.form == .digits { return digitString(numeral) }
    return quantity(numeral)
  }

  /// 三百二百的, 十万八万的: two like amounts in one breath are a manner of speaking.
  private func orSo(_ numeral: Numeral) -> Int? {
    guard numeral.end - numeral.start == 6, bytes[numeral.start] >= 0x80,
      let second = Numeral.read(bytes, at: numeral.end, end: end, decimals: false),
      second.end - second.start == 6, starts(second.end, "的"),
      bytes[numeral.end - 3..<numeral.end].elementsEqual(bytes[second.end - 3..<second.end]),
      NumeralScalar.code(bytes, second.end - 3, end).code >= NumeralScalar.ten
    else { return nil }
    return second.end
  }

  /// 收拾一下, 陆百川: 大写 digits are numbers only with units of their kind, or before 元 and 万元.
  private func isName(formal numeral: Numeral) -> Bool {
    guard NumeralScalar.isFormal(bytes, numeral.start, end) else { return false }
    if ends(numeral.start, "收"), starts(numeral.start, "拾") { return true }
    var units = 0
    for offset in stride(from: numeral.start, to: numeral.end, by: 3) {
      guard NumeralScalar.isFormal(bytes, offset, end) else { continue }
      if NumeralScalar.exponent(NumeralScalar.code(bytes, offset, end).code) > 0, offset > numeral.start {
        units += 1
      }
    }
    if units > 0 { return false }
    let next = NumeralScalar.code(bytes, numeral.end, end).code
    let isAmount =
      starts(numeral.end, "元") || starts(numeral.end, "圆") || starts(numeral.end, "角")
      || starts(numeral.end, "分")
    return !isAmount && next != NumeralScalar.point
  }

  /// 几十, 千八百: the number began before its first digit, or may have begun before the joint (一百二 | 十块).
  private func continuesApproximation(_ start: Int) -> Bool {
    guard start - 3 >= range.lowerBound, bytes[start] >= 0x80 else { return false }
    let before = NumeralScalar.code(bytes, start - 3, start).code
    if before == NumeralScalar.some || mayGoOn(from: start) { return true }
    if NumeralScalar.isUnit(before) { return lastEditEnd != start && !isWholeNumber(endingAt: start) }
    let code = NumeralScalar.code(bytes, start, end).code
    guard code == NumeralScalar.ten else { return false }
    let isBig = NumeralScalar.code(bytes, start + 3, end).code >= NumeralScalar.wan
    return ends(start, "数") || ends(start, "好几") || isBig && ends(start, "上") && isNearly(start - 3)
  }

  /// 上十万 is "nearly", 以上十万元 is not: only after a mark or a verb of having.
  private func isNearly(_ offset: Int) -> Bool {
    isMark(before: offset) || ends(offset, "有") || ends(offset, "了") || ends(offset, "花") || ends(offset, "是")
  }

  /// True when the unit before `offset` closes a number that was read as such.
  private func isWholeNumber(endingAt offset: Int) -> Bool {
    let unit = offset - 3
    if unit > range.lowerBound, bytes[unit - 1] &- 0x30 < 10 { return true }
    guard unit - 3 >= range.lowerBound, bytes[unit - 3] >= 0xE0 else { return false }
    let code = NumeralScalar.code(bytes, unit - 3, end).code
    return NumeralScalar.digit(code) != nil || code == NumeralScalar.ten
  }

  // MARK: Small tools

  var lastEditEnd: Int { edits.last?.span.end ?? -1 }

  /// From the joint or the end of the last edit on.
  var untouched: Range<Int> { max(piece.lowerBound, lastEditEnd)..<end }

  func next(_ offset: Int) -> Int { offset + (offset < end ? UTF8Bytes.length(lead: bytes[offset]) : 1) }

  func starts(_ offset: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end else { return false }
    for index in 0..<count where bytes[offset + index] != word.utf8Start[index] { return false }
    return true
  }

  func ends(_ offset: Int, _ word: StaticString) -> Bool {
    let start = offset - word.utf8CodeUnitCount
    return start >= range.lowerBound && starts(start, word)
  }

  func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// True when the speech holds nothing but this stretch and marks.
  func isAlone(_ start: Int, _ stop: Int) -> Bool {
    (start == range.lowerBound || isMark(before: start) && start - range.lowerBound <= 3)
      && (stop >= end || isMark(stop) && end - stop <= 4)
  }

  /// True when a mark, a line end or the end of the speech is at `offset`.
  func isMark(_ offset: Int) -> Bool {
    guard offset < end else { return true }
    if bytes[offset] < 0x80 {
      return bytes[offset] &- 0x30 >= 10 && !isLetter(bytes[offset]) && bytes[offset] != UInt8(ascii: "%")
    }
    return Followers.marks.prefix(bytes, offset, end) > 0
  }

  func isMark(before offset: Int) -> Bool {
    guard offset > range.lowerBound else { return true }
    let last = bytes[offset - 1]
    if last < 0x80 { return last &- 0x30 >= 10 && !isLetter(last) }
    return Followers.marks.suffix(bytes, offset, range.lowerBound) > 0
  }
}
