import TextCore

/// Writes a normalized hearing as subtitles, each cue with the time of the words it came from.
///
/// SubRip names the speaker before the first cue of a turn; WebVTT (W3C 2019) has a voice tag in every cue and the
/// header fields in a note. Linear.
public struct SubtitleWriter {
  /// The two formats.
  public enum Format: Sendable {
    /// SubRip.
    case srt
    /// WebVTT.
    case vtt
  }

  private let draft: Draft
  private let format: Format
  private var clock: SpeechClock
  private var output: [UInt8] = []
  private var number = 0
  /// The end of the cue before.
  private var before = 0

  /// The file; the diagnostic `TR010` when the input has no times.
  public static func bytes(_ normalized: Normalized, _ format: Format) throws(Diagnostic) -> [UInt8] {
    guard let clock = SpeechClock(normalized.draft) else {
      throw ReadingDiagnostics.noTimes(normalized.draft.text.source)
    }
    var writer = SubtitleWriter(draft: normalized.draft, format: format, clock: clock)
    writer.write()
    return writer.output
  }

  private init(draft: Draft, format: Format, clock: SpeechClock) {
    self.draft = draft
    self.format = format
    self.clock = clock
  }

  private mutating func write() {
    if format == .vtt { header() }
    let cutter = CueCutter(draft.text.bytes)
    for turn in draft.turns where !turn.speech.isEmpty {
      var gaps = clock
      let cues = cutter.cues(turn.speech.range) { end, start in
        let silence = (gaps.time(at: source(end: end)), gaps.time(at: source(start: start)))
        return silence.1 - silence.0
      }
      for (index, cue) in cues.enumerated() {
        write(cue, draft.speakers[turn.speaker].label, isFirst: index == 0)
      }
    }
  }

  private mutating func header() {
    output += "WEBVTT\n\n".utf8
    let bytes = draft.text.bytes
    let start =
      draft.turns.first.map { first in bytes[..<first.speech.start].lastIndex(of: 0x0A) ?? 0 } ?? bytes.count
    let fields = bytes[..<start].split(separator: 0x0A)
    guard !fields.isEmpty else { return }
    output += "NOTE\n".utf8
    for field in fields {
      SubtitleText.append(field, to: &output)
      output.append(0x0A)
    }
    output.append(0x0A)
  }

  private mutating func write(_ cue: CueCutter.Piece, _ label: String, isFirst: Bool) {
    let start = max(clock.time(at: source(start: cue.start)), before)
    let end = max(clock.time(at: source(end: cue.content)), start + 1)
    before = end
    number += 1
    let mark = format == .srt ? "," : "."
    let text = draft.text.bytes[cue.start..<cue.end]
    output += "\(number)\n\(SubtitleText.time(start, mark)) --> \(SubtitleText.time(end, mark))\n".utf8
    switch format {
    case .srt:
      let isLabelLike = SubtitleMarkup.voice(draft.text.bytes, cue.start..<cue.end) != nil
      if !label.isEmpty, isFirst || isLabelLike { output += "\(label)：".utf8 }
      output += text.map { $0 < 0x20 ? 0x20 : $0 }
    case .vtt:
      if !label.isEmpty { output += "<v ".utf8 }
      SubtitleText.append(label.utf8, to: &output)
      if !label.isEmpty { output.append(UInt8(ascii: ">")) }
      SubtitleText.append(text, to: &output)
    }
    output += "\n\n".utf8
  }

  private func source(start offset: Int) -> Int { draft.text.sourceSpan(of: Span(offset, offset + 1)).start }
  private func source(end offset: Int) -> Int {
    draft.text.sourceSpan(of: Span(max(offset - 1, 0), offset)).end
  }
}

/// Times and text as subtitle files have them.
enum SubtitleText {
  /// `00:00:01,000`
  static func time(_ milliseconds: Int, _ mark: String) -> String {
    let seconds = milliseconds / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    let rest = String(1000 + milliseconds % 1000).dropFirst()
    return parts.joined(separator: ":") + mark + rest
  }

  /// Text of a WebVTT cue: the three marks of its grammar escaped, line ends and control characters as spaces.
  static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case 0..<0x20: output.append(0x20)
      default: output.append(byte)
      }
    }
  }
}
