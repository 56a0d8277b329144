/// Takes out what the recognizer wrote instead of speech: `[noise]`, `<unk>`, 【笑声】 and timestamps inside speeches
/// (standard, section 3). Stage notes of the record, （出示手机）, stay.
struct NoiseRule: RemovalRule {
  let closesGaps = true

  func mark(_ speech: SpeechScalars, _ turn: SpokenTurn, _ mask: inout RemovalMask) {
    markBrackets(speech, &mask)
    markClocks(speech, &mask)
  }

  private static let closers: [UInt32: UInt32] = [
    0x5B: 0x5D, 0x3C: 0x3E, 0x28: 0x29, 0x3010: 0x3011, 0xFF08: 0xFF09,
  ]
  /// What engines write between brackets; anything else in brackets is the clerk's.
  private static let marks = Set(
    Word.list(
      "noise unk laughter laugh cough music silence sil breath spn nsn applause crosstalk background blank_audio um uh hes NOISE UNK "
        + "笑 笑声 咳嗽 咳嗽声 掌声 杂音 噪音 噪声 背景音 背景噪音 音乐 静音 呼吸声 翻纸声 敲击声 背景音乐"))
  private static let longestMark = 16

  private func markBrackets(_ speech: SpeechScalars, _ mask: inout RemovalMask) {
    var index = 0
    while index < speech.count {
      if speech.has(.noise, at: index), let closer = Self.closers[speech[index]],
        let end = close(speech, index, closer)
      {
        let inner = Word(scalars: speech.values[(index + 1)..<end])
        let isClock = clockEnd(speech, index + 1) == end
        if isClock || Self.marks.contains(inner) {
          mask.remove(index..<(end + 1), isClock ? .timestamp : .noise)
          index = end
        }
      }
      index += 1
    }
  }

  private func close(_ speech: SpeechScalars, _ open: Int, _ closer: UInt32) -> Int? {
    (open + 1..<min(speech.count, open + 2 + Self.longestMark)).first { speech[$0] == closer }
  }

  /// Bare `00:01:23.456` between blanks or at an edge; times glued to words (视频00:03:12) are content.
  private func markClocks(_ speech: SpeechScalars, _ mask: inout RemovalMask) {
    var index = 0
    while index < speech.count {
      let isFree = index == 0 || speech.has(.space, at: index - 1)
      if isFree, let end = clockEnd(speech, index), isHourClock(speech, index..<end),
        end == speech.count || speech.has(.space, at: end)
      {
        mask.remove(index..<end, .timestamp)
        index = end
      } else {
        index += 1
      }
    }
  }

  private func isHourClock(_ speech: SpeechScalars, _ range: Range<Int>) -> Bool {
    range.filter { speech[$0] == 0x3A }.count == 2
  }

  /// The end of `mm:ss`, `hh:mm:ss` with an optional fraction that begins at `start`.
  private func clockEnd(_ speech: SpeechScalars, _ start: Int) -> Int? {
    var index = start
    var groups = 0
    while groups < 3, isDigit(speech[index]), isDigit(speech[index + 1]), !isDigit(speech[index + 2]) {
      groups += 1
      index += 2
      guard speech[index] == 0x3A, isDigit(speech[index + 1]) else { break }
      index += 1
    }
    guard groups >= 2 else { return nil }
    if speech[index] == 0x2E || speech[index] == 0x2C, isDigit(speech[index + 1]) {
      index += 1
      while isDigit(speech[index]) { index += 1 }
    }
    return index
  }

  private func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
