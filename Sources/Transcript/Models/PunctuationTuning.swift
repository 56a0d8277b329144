/// Sets a model's biases, and the share of its networks, on hearings kept from training, by micro F1.
///
/// Hearings hold twice the marks of written law, and F1 wants a mark sooner than likelihood does.
struct PunctuationTuning {
  private struct Gap {
    let rows: BoundaryScores
    let network: BoundaryScores
    let mark: Mark

    func scores(_ share: Int32) -> BoundaryScores { PunctuationModel.mean(rows, network, share) }
  }

  private var inner: [Gap] = []
  private var ends: [Gap] = []

  /// Shares of the networks to choose from, in sixteenths.
  private let shares: [Int32]

  /// Scores the hearings once.
  init(_ model: PunctuationModel, _ hearings: [TrainingHearing]) {
    shares = model.networks.isEmpty ? [0] : [6, 8, 10, 12, 14, 16]
    for speech in hearings.flatMap(\.speeches) {
      let rows = model.rowScores(speech.scalars, speech.setting)
      let network = model.networkScores(speech.scalars, speech.setting) ?? rows
      for index in rows.indices {
        let gap = Gap(rows: rows[index], network: network[index], mark: speech.marks[index])
        if index == rows.count - 1 { ends.append(gap) } else { inner.append(gap) }
      }
    }
  }

  /// Gives the model what scores best.
  func set(_ model: inout PunctuationModel) {
    let share = shares.max { score(innerBias($0), $0) < score(innerBias($1), $1) } ?? 0
    model.networkShare = share
    model.innerBias = innerBias(share)
    model.endBias = endBias(share)
  }

  /// One bias for all inner marks, since fifteen hearings cannot set six.
  private func innerBias(_ share: Int32) -> BoundaryScores {
    var best = (bias: BoundaryScores.zero, score: -1.0)
    for value in stride(from: -32, through: 48, by: 4) as StrideThrough<Int32> {
      var bias = BoundaryScores(repeating: value)
      bias[0] = 0
      let found = score(bias, share)
      if found > best.score { best = (bias, found) }
    }
    return best.bias
  }

  private func score(_ bias: BoundaryScores, _ share: Int32) -> Double {
    var counts = PunctuationCounts()
    for gap in inner { counts.add(MarkDecoder.best(gap.scores(share) &+ bias).0, gap.mark) }
    return counts.micro
  }

  /// One for ？ at the end.
  private func endBias(_ share: Int32) -> BoundaryScores {
    var best = (bias: BoundaryScores.zero, score: -1.0)
    for value in stride(from: -48, through: 48, by: 4) as StrideThrough<Int32> {
      var bias = BoundaryScores.zero
      bias[Int(Mark.question.rawValue)] = value
      var counts = PunctuationCounts()
      for gap in ends { counts.add(TurnEnd.plain(gap.scores(share) &+ bias), gap.mark) }
      if counts.f1(.question) > best.score { best = (bias, counts.f1(.question)) }
    }
    return best.bias
  }
}
