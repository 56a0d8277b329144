/// What a punctuation model learns from.
public struct PunctuationCorpus: Sendable {
  /// Transcripts in the standard.
  public var hearings: [TrainingFile]
  /// Other punctuated text, one paragraph a line, learnt first.
  public var background: [TrainingFile]
  /// Further hearings to set biases on, never learnt from.
  public var tuning: [TrainingFile]

  /// Takes the files.
  public init(hearings: [TrainingFile], background: [TrainingFile] = [], tuning: [TrainingFile] = []) {
    self.hearings = hearings
    self.background = background
    self.tuning = tuning
  }
}

/// The networks of an accurate model, with what they learnt from.
public struct PunctuationNetworks: Sendable {
  let networks: [MarkNetwork]
  let signature: String

  init(networks: [MarkNetwork], signature: String) {
    self.networks = networks
    self.signature = signature
  }
}
