/// Scores one predicted transcript against gold (transcript standard, section 8; `docs/evaluation.md` has the formulas).
public struct TranscriptScorer: Sendable {
  private let aligner: Aligner

  /// A scorer; `aligner` decides how much memory an alignment may take.
  public init(aligner: Aligner = Aligner()) { self.aligner = aligner }

  /// All measures of one hearing. Labels are compared strictly, one-character turns count like any other.
  public func score(_ gold: GoldCase, predicted: String) -> CaseScore {
    let goldText = TranscriptText(gold.transcript)
    let predictedText = TranscriptText(predicted)
    let pair = AlignedPair(gold: goldText, predicted: predictedText, aligner: aligner)
    var tally = CaseTally(gold, pair)
    tally.countBody()
    tally.countContent()
    tally.countMarks()
    tally.countSpeakers()
    tally.countSafety(names: gold.names)
    return tally.finished()
  }
}
