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

  /// Scores of a set of hearings: all marks, inside turns only, and the name of the set.
  public struct Score: Sendable {
    /// The set.
    public let name: String
    /// Number of hearings.
    public let hearings: Int
    /// Micro F1 with turn ends, inside turns, of any mark at the right place, and of ？.
    public let micro, inside, place, question: Double
    /// F1 of ， 。 ？ 、 ； ： in this order, turn ends included.
    public let marks: [Double]
  }

  private let train: [TrainingHearing]
  private let tune: [TrainingHearing]
  private let heldOut: [TrainingHearing]
  private let background: [TrainingHearing]
  private let signature: String

  /// Splits `hearings` (transcripts in the standard); `background` is other punctuated text, one paragraph a line,
  /// learnt first; `tuning` are further hearings to set biases on, never learnt from.
  public init(hearings: [TrainingFile], background: [TrainingFile] = [], tuning: [TrainingFile] = []) {
    func part(_ part: Part) -> [TrainingFile] { hearings.filter { Part.of($0.name) == part } }
    func read(_ files: [TrainingFile]) -> [TrainingHearing] {
      files.map { TrainingHearing(name: $0.name, text: $0.bytes) }
    }
    train = read(part(.train))
    tune = read(part(.tune) + tuning)
    heldOut = read(part(.heldOut))
    self.background = read(background)
    let lines =
      part(.train).map { "train=" + $0.signature } + background.map { "background=" + $0.signature }
      + (part(.tune) + tuning).map { "tune=" + $0.signature }
    signature = lines.joined(separator: "\n")
  }

  /// True when there is something to learn from.
  public var isPossible: Bool { !train.isEmpty }

  /// Learns the model; minutes at most. Same files, same bytes.
  public func run() -> PunctuationModel {
    var model = PunctuationTrainer().train(train, after: background, tuning: tune)
    model.signature = signature
    return model
  }

  /// Measures on the hearings held out.
  public func heldOutScore(_ model: PunctuationModel?) -> Score { Self.score(model, "held-out", heldOut) }

  /// Measures on transcripts of the caller's.
  public static func score(_ model: PunctuationModel?, name: String, _ files: [TrainingFile]) -> Score {
    score(model, name, files.map { TrainingHearing(name: $0.name, text: $0.bytes) })
  }

  private static func score(_ model: PunctuationModel?, _ name: String, _ hearings: [TrainingHearing])
    -> Score
  {
    var all = PunctuationCounts()
    var inside = PunctuationCounts()
    let stage = PunctuationStage(model: model)
    for speech in hearings.flatMap(\.speeches) {
      let marks = stage.restore(speech.scalars, speech.setting)
      for index in marks.indices {
        all.add(marks[index], speech.marks[index])
        if index < marks.count - 1 { inside.add(marks[index], speech.marks[index]) }
      }
    }
    return Score(
      name: name, hearings: hearings.count, micro: all.micro, inside: inside.micro, place: all.anyMark,
      question: all.f1(.question), marks: Mark.allCases[1...6].map { all.f1($0) })
  }
}
