/// One training run of the punctuation model: split, train, tune, measure; what `courtnlp train punctuation` does.
public struct PunctuationTraining: Sendable {
  /// Which part a hearing belongs to, fixed by its file name.
  public enum Part: String, Sendable {
    /// The weights are learnt from these.
    case train
    /// The biases are set on these.
    case tune
    /// Only measured.
    case heldOut

    /// Of twenty, two are held out and one is for tuning, by a hash of the name (FNV-1a, 32 bits).
    public static func of(_ name: String) -> Part {
      var hash: UInt32 = 2_166_136_261
      for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      return hash % 20 < 2 ? .heldOut : hash % 20 == 2 ? .tune : .train
    }
  }

  /// What can be left out, to see what it is worth.
  public enum Family: String, Sendable, CaseIterable {
    /// Text that is no hearing, learnt first.
    case background
    /// The second pass of the rows, which sees clauses.
    case clauses
    /// Who speaks, and how the answer begins.
    case setting
  }

  private let train: [TrainingHearing]
  private let tuning: PunctuationTuning
  private let heldOut: [TrainingHearing]
  private let background: [TrainingHearing]
  private let signature: String
  private let without: Set<Family>

  /// Splits the hearings of a corpus; learns from `limit` of its training hearings, evenly chosen, or all.
  public init(_ corpus: PunctuationCorpus, limit: Int? = nil, without: Set<Family> = []) {
    func part(_ part: Part) -> [TrainingFile] { corpus.hearings.filter { Part.of($0.name) == part } }
    func read(_ files: [TrainingFile]) -> [TrainingHearing] { files.map { Self.read($0, without) } }
    let learnt = Self.choose(limit, part(.train))
    let others = without.contains(.background) ? [] : corpus.background
    let tuned = part(.tune) + corpus.tuning
    train = read(learnt)
    tuning = PunctuationTuning(read(part(.tune)), exemplary: read(corpus.tuning))
    heldOut = read(part(.heldOut))
    background = read(others)
    self.without = without
    signature =
      (learnt.map { "train=" + $0.signature } + others.map { "background=" + $0.signature }
      + tuned.map { "tune=" + $0.signature }).joined(separator: "\n")
  }

  private static func choose(_ limit: Int?, _ files: [TrainingFile]) -> [TrainingFile] {
    guard let limit, limit < files.count else { return files }
    return (0..<max(limit, 0)).map { files[$0 * files.count / limit] }
  }

  private static func read(_ file: TrainingFile, _ without: Set<Family>) -> TrainingHearing {
    let hearing = TrainingHearing(name: file.name, text: file.bytes)
    return without.contains(.setting) ? hearing.withoutSetting : hearing
  }

  /// True when there is something to learn from.
  public var isPossible: Bool { !train.isEmpty }

  /// Learns the rows alone; same files, same bytes. A minute or two.
  public func runFast() -> PunctuationModel {
    var trainer = PunctuationTrainer()
    if without.contains(.clauses) { trainer.clauseEpochs = 0 }
    var model = trainer.train(train, after: background, tuning: tuning)
    model.signature = signature
    return model
  }

  /// Learns networks, anew or on from others; same files, same networks. Some ten minutes, or three.
  ///
  /// `progress` is told the mean loss of each pass.
  public func runNetworks(
    from start: PunctuationNetworks? = nil, progress: @escaping @Sendable (String) -> Void
  ) -> PunctuationNetworks {
    let speeches = train.flatMap(\.speeches)
    let text = background.flatMap(\.speeches)
    func trainer(_ index: Int) -> NetworkTrainer {
      var trainer = NetworkTrainer()
      trainer.seed = UInt64(index + 1)
      trainer.progress = { progress("网络 \(index + 1) \($0)") }
      return trainer
    }
    if let start {
      return PunctuationNetworks(
        networks: start.networks.enumerated().map { index, network in
          trainer(index).train(speeches, with: text, from: network)
        }, signature: PunctuationSignature.joined(start.signature, signature))
    }
    return PunctuationNetworks(
      networks: NetworkShape.team.enumerated().map { index, shape in
        var trainer = trainer(index)
        trainer.shape = shape
        return trainer.train(speeches, after: text)
      }, signature: signature)
  }

  /// Joins networks to the rows of a fast model: sets how much each counts. Seconds.
  public func join(_ fast: PunctuationModel, _ networks: PunctuationNetworks) -> PunctuationModel {
    var model = fast
    model.networks = networks.networks
    let tuned = signature.split(separator: "\n").filter { $0.hasPrefix("tune=") }.joined(separator: "\n")
    model.signature = PunctuationSignature.joined(
      PunctuationSignature.joined(networks.signature, fast.signature), tuned, keepsTuning: false)
    tuning.set(&model)
    return model
  }

  /// Measures on the hearings held out.
  public func heldOutScore(_ model: PunctuationModel?) -> PunctuationScore {
    PunctuationScore(model, "held-out", heldOut)
  }

  /// Measures on transcripts without training; nil for rules alone.
  public static func score(_ model: PunctuationModel?, name: String, _ files: [TrainingFile])
    -> PunctuationScore
  {
    PunctuationScore(model, name, files.map { TrainingHearing(name: $0.name, text: $0.bytes) })
  }

  /// Measures on other transcripts.
  public func score(_ model: PunctuationModel?, name: String, _ files: [TrainingFile]) -> PunctuationScore {
    PunctuationScore(model, name, files.map { Self.read($0, without) })
  }
}
