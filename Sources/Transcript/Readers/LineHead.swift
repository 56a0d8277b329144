import TextCore

/// What stands before the speech on one line: a time, a label, what ends the label.
struct LineHead {
  /// What ends a label.
  enum Terminator { case colon, tab, space, bracket, time, lineEnd }

  /// The time before or after the label.
  var time: TimeRange?
  /// True when the time stands after the label.
  var timeFollows = false
  /// The label without brackets around it; empty when the line starts with speech.
  var label: Range<Int>
  /// What ends it.
  var terminator: Terminator = .lineEnd
  /// True for `发言人1`, `spk0`.
  var isID = false
  /// The rest of the line.
  var speech: Range<Int>

  /// Longest label in bytes.
  private static let longest = 72

  /// Looks at a line without white space at its ends.
  init(_ bytes: [UInt8], _ line: Range<Int>) {
    let end = line.upperBound
    var start = line.lowerBound
    if let mark = TimeMark.parse(bytes, start, end) {
      time = mark.time
      start = Blank.skip(bytes, mark.end, end)
    }
    label = start..<start
    speech = start..<end
    guard let found = LineHead.label(bytes, start, end) else {
      keepClock(bytes, line)
      return
    }
    label = found.label
    isID = found.isID
    finish(bytes, found.end, end, wrapped: found.label.upperBound != found.end)
    if terminator != .colon, !timeFollows { keepClock(bytes, line) }
  }

  /// A bare `10:30` before speech is what was said, not a mark of the recording.
  private mutating func keepClock(_ bytes: [UInt8], _ line: Range<Int>) {
    guard time != nil, !isID else { return }
    let first = bytes[line.lowerBound]
    let colons = bytes[line.lowerBound..<min(line.lowerBound + 9, line.upperBound)].count {
      $0 == UInt8(ascii: ":")
    }
    guard first >= 0x30, first <= 0x39, colons < 2 else { return }
    time = nil
    label = line.lowerBound..<line.lowerBound
    terminator = .lineEnd
    speech = line
  }

  /// Reads what follows the label: blanks, a time, a colon.
  private mutating func finish(_ bytes: [UInt8], _ labelEnd: Int, _ end: Int, wrapped: Bool) {
    var index = Blank.skip(bytes, labelEnd, end)
    terminator = index == end ? .lineEnd : index == labelEnd ? .lineEnd : .space
    if bytes[labelEnd..<index].contains(0x09) { terminator = .tab }
    if wrapped { terminator = .bracket }
    let touches = index < end && LineHead.isBracket(bytes[index])
    if index > labelEnd || wrapped || isID || touches, let mark = TimeMark.parse(bytes, index, end) {
      time = time ?? mark.time
      timeFollows = true
      terminator = .time
      index = Blank.skip(bytes, mark.end, end)
    }
    let colon = LineHead.colon(bytes, index, end)
    if colon > 0 {
      terminator = .colon
      index = Blank.skip(bytes, index + colon, end)
    }
    speech = index..<end
  }

  private static func label(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (label: Range<Int>, end: Int, isID: Bool)? {
    guard start < end else { return nil }
    for (open, close) in wrappers where open[0] == bytes[start] && UTF8Bytes.hasPrefix(bytes, start, open) {
      let inner = start + open.count
      var index = inner
      while index < min(end, inner + longest), !UTF8Bytes.hasPrefix(bytes, index, close) { index += 1 }
      guard index < min(end, inner + longest), index > inner else { return nil }
      let label = Blank.trim(bytes, inner..<index)
      return (
        label, index + close.count,
        SpeakerID.match(bytes, label.lowerBound, label.upperBound) == label.upperBound
      )
    }
    if let stop = SpeakerID.match(bytes, start, end) { return (start..<stop, stop, true) }
    guard let stop = scan(bytes, start, end) else { return nil }
    return (start..<stop, stop, false)
  }

  /// The end of a run without marks of a sentence, at most `longest` bytes; brackets are part of it.
  private static func scan(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    var depth = 0
    while index < end {
      guard index - start <= longest else { return nil }
      let length = UTF8Bytes.length(lead: bytes[index])
      if index > start, isBracket(bytes[index]), TimeMark.parse(bytes, index, end) != nil { break }
      depth += bracketStep(bytes, index)
      if depth <= 0, colon(bytes, index, end) > 0 || Blank.length(bytes, index, end) > 0 { break }
      if stops(bytes, index, end) { return nil }
      index += length
    }
    return index > start && depth == 0 ? index : nil
  }

  /// 1 for an opening round bracket, -1 for a closing one.
  private static func bracketStep(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "("): 1
    case UInt8(ascii: ")"): -1
    case 0xEF:
      UTF8Bytes.hasPrefix(bytes, index, fullOpen) ? 1 : UTF8Bytes.hasPrefix(bytes, index, fullClose) ? -1 : 0
    default: 0
    }
  }

  /// True for the first byte of ( [ （ 【.
  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == 0xEF || byte == 0xE3
  }

  private static func stops(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: "\""), 0:
      true
    case 0xE2: UTF8Bytes.hasPrefix(bytes, index, [0xE2, 0x80])
    case 0xE3: index + 2 < end && bytes[index + 1] == 0x80 && (0x81...0x91).contains(bytes[index + 2])
    case 0xEF:
      index + 2 < end && bytes[index + 1] == 0xBC && [0x8C, 0x9F, 0x81, 0x9B].contains(bytes[index + 2])
    default: false
    }
  }

  private static func colon(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    if bytes[index] == UInt8(ascii: ":") { return 1 }
    return bytes[index] == 0xEF && index + 3 <= end && UTF8Bytes.hasPrefix(bytes, index, fullColon) ? 3 : 0
  }

  private static let fullColon = Array("：".utf8)
  private static let fullOpen = Array("（".utf8)
  private static let fullClose = Array("）".utf8)
  private static let wrappers: [([UInt8], [UInt8])] = [("<", ">"), ("【", "】"), ("[", "]")].map {
    (Array($0.utf8), Array($1.utf8))
  }
}
