/// What is known about a speech besides its words.
struct SpeechSetting: Sendable {
  /// Who speaks, as far as it matters for marks.
  enum Voice: UInt8, Sendable {
    /// Nobody knows.
    case unknown
    /// A judge or clerk: asks and orders.
    case bench
    /// Anybody else: states and answers.
    case party
  }

  /// Who speaks.
  var voice: Voice = .unknown
  /// The next speech, where it is by another voice and known: an answer shows a question.
  var next: NextSpeech?
}

/// How the next speech begins.
struct NextSpeech: Equatable, Sendable {
  /// Content scalars that are looked at, and those of them that are kept.
  static let reach = 31
  static let kept = 12

  var voice: SpeechSetting.Voice
  /// The first content scalars.
  let head: [UInt32]
  /// Number of content scalars, at most `reach`.
  let length: Int

  /// Takes its first content scalars, `reach` of them when there are so many.
  init(_ voice: SpeechSetting.Voice, _ scalars: some Collection<UInt32>) {
    self.voice = voice
    head = Array(scalars.prefix(Self.kept))
    length = min(scalars.count, Self.reach)
  }
}

/// One score per mark in integer units, so that every machine gets the same marks; lane = `Mark.rawValue`.
typealias BoundaryScores = SIMD8<Int32>

/// Says how well each mark fits after each scalar of a speech.
///
/// The rules alone (`CueScorer`) and the learnt model (`PunctuationModel`) are two such scorers; a better one needs
/// only this function.
protocol BoundaryScorer: Sendable {
  /// Scores for every scalar of `speech`: a mark after it. Units are 1/32 nat. The last one is the end of the speech.
  func scores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores]
}
