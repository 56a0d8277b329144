import Foundation

/// How far each feature of the end of a speech speaks for ？ against 。; weights in 1/64 nat.
struct EndingRows: Equatable, Sendable {
  /// Units per nat.
  fileprivate static let unit: Float = 64

  /// 2^`EndingFeatures.bits` weights, eight at a time.
  let weights: [SIMD8<Int8>]

  /// Tables that know nothing.
  init() { weights = [SIMD8<Int8>](repeating: .zero, count: 1 << Int(EndingFeatures.bits - 3)) }

  init(_ weights: [SIMD8<Int8>]) {
    precondition(weights.count == 1 << Int(EndingFeatures.bits - 3))
    self.weights = weights
  }

  /// Rounds what was learnt.
  init(rounding learnt: [Float]) {
    let whole = learnt.map { Int8(max(-127, min(127, ($0 * Self.unit).rounded(.toNearestOrEven)))) }
    self.init(stride(from: 0, to: whole.count, by: 8).map { SIMD8(whole[$0..<$0 + 8]) })
  }

  /// 。 or ？; nothing else ends a speech.
  func scores(_ features: EndingFeatures) -> BoundaryScores {
    var sum: Int32 = 0
    for row in features.rows { sum &+= Int32(weights[row >> 3][row & 7]) }
    return BoundaryScores(-400, -400, 0, sum >> 1, -400, -400, -400, -4096)
  }
}

/// Learns `EndingRows`: logistic regression with AdaGrad (Duchi, Hazan, Singer 2011), seeded.
struct EndingTrainer {
  var epochs = 4
  /// AdaGrad step, and what each row is taken to have seen before, as squared gradients.
  var step: Float = 0.05
  var seen: Float = 0.01
  /// Starts the order of speeches and what is hidden from them.
  var seed: UInt64

  /// Learns from speeches that end in 。 or ？ and the first scores of their gaps. Some seconds.
  func train(_ examples: [PunctuationTrainer.Example]) -> EndingRows {
    let ends = examples.filter { $0.speech.marks.last == .stop || $0.speech.marks.last == .question }
    var weights = [Float](repeating: 0, count: 1 << Int(EndingFeatures.bits))
    var squares = [Float](repeating: seen, count: weights.count)
    var random = SplitMix64(state: seed)
    for epoch in 0..<epochs {
      let step = step * (1 - Float(epoch) / Float(epochs + 1))
      for (speech, first) in ends.shuffled(using: &random) {
        let setting = speech.setting.hidden(&random)
        let clauses = ClauseFeatures(speech.scalars, setting, first: first)
        let rows = EndingFeatures(speech.scalars, setting, clauses).rows
        let sum = rows.reduce(Float(0)) { $0 + weights[$1] }
        let gradient = 1 / (1 + exp(-sum)) - (speech.marks.last == .question ? 1 : 0)
        for row in rows {
          squares[row] += gradient * gradient
          weights[row] -= step * gradient / squares[row].squareRoot()
        }
      }
    }
    return EndingRows(rounding: weights)
  }
}
