import TextCore

/// Reads SubRip and WebVTT: cues with a time line, voice tags `<v 原告>`, `原告：` before the text, several lines.
///
/// Lines of one cue are joined unless the next one names a voice. In a file that names voices before the text, a
/// cue without a name goes on with the speaker before it; otherwise it has no name.
public struct SubtitleReader: TranscriptReader {
  private enum State { case outside, cue, skipped }

  private var builder: TurnBuilder
  private var state = State.outside
  private var time: TimeRange?
  private var speaker: Int?
  /// True when the last turn belongs to the cue being read.
  private var isOpen = false

  private init(_ source: SourceText) { builder = TurnBuilder(source) }

  /// Reads the whole source.
  public static func read(_ source: SourceText) -> Reading {
    var reader = SubtitleReader(source)
    let count = source.lines.count
    for line in 1..<count + 1 where !reader.builder.isFull {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes))
      let isLast = line == count
      let next =
        isLast ? 0..<0 : Blank.trim(source.bytes, source.lines.range(ofLine: line + 1, in: source.bytes))
      reader.line(range, next: next)
    }
    return reader.builder.reading
  }

  /// The time of a cue's time line, or nil for another line.
  static func cueTime(_ bytes: [UInt8], _ range: Range<Int>) -> TimeRange? {
    guard range.count >= 13, range.count < 200, bytes[range.lowerBound] >= 0x30,
      bytes[range.lowerBound] <= 0x39,
      let mark = TimeMark.parse(bytes, range.lowerBound, range.upperBound),
      bytes[range.lowerBound..<mark.end].contains(UInt8(ascii: ">"))
    else { return nil }
    return mark.time
  }

  private mutating func line(_ range: Range<Int>, next: Range<Int>) {
    let bytes = builder.source.bytes
    if range.isEmpty {
      state = .outside
      isOpen = false
    } else if let cue = SubtitleReader.cueTime(bytes, range) {
      state = .cue
      isOpen = false
      time = cue
    } else if state == .cue {
      // Some writers forget the blank line before the next number.
      if isNumber(range), SubtitleReader.cueTime(bytes, next) != nil { return }
      text(range)
    } else if state == .outside {
      outside(range, next)
    }
  }

  private mutating func outside(_ range: Range<Int>, _ next: Range<Int>) {
    let bytes = builder.source.bytes
    if SubtitleReader.cueTime(bytes, next) != nil { return }
    let keywords = ["WEBVTT", "NOTE", "STYLE", "REGION"]
    if keywords.contains(where: { UTF8Bytes.hasPrefix(bytes, range.lowerBound, Array($0.utf8)) }) {
      state = .skipped
      return
    }
    if isNumber(range) { return }
    builder.reading.diagnostics.append(ReadingDiagnostics.outsideCue(builder.source, range))
    builder.add(range, builder.unnamed())
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    builder.source.bytes[range].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Reads a line of text, in parts when it holds several voice tags.
  private mutating func text(_ range: Range<Int>) {
    var start = range.lowerBound
    while let next = SubtitleMarkup.nextVoice(builder.source.bytes, start + 1, range.upperBound) {
      part(Blank.trim(builder.source.bytes, start..<next))
      start = next
    }
    part(start..<range.upperBound)
  }

  private mutating func part(_ range: Range<Int>) {
    let bytes = builder.source.bytes
    guard !range.isEmpty else { return }
    var speech = range
    if let voice = SubtitleMarkup.voice(bytes, range) {
      speaker = builder.voice(bytes[voice.name])
      start(voice.rest..<range.upperBound, speaker ?? 0)
      if voice.isTag { speaker = nil }
      return
    }
    speech = SubtitleMarkup.withoutDash(bytes, range)
    guard !speech.isEmpty else { return }
    if isOpen, speech == range {
      builder.join(range)
      SubtitleMarkup.appendEdits(bytes, range, to: &builder.reading.edits)
    } else {
      start(speech, speaker ?? builder.unnamed())
    }
  }

  private mutating func start(_ speech: Range<Int>, _ speaker: Int) {
    let speech = SubtitleMarkup.trim(builder.source.bytes, speech)
    guard !speech.isEmpty else { return }
    builder.add(speech, speaker, time)
    SubtitleMarkup.appendEdits(builder.source.bytes, speech, to: &builder.reading.edits)
    isOpen = true
  }
}
