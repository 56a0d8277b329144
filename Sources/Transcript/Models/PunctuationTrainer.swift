import Foundation

/// Trains `PunctuationModel`: multinomial logistic regression, AdaGrad (Duchi, Hazan, Singer 2011), seeded.
///
/// Same hearings, same seed, same machine: same bytes. About 400,000 gaps a pass, a few seconds a pass in release.
struct PunctuationTrainer {
  /// Passes over the hearings.
  var epochs = 8
  /// AdaGrad step.
  var rate: Float = 0.15
  /// Shrinks weights that are seen, each time they are seen.
  var decay: Float = 2e-5
  /// Passes after the rows to keep were chosen.
  var repairEpochs = 3
  /// Passes over the background text, before the hearings.
  var backgroundEpochs = 1
  /// AdaGrad step on background text.
  var backgroundRate: Float = 0.05
  /// How much of the squared gradients of the background stays, so that hearings can still move the weights.
  var memory: Float = 0.1
  /// Starts the order of speeches and what is hidden from them.
  var seed: UInt64 = 1

  private static let lanes = 7

  /// Learns from the speeches of `hearings`.
  func train(_ hearings: [TrainingHearing], after background: [TrainingHearing] = []) -> PunctuationModel {
    let speeches = hearings.flatMap(\.speeches)
    let written = background.flatMap(\.speeches)
    var table = [SIMD8<Float>](repeating: .zero, count: 1 << PunctuationFeatures.bits)
    var squares = [SIMD8<Float>](repeating: SIMD8(repeating: 1e-6), count: table.count)
    var random = SplitMix64(state: seed)
    for epoch in 0..<backgroundEpochs {
      for index in shuffled(written.count, &random) {
        learn(written[index], SpeechSetting(), backgroundRate / Float(epoch + 1), &table, &squares)
      }
    }
    for index in squares.indices { squares[index] *= memory }
    let before = squares
    for epoch in 0..<epochs + repairEpochs {
      if epoch == epochs { Self.keepBest(&table, squares, before) }
      let step = rate * (1 - Float(epoch) / Float(epochs + repairEpochs + 2))
      for index in shuffled(speeches.count, &random) {
        let speech = speeches[index]
        learn(speech, hidden(speech.setting, &random), step, &table, &squares)
      }
    }
    return Self.packed(table)
  }

  /// Keeps in each slot the row whose loss would cost most, weights² × curvature on hearings (LeCun 1990), and puts
  /// the others out of use.
  private static func keepBest(
    _ table: inout [SIMD8<Float>], _ squares: [SIMD8<Float>], _ before: [SIMD8<Float>]
  ) {
    let checks = 1 << Int(PunctuationModel.checkBits)
    for slot in 0..<1 << Int(PunctuationModel.slotBits) {
      let rows = slot * checks..<(slot + 1) * checks
      func value(_ row: Int) -> Float { (table[row] * table[row] * (squares[row] - before[row])).sum() }
      let best = rows.max { value($0) < value($1) }
      for row in rows where row != best { table[row] = SIMD8(repeating: .nan) }
    }
  }

  /// Learns, then sets the biases on `tuning`.
  func train(
    _ hearings: [TrainingHearing], after background: [TrainingHearing] = [], tuning: [TrainingHearing]
  ) -> PunctuationModel {
    var model = train(hearings, after: background)
    (model.innerBias, model.endBias) = PunctuationTuning(model, tuning).biases()
    return model
  }

  private static func packed(_ table: [SIMD8<Float>]) -> PunctuationModel {
    var rows = [SIMD8<Int8>](repeating: SIMD8(repeating: -1), count: 1 << Int(PunctuationModel.slotBits))
    for (feature, row) in table.enumerated() where !row[0].isNaN {
      let slot = feature >> Int(PunctuationModel.checkBits)
      rows[slot] = quantized(row)
      rows[slot][7] = Int8(feature & (1 << Int(PunctuationModel.checkBits) - 1))
    }
    return PunctuationModel(rows: rows)
  }

  private func learn(
    _ speech: TrainingSpeech, _ setting: SpeechSetting, _ step: Float,
    _ table: inout [SIMD8<Float>], _ squares: inout [SIMD8<Float>]
  ) {
    let features = PunctuationFeatures(speech.scalars, setting)
    table.withUnsafeMutableBufferPointer { table in
      squares.withUnsafeMutableBufferPointer { squares in
        for index in speech.scalars.indices {
          var sum = SIMD8<Float>.zero
          features.forEachRow(index) { if !table[$0][0].isNaN { sum += table[$0] } }
          var gradient = Self.softmax(sum)
          gradient[Int(speech.marks[index].rawValue)] -= 1
          if abs(gradient).max() < 0.01 { continue }
          let square = gradient * gradient
          features.forEachRow(index) { row in
            if table[row][0].isNaN { return }
            squares[row] += square
            table[row] = table[row] * (1 - decay) - step * gradient / squares[row].squareRoot()
          }
        }
      }
    }
  }

  private func abs(_ vector: SIMD8<Float>) -> SIMD8<Float> {
    vector.replacing(with: -vector, where: vector .< 0)
  }

  private static func softmax(_ scores: SIMD8<Float>) -> SIMD8<Float> {
    var top = scores
    top[7] = -1e9
    let highest = top.max()
    var sum: Float = 0
    for lane in 0..<lanes {
      top[lane] = exp(scores[lane] - highest)
      sum += top[lane]
    }
    top[7] = 0
    return top / sum
  }

  private static func quantized(_ row: SIMD8<Float>) -> SIMD8<Int8> {
    SIMD8<Int8>(
      (row * PunctuationModel.unit).rounded(.toNearestOrEven).clamped(
        lowerBound: SIMD8(repeating: -127), upperBound: SIMD8(repeating: 127)))
  }

  private func shuffled(_ count: Int, _ random: inout SplitMix64) -> [Int] {
    Array(0..<count).shuffled(using: &random)
  }

  /// A line on its own knows neither voice nor answer, so the model must also do without.
  private func hidden(_ setting: SpeechSetting, _ random: inout SplitMix64) -> SpeechSetting {
    let dice = random.next()
    return SpeechSetting(
      voice: dice % 3 == 0 ? .unknown : setting.voice, next: dice & 0x100 == 0 ? [] : setting.next)
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
