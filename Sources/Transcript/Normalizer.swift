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
    let findsSpeakers = options.allows(.roles) && !options.isLines
    run([EncodingStage(), WidthStage()], options, &draft)
    if findsSpeakers {
      diagnostics += SpeakerResolver.resolve(
        draft: &draft, caseFile: options.caseFile, form: form, model: options.speakers)
      draft.settle(options.settledRoles)
      draft.mergeTurns()
    }
    run([CleanupStage()], options, &draft)
    if findsSpeakers { draft.dropEmptyTurns() }
    run(
      [
        TermsStage(caseFile: options.caseFile, words: options.words, isHearing: !options.isLines),
        NumbersStage(),
      ], options, &draft)
    let spoken = findsSpeakers ? SpokenHeader(draft).fields : []
    run([PunctuationStage(model: options.punctuation, caseFile: options.caseFile)], options, &draft)
    if options.allows(.punctuation) { run([CleanupStage()], options, &draft) }  // what marks bring to light
    if options.allows(.roles) || form.isMarkup {
      LayoutStage(caseFile: options.caseFile, spoken: spoken, usesRoles: options.allows(.roles)).layOut(
        &draft)
    }
    let phases = options.isLines ? [] : Phases.spans(in: draft)
    return Normalized(draft: draft, form: form, phases: phases, diagnostics: diagnostics)
  }

  private static func run(_ stages: [any Stage], _ options: NormalizeOptions, _ draft: inout Draft) {
    for stage in stages where options.allows(type(of: stage).kind) { draft.run(stage) }
  }
}
