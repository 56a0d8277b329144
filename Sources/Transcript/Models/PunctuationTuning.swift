/// Sets how a model joins its rows and networks, on hearings kept from training: weights by likelihood, then, inside
/// speeches, one bias by micro F1.
///
/// Hearings hold twice the marks of written law, and F1 wants a mark sooner than likelihood does.
struct PunctuationTuning {
  private struct Gap {
    let rows: BoundaryScores
    let network: BoundaryScores
    let mark: Mark

    func scores(_ blend: MarkBlend) -> BoundaryScores { blend.score(rows, network) }
  }

  private var inner: [Gap] = []
  private var ends: [Gap] = []

  /// Scores the hearings once; gaps where no mark may come are left out.
  init(_ model: PunctuationModel, _ hearings: [TrainingHearing]) {
    for speech in hearings.flatMap(\.speeches) {
      let rows = model.rowScores(speech.scalars, speech.setting)
      let network = model.networkScores(speech.scalars, speech.setting) ?? rows
      let fixed = FixedGaps.find(speech.scalars)
      for index in rows.indices {
        let gap = Gap(rows: rows[index], network: network[index], mark: speech.marks[index])
        if index == rows.count - 1 {
          if gap.mark == .stop || gap.mark == .question { ends.append(gap) }
        } else if !fixed[index] {
          inner.append(gap)
        }
      }
    }
  }

  /// Gives the model what fits best.
  func set(_ model: inout PunctuationModel) {
    let hasNetworks = !model.networks.isEmpty
    model.inner = withBias(hasNetworks ? Self.fit(inner) : .rowsAlone)
    model.end =
      hasNetworks ? Self.fit(ends, lanes: Int(Mark.stop.rawValue)...Int(Mark.question.rawValue)) : .rowsAlone
  }

  private static func fit(_ gaps: [Gap], lanes: ClosedRange<Int> = 0...6) -> MarkBlend {
    MarkBlendFit(gaps.map { .init(rows: $0.rows, network: $0.network, mark: $0.mark) }, lanes: lanes).blend
  }

  /// One bias for all inner marks, since fifteen hearings cannot set six by F1.
  private func withBias(_ start: MarkBlend) -> MarkBlend {
    best(
      of: stride(from: -32, through: 48, by: 4).map { (value: Int32) in
        var blend = start
        for lane in 1..<8 { blend.bias[lane] += value }
        return blend
      }
    ) { blend in
      var counts = PunctuationCounts()
      for gap in inner { counts.add(MarkDecoder.best(gap.scores(blend)).0, gap.mark) }
      return counts.micro
    }
  }

  /// The blend of the highest score; of several the first.
  private func best(of blends: [MarkBlend], by score: (MarkBlend) -> Double) -> MarkBlend {
    var best = (blend: MarkBlend.rowsAlone, score: -1.0)
    for blend in blends {
      let found = score(blend)
      if found > best.score { best = (blend, found) }
    }
    return best.blend
  }
}
