import TextCore

/// Reads `plain`: no speakers at all; each line is one turn of one unnamed voice, to be cut later.
public enum PlainReader: TranscriptReader {
  /// Reads the whole source.
  public static func read(_ source: SourceText) -> Reading {
    let header = HeaderReader(source)
    var reading = readLines(source, from: header.bodyLine, notes: true)
    reading.header = header.fields
    reading.diagnostics = header.diagnostics + reading.diagnostics
    return reading
  }

  /// Reads lines from the 1-based `line` on, without a header; with `notes`, bracketed lines are stage notes.
  static func readLines(_ source: SourceText, from line: Int, notes: Bool = false) -> Reading {
    var builder = TurnBuilder(source)
    let speaker = builder.unnamed()
    for line in line..<max(line, source.lines.count + 1) where !builder.isFull {
      let range = Blank.trim(source.bytes, source.lines.range(ofLine: line, in: source.bytes))
      builder.add(range, notes && StageNote.isNote(source.bytes, range) ? builder.narrator() : speaker)
    }
    return builder.reading
  }
}
