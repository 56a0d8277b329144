import TextCore

/// Learns the role models from hearings in the transcript standard.
public enum SpeakerTraining {
  private static let epochs = 5

  /// Trains on the transcripts; the signature names each.
  ///
  /// The same files in the same order give the same model. About 25 s for 200 hearings on one core.
  public static func run(_ files: [TrainingFile]) -> SpeakerModel {
    let hearings = files.map { LabelledHearing(String(decoding: $0.bytes, as: UTF8.self)) }
      .filter { !$0.turns.isEmpty }
    return SpeakerModel(
      roles: RoleTrainer.train(hearings, epochs: epochs), scorer: BayesTrainer.train(hearings),
      signature: files.map { "train=" + $0.signature }.joined(separator: "\n"))
  }
}
