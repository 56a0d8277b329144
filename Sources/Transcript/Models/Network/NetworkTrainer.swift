/// Trains a mark network: written text first, then hearings. Seeded: the same files on the same machine give the same
/// network, with any number of threads.
struct NetworkTrainer {
  /// What a stage of training does.
  struct Stage: Sendable {
    var epochs: Int
    /// Steps at the beginning, and the share of them at the end.
    var layerRate: Float
    var tableRate: Float
    var lastShare: Float
    var hiding: NetworkPass.Hiding
    /// Share of certainty taken off the right mark inside a speech and given to all.
    var doubt: Float
  }

  var shape = NetworkShape()
  var background = Stage(
    epochs: 1, layerRate: 0.002, tableRate: 0.03, lastShare: 0.3,
    hiding: .init(numbers: 0.05, pairs: 0.2, characters: 0.02), doubt: 0)
  var hearings = Stage(
    epochs: 6, layerRate: 0.0015, tableRate: 0.03, lastShare: 0.05,
    hiding: .init(numbers: 0.15, pairs: 0.3, characters: 0.05), doubt: 0.05)
  /// Characters seen less often are all one.
  var leastCount = 3
  /// How much of the tables' squared gradients stays after the background.
  var memory: Float = 0.1
  var seed: UInt64 = 1
  /// Called after each pass over the text, with its mean loss in nats.
  var progress: @Sendable (String) -> Void = { _ in }

  /// Learns from `text`, then from `speeches`.
  func train(_ speeches: [TrainingSpeech], after text: [TrainingSpeech]) -> (NetworkParameters, Vocabulary) {
    let vocabulary = Vocabulary(text + speeches, least: leastCount)
    var run = NetworkRun(
      NetworkParameters(shape, characters: vocabulary.count, seed: seed), vocabulary,
      random: SplitMix64(state: seed &+ 1))
    if !text.isEmpty {
      run.learn(text + speeches, background) { progress("背景 \($0)") }
      run.steps.forget(memory)
    }
    run.learn(speeches, hearings) { progress("笔录 \($0)") }
    return (run.parameters, vocabulary)
  }
}
