import TextCore

/// The whole way of a hearing: read, decide who speaks, tidy, mark, lay out. Read this first.
public enum Normalizer {
  /// Normalizes one decoded text; never fails: what cannot be understood stays and is reported. Linear in the source.
  public static func normalize(_ source: SourceText, _ options: NormalizeOptions = NormalizeOptions())
    -> Normalized
  {
    var draft: Draft
    var form = TranscriptForm.plain
    var diagnostics: [Diagnostic] = []
    if options.isLines {
      draft = TranscriptReading.lines(source)
    } else {
      (draft, form, diagnostics) = TranscriptReading.draft(source, form: options.form)
    }
    if options.allows(.roles), !options.isLines { draft.mergeTurns() }
    for stage in stages where options.allows(type(of: stage).kind) { draft.run(stage) }
    if options.allows(.roles) || form.isMarkup {
      LayoutStage(caseFile: options.caseFile, usesRoles: options.allows(.roles)).layOut(&draft)
    }
    return Normalized(draft: draft, form: form, diagnostics: diagnostics)
  }

  /// What happens to the words, in order; each step sees what the ones before it have made.
  private static let stages: [any Stage] = [CleanupStage(), NumbersStage()]
}
