import TextCore

/// Reads `diarized`: a line with an id and mostly a time, lines of text, a blank line; or both on one line.
///
/// Ids are `发言人1 00:00:03`, `spk0`, `Speaker A`, `[00:00:03] 说话人 1:`, or any short name beside a time.
public struct DiarizedReader: TranscriptReader {
  /// Reads the whole source.
  public static func read(_ source: SourceText) -> Reading {
    let header = HeaderReader(source)
    var builder = TurnBuilder(source)
    builder.reading.header = header.fields
    builder.reading.diagnostics = header.diagnostics
    var speaker: Int?
    var time: TimeRange?
    for line in header.bodyLine..<max(header.bodyLine, source.lines.count + 1) where !builder.isFull {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes))
      if range.isEmpty { continue }
      let head = LineHead(source.bytes, range)
      if isIdentifier(head, source.bytes) {
        speaker = builder.voice(source.bytes[head.label])
        time = head.time
        builder.add(head.speech, speaker ?? 0, time)
      } else if StageNote.isNote(source.bytes, range) {
        builder.add(range, builder.narrator())
      } else {
        builder.add(
          head.label.isEmpty && head.time != nil ? head.speech : range, speaker ?? builder.unnamed(),
          head.time ?? time)
      }
    }
    if speaker == nil, !builder.reading.turns.isEmpty {
      builder.reading.diagnostics.append(ReadingDiagnostics.noIdentifiers(source))
    }
    return builder.reading
  }

  /// True when the head names a voice of the recording.
  static func isIdentifier(_ head: LineHead, _ bytes: [UInt8]) -> Bool {
    guard !head.label.isEmpty else { return false }
    if head.isID { return head.terminator != .space && (head.terminator != .lineEnd || head.speech.isEmpty) }
    guard head.time != nil, head.label.count <= 36 else { return false }
    if head.timeFollows { return head.speech.isEmpty }
    let isRole = LabelVocabulary.isRole(bytes, head.label)
    if head.terminator == .colon { return isRole || LabelVocabulary.mayBeLabel(bytes, head.label) }
    return isRole && head.speech.isEmpty
  }
}
