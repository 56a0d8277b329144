/// Sets a model's biases on hearings kept from training, by micro F1.
///
/// Hearings hold twice the marks of written law, and F1 wants a mark sooner than likelihood does.
struct PunctuationTuning {
  private struct Gap {
    let scores: BoundaryScores
    let mark: Mark
  }

  private var inner: [Gap] = []
  private var ends: [Gap] = []

  /// Scores the hearings once.
  init(_ model: PunctuationModel, _ hearings: [TrainingHearing]) {
    for speech in hearings.flatMap(\.speeches) {
      let scores = model.scores(speech.scalars, speech.setting)
      for index in scores.indices {
        let gap = Gap(scores: scores[index], mark: speech.marks[index])
        if index == scores.count - 1 { ends.append(gap) } else { inner.append(gap) }
      }
    }
  }

  /// The biases that score best: one for all inner marks, since fifteen hearings cannot set six, and one for ？ at
  /// the end.
  func biases() -> (inner: BoundaryScores, end: BoundaryScores) {
    var best = (bias: BoundaryScores.zero, score: -1.0)
    for value in stride(from: -32, through: 48, by: 4) as StrideThrough<Int32> {
      var bias = BoundaryScores(repeating: value)
      bias[0] = 0
      let found = score(bias)
      if found > best.score { best = (bias, found) }
    }
    return (best.bias, endBias())
  }

  private func score(_ bias: BoundaryScores) -> Double {
    var counts = PunctuationCounts()
    for gap in inner { counts.add(MarkDecoder.best(gap.scores &+ bias).0, gap.mark) }
    return counts.micro
  }

  private func endBias() -> BoundaryScores {
    var best = (bias: BoundaryScores.zero, score: -1.0)
    for value in stride(from: -48, through: 48, by: 4) as StrideThrough<Int32> {
      var bias = BoundaryScores.zero
      bias[Int(Mark.question.rawValue)] = value
      var counts = PunctuationCounts()
      for gap in ends { counts.add(TurnEnd.plain(gap.scores &+ bias), gap.mark) }
      if counts.f1(.question) > best.score { best = (bias, counts.f1(.question)) }
    }
    return best.bias
  }
}
