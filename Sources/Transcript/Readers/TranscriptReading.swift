import TextCore

/// From decoded text to a draft: finds out the form, reads it, makes the reader's edits.
public enum TranscriptReading {
  /// The draft, its form and what somebody should look at; `form` nil means: find out. Linear in the source.
  public static func draft(
    _ source: SourceText, form: TranscriptForm? = nil
  ) -> (draft: Draft, form: TranscriptForm, diagnostics: [Diagnostic]) {
    let form = form ?? FormDetector.detect(source).form
    var reading = form.read(source)
    if reading.turns.isEmpty, !reading.diagnostics.contains(where: { $0.severity == .error }) {
      reading.diagnostics.append(ReadingDiagnostics.noSpeech(source, form))
    }
    var draft = Draft(source, header: reading.header, turns: reading.turns, speakers: reading.speakers)
    draft.apply(reading.edits)
    return (draft, form, reading.diagnostics)
  }

  /// The draft of a text in which every line is one utterance (`--lines`): one turn for each line that is not
  /// blank, of one unnamed speaker.
  public static func lines(_ source: SourceText) -> Draft {
    let reading = PlainReader.readLines(source, from: 1)
    return Draft(source, turns: reading.turns, speakers: reading.speakers, isLines: true)
  }
}
