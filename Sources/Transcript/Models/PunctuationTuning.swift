/// Sets how a model joins its rows and networks, on hearings kept from training: weights by likelihood, then, inside
/// speeches, one bias by micro F1; then how it joins what the table of questions says.
///
/// Hearings hold twice the marks of written law, and F1 wants a mark sooner than likelihood does.
struct PunctuationTuning {
  private struct Gap {
    let rows: BoundaryScores
    let network: BoundaryScores
    let mark: Mark

    func scores(_ blend: MarkBlend) -> BoundaryScores { blend.score(rows, network) }
  }

  /// Added to ？, in 1/32 nat: F1 is highest when a mark is put from a share of half that F1 (Lipton et al. 2014), here
  /// from 0.45.
  private static let lean: Int32 = 6
  private static let sentenceEnds = Int(Mark.stop.rawValue)...Int(Mark.question.rawValue)

  /// How often a hearing of the kind that the marks are for counts: authors of training hearings differ in where they put
  /// marks, less in what they take for a question.
  private static let exemplary = (marks: 10, questions: 5)

  private let speeches, exemplars: [TrainingSpeech]

  /// Takes hearings of the kind that the model learnt from, and exemplary ones.
  init(_ hearings: [TrainingHearing], exemplary: [TrainingHearing] = []) {
    speeches = hearings.flatMap(\.speeches)
    exemplars = exemplary.flatMap(\.speeches)
  }

  private func weighted(_ weight: Int) -> [TrainingSpeech] {
    speeches + repeatElement(exemplars, count: weight).joined()
  }

  /// Gives the model what fits best.
  func set(_ model: inout PunctuationModel) {
    let inner = innerGaps(model)
    model.inner = Self.withBias(model.networks.isEmpty ? .rowsAlone : Self.fit(inner), inner)
    let (inside, ends) = sentences(model)
    model.asksInside = Self.leaning(Self.fit(inside, lanes: Self.sentenceEnds))
    model.asksAtEnd = Self.leaning(Self.fit(ends, lanes: Self.sentenceEnds))
  }

  /// Gaps inside speeches but for those where no mark may come.
  private func innerGaps(_ model: PunctuationModel) -> [Gap] {
    weighted(Self.exemplary.marks).flatMap { speech in
      let rows = model.rowScores(speech.scalars, speech.setting)
      let network = model.networkScores(speech.scalars, speech.setting) ?? rows
      let fixed = FixedGaps.find(speech.scalars)
      return rows.indices.dropLast().filter { !fixed[$0] }.map {
        Gap(rows: rows[$0], network: network[$0], mark: speech.marks[$0])
      }
    }
  }

  /// What is known where a sentence may ask, inside speeches and at their ends.
  private func sentences(_ model: PunctuationModel) -> (inside: [Gap], ends: [Gap]) {
    var (inside, ends): ([Gap], [Gap]) = ([], [])
    let decision = QuestionDecision(table: model.questions)
    for speech in weighted(Self.exemplary.questions) where !speech.scalars.isEmpty {
      let scores = model.gapScores(speech.scalars, speech.setting)
      let fixed = FixedGaps.find(speech.scalars)
      decision.forEachSentence(QuestionText(speech.scalars, speech.setting), scores) { index, known in
        let mark = speech.marks[index]
        if index == scores.count - 1 {
          if mark == .stop || mark == .question {
            ends.append(Gap(rows: known.rows, network: known.model, mark: mark))
          }
        } else if !fixed[index] {
          inside.append(
            Gap(rows: known.rows, network: known.model, mark: mark == .question ? .question : .stop))
        }
        return MarkDecoder.best(scores[index]).0
      }
    }
    return (inside, ends)
  }

  private static func fit(_ gaps: [Gap], lanes: ClosedRange<Int> = 0...6) -> MarkBlend {
    MarkBlendFit(gaps.map { .init(rows: $0.rows, network: $0.network, mark: $0.mark) }, lanes: lanes).blend
  }

  private static func leaning(_ blend: MarkBlend) -> MarkBlend {
    var blend = blend
    blend.bias[Int(Mark.question.rawValue)] += lean
    return blend
  }

  /// One bias for all inner marks, since fifteen hearings cannot set six by F1.
  private static func withBias(_ start: MarkBlend, _ gaps: [Gap]) -> MarkBlend {
    best(
      of: stride(from: -32, through: 48, by: 4).map { (value: Int32) in
        var blend = start
        for lane in 1..<8 { blend.bias[lane] += value }
        return blend
      }
    ) { blend in
      var counts = PunctuationCounts()
      for gap in gaps { counts.add(MarkDecoder.best(gap.scores(blend)).0, gap.mark) }
      return counts.micro
    }
  }

  /// The blend of the highest score; of several the first.
  private static func best(of blends: [MarkBlend], by score: (MarkBlend) -> Double) -> MarkBlend {
    var best = (blend: MarkBlend.rowsAlone, score: -1.0)
    for blend in blends {
      let found = score(blend)
      if found > best.score { best = (blend, found) }
    }
    return best.blend
  }
}
