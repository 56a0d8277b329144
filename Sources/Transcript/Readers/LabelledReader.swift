import TextCore

/// Reads `channel` and `typed`: a label ended by a colon, a tab or a space, then speech; a line without a label
/// goes on with the speaker before it.
///
/// A line that the page width cut is joined to the line before; other lines without a label become turns of their
/// own by the same speaker, so that the pause between them is not lost when turns are merged.
public struct LabelledReader: TranscriptReader {
  private var builder: TurnBuilder
  private let style: LabelStyle
  private let wrap: LineWrap?
  private var speaker: Int?
  /// The line before, trimmed; nil after a blank line, a note or at the start.
  private var last: Range<Int>?
  /// Voices whose labels have been looked at.
  private var checked: Set<Int> = []

  private init(_ source: SourceText, from line: Int) {
    builder = TurnBuilder(source)
    style = LabelStyle(source, from: line)
    wrap = style.unlabelled > 0 ? LineWrap(source, from: line) : nil
  }

  /// Reads the whole source.
  public static func read(_ source: SourceText) -> Reading {
    let header = HeaderReader(source)
    var reader = LabelledReader(source, from: header.bodyLine)
    reader.builder.reading.header = header.fields
    reader.builder.reading.diagnostics = header.diagnostics
    for line in header.bodyLine..<max(header.bodyLine, source.lines.count + 1) where !reader.builder.isFull {
      reader.line(Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes)))
    }
    return reader.builder.reading
  }

  private mutating func line(_ range: Range<Int>) {
    guard !range.isEmpty else { return last = nil }
    let head = LineHead(builder.source.bytes, range)
    if style.accepts(head, builder.source.bytes) {
      start(head)
      last = range
    } else if let last, let wrap, wrap.cuts(builder.source.bytes, last, range), speaker != nil,
      !builder.reading.turns.isEmpty
    {
      builder.join(range)
      self.last = range
    } else if StageNote.isNote(builder.source.bytes, range) {
      builder.add(range, builder.narrator())
      last = nil
    } else {
      if speaker == nil { speaker = builder.unnamed() }
      builder.add(range, speaker ?? 0)
      last = range
    }
  }

  private mutating func start(_ head: LineHead) {
    let voice = builder.voice(builder.source.bytes[head.label])
    speaker = voice
    builder.add(head.speech, voice, head.time)
    guard !head.isID, checked.insert(voice).inserted,
      !LabelVocabulary.isRole(builder.source.bytes, head.label)
    else { return }
    builder.reading.diagnostics.append(ReadingDiagnostics.unknownLabel(builder.source, head.label))
  }
}
