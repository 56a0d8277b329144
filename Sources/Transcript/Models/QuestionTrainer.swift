import Foundation

/// Learns `QuestionRows`: logistic regression with AdaGrad (Duchi, Hazan, Singer 2011), seeded.
///
/// Sentences are cut in turn as the first pass cuts them and as they should be: the scores that come later lie between.
struct QuestionTrainer {
  var epochs = 6
  /// AdaGrad step, and what each row is taken to have seen before, as squared gradients.
  var step: Float = 0.05
  var seen: Float = 0.01
  /// Starts the order of speeches and what is hidden from them.
  var seed: UInt64

  private var weights = [Float](repeating: 0, count: 1 << Int(QuestionFeatures.bits))
  private var squares: [Float] = []

  init(seed: UInt64) { self.seed = seed }

  /// Learns from speeches and the first scores of their gaps: from gaps where a mark may stand, and from the ends that are
  /// 。 or ？. Some seconds.
  mutating func train(_ examples: [PunctuationTrainer.Example]) -> QuestionRows {
    squares = [Float](repeating: seen, count: weights.count)
    var random = SplitMix64(state: seed)
    for epoch in 0..<epochs {
      let step = step * (1 - Float(epoch) / Float(epochs + 1))
      for example in examples.shuffled(using: &random) {
        learn(example, example.speech.setting.hidden(&random), isCutRight: epoch % 2 == 1, step)
      }
    }
    return QuestionRows(rounding: weights)
  }

  private mutating func learn(
    _ example: PunctuationTrainer.Example, _ setting: SpeechSetting, isCutRight: Bool, _ step: Float
  ) {
    let (speech, first) = example
    let text = QuestionText(speech.scalars, setting)
    let marks = isCutRight ? speech.marks : first.map { MarkDecoder.best($0).0 }
    var walk = SentenceWalk(marks)
    for (index, mark) in speech.marks.enumerated() {
      let isEnd = index == first.count - 1
      let isOpen = isEnd ? mark == .stop || mark == .question : ClauseFeatures.isOpen(first[index])
      if isOpen || mark == .question {
        learn(QuestionFeatures(text, walk, at: index), isQuestion: mark == .question, step)
      }
      walk.pass(index, marks[index])
    }
  }

  private mutating func learn(_ features: QuestionFeatures, isQuestion: Bool, _ step: Float) {
    let sum = features.rows.reduce(Float(0)) { $0 + weights[$1] }
    let gradient = 1 / (1 + exp(-sum)) - (isQuestion ? 1 : 0)
    for row in features.rows {
      squares[row] += gradient * gradient
      weights[row] -= step * gradient / squares[row].squareRoot()
    }
  }
}
