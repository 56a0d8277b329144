/// Learns the role models from hearings in the transcript standard.
public enum SpeakerTraining {
  private static let epochs = 5

  /// Trains on the texts and gives the source file `RoleModelData.swift` that ships the weights.
  ///
  /// The same texts in the same order give the same file. About 25 s for 200 hearings on one core.
  public static func source(from texts: [String]) -> [UInt8] {
    let hearings = texts.map(LabelledHearing.init).filter { !$0.turns.isEmpty }
    return RoleModelWriter.source(
      RoleTrainer.train(hearings, epochs: epochs), BayesTrainer.train(hearings))
  }
}
