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
    /// Characters of other text learnt in each pass, for each character of the speeches.
    var mixing: Float = 0
    /// Share of the steps, at the end, whose parameters are averaged (Polyak, Juditsky 1992; Izmailov et al. 2018).
    var averaging: Float = 0
  }

  var shape = NetworkShape()
  var background = Stage(
    epochs: 2, layerRate: 0.002, tableRate: 0.03, lastShare: 0.3,
    hiding: .init(numbers: 0.05, pairs: 0.2, characters: 0.02), doubt: 0)
  var hearings = Stage(
    epochs: 20, layerRate: 0.0015, tableRate: 0.02, lastShare: 0.05,
    hiding: .init(numbers: 0.15, pairs: 0.3, characters: 0.05), doubt: 0.05, mixing: 0.3,
    averaging: 0.4)
  /// Passes over the hearings when a network learns on.
  var furtherEpochs = 4
  /// Characters seen less often are all one.
  var leastCount = 3
  /// What the tables are taken to have seen before the hearings, as squared gradients.
  var seen: Float = 1e-5
  var seed: UInt64 = 1
  /// Called after each pass over the text, with its mean loss in nats.
  var progress: @Sendable (String) -> Void = { _ in }

  /// Learns from `text`, then from `speeches`.
  func train(_ speeches: [TrainingSpeech], after text: [TrainingSpeech]) -> MarkNetwork {
    let vocabulary = Vocabulary(text + speeches, least: leastCount)
    var parameters = NetworkParameters(shape, characters: vocabulary.count, seed: seed)
    if !text.isEmpty {
      var run = NetworkRun(
        parameters, vocabulary, steps: NetworkSteps(parameters), random: SplitMix64(state: seed &+ 1))
      run.learn(text + speeches, with: [], background) { progress("背景 \($0)") }
      parameters = run.parameters
    }
    return learn(speeches, with: text, from: parameters, vocabulary)
  }

  /// Learns on from a network, more gently and only a few passes.
  func train(_ speeches: [TrainingSpeech], with text: [TrainingSpeech], from network: MarkNetwork)
    -> MarkNetwork
  {
    var trainer = self
    trainer.hearings.epochs = furtherEpochs
    trainer.hearings.layerRate /= 2
    trainer.hearings.tableRate /= 2
    return trainer.learn(speeches, with: text, from: NetworkParameters(network), network.vocabulary)
  }

  private func learn(
    _ speeches: [TrainingSpeech], with text: [TrainingSpeech], from parameters: NetworkParameters,
    _ vocabulary: Vocabulary
  ) -> MarkNetwork {
    var run = NetworkRun(
      parameters, vocabulary, steps: NetworkSteps(parameters, seen: seen),
      random: SplitMix64(state: seed &+ 2))
    run.learn(speeches, with: text, hearings) { progress("笔录 \($0)") }
    return MarkNetwork(run.parameters, vocabulary)
  }
}
