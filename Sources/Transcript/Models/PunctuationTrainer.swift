/// Trains `PunctuationModel` in two passes, seeded: the same hearings on the same machine give the same bytes.
///
/// The second pass and the table of questions learn on scores of a first pass that has not seen the hearing (four folds),
/// since those are the scores they will meet. About 400,000 gaps a pass, a second or two each in release.
struct PunctuationTrainer {
  /// Passes over the hearings, and passes after the rows to keep were chosen.
  var epochs = 8
  var repairEpochs = 3
  /// AdaGrad step.
  var rate: Float = 0.05
  /// Shrinks weights that are seen, each time they are seen.
  var decay: Float = 0
  /// Passes over the background text, before the hearings, and their step.
  var backgroundEpochs = 1
  var backgroundRate: Float = 0.05
  /// How much of the squared gradients of the background stays, so that hearings can still move the weights.
  var memory: Float = 0.1
  /// Passes, step and shrinking of the second pass.
  var clauseEpochs = 4
  var clauseRate: Float = 0.01
  var clauseDecay: Float = 0
  /// Starts the order of speeches and what is hidden from them.
  var seed: UInt64 = 1

  private static let folds = 4

  /// Learns from `hearings` after `background`, then tunes how the scores are joined.
  func train(
    _ hearings: [TrainingHearing], after background: [TrainingHearing] = [], tuning: PunctuationTuning
  ) -> PunctuationModel {
    let start = pretrained(background.flatMap(\.speeches))
    var model = first(hearings.flatMap(\.speeches), from: start)
    let examples = examples(hearings, from: start)
    if clauseEpochs > 0 { model.clauseRows = clauseRows(examples) }
    var questions = QuestionTrainer(seed: seed &+ 3)
    model.questions = questions.train(examples)
    tuning.set(&model)
    return model
  }

  private func pretrained(_ speeches: [TrainingSpeech]) -> AdaGradTable {
    var table = AdaGradTable(rows: 1 << Int(PunctuationFeatures.bits))
    var random = SplitMix64(state: seed)
    for epoch in 0..<backgroundEpochs {
      for speech in speeches.shuffled(using: &random) {
        learn(speech, SpeechSetting(), backgroundRate / Float(epoch + 1), &table)
      }
    }
    table.forget(memory)
    return table
  }

  private func first(_ speeches: [TrainingSpeech], from start: AdaGradTable) -> PunctuationModel {
    var table = start
    var random = SplitMix64(state: seed &+ 1)
    for epoch in 0..<epochs + repairEpochs {
      if epoch == epochs { table.keepBest(slot: 1 << Int(PunctuationModel.checkBits), since: start.squares) }
      let step = rate * (1 - Float(epoch) / Float(epochs + repairEpochs + 2))
      for speech in speeches.shuffled(using: &random) {
        learn(speech, speech.setting.hidden(&random), step, &table)
      }
    }
    return PunctuationModel(rows: Self.packed(table))
  }

  private func learn(
    _ speech: TrainingSpeech, _ setting: SpeechSetting, _ step: Float, _ table: inout AdaGradTable
  ) {
    let features = PunctuationFeatures(speech.scalars, setting)
    for index in speech.scalars.indices.dropLast() {
      table.learn(speech.marks[index], step: step, decay: decay) { features.forEachRow(index, $0) }
    }
  }

  /// A speech with the scores of a first pass that has not learnt from it.
  typealias Example = (speech: TrainingSpeech, first: [BoundaryScores])

  private func examples(_ hearings: [TrainingHearing], from start: AdaGradTable) -> [Example] {
    var examples: [Example] = []
    for fold in 0..<Self.folds {
      let others = hearings.indices.filter { $0 % Self.folds != fold }.flatMap { hearings[$0].speeches }
      let model = first(others, from: start)
      for speech in hearings.indices.filter({ $0 % Self.folds == fold }).flatMap({ hearings[$0].speeches }) {
        examples.append((speech, model.firstScores(speech.scalars, speech.setting)))
      }
    }
    return examples
  }

  private func clauseRows(_ examples: [Example]) -> [SIMD8<Int8>] {
    var table = AdaGradTable(rows: 1 << Int(ClauseFeatures.bits))
    var random = SplitMix64(state: seed &+ 2)
    for epoch in 0..<clauseEpochs {
      let step = clauseRate * (1 - Float(epoch) / Float(clauseEpochs + 1))
      for example in examples.shuffled(using: &random) { learn(example, step, &table) }
    }
    return table.weights.indices.map(table.quantized)
  }

  private func learn(
    _ example: Example, _ step: Float, _ table: inout AdaGradTable
  ) {
    let (speech, first) = example
    ClauseFeatures(speech.scalars, speech.setting, first: first).forEachGap { index, each in
      let base = SIMD8<Float>(first[index]) / PunctuationModel.unit
      table.learn(speech.marks[index], base: base, step: step, decay: clauseDecay, each)
    }
  }

  /// The one row in use of each slot, with its check in lane 7.
  private static func packed(_ table: AdaGradTable) -> [SIMD8<Int8>] {
    let size = 1 << Int(PunctuationModel.checkBits)
    var rows = [SIMD8<Int8>](repeating: SIMD8(repeating: -1), count: table.weights.count / size)
    for feature in table.weights.indices where !table.weights[feature][0].isNaN {
      rows[feature / size] = table.quantized(feature)
      rows[feature / size][7] = Int8(feature % size)
    }
    return rows
  }
}

/// A small seeded generator (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
