/// A speech as the table of questions reads it: digits and letters made one, the forms that ask found.
struct QuestionText {
  let codes: [UInt32]
  /// `QuestionCue.form` that ends with each scalar.
  let forms: [UInt32]
  let voice: UInt32
  let next: NextSpeech?

  /// Reads a speech; O(scalars).
  init(_ speech: [UInt32], _ setting: SpeechSetting) {
    codes = speech.map(PunctuationFeatures.code)
    forms = speech.indices.map { QuestionCue.form(speech, endingAt: $0) }
    voice = UInt32(setting.voice.rawValue)
    next = setting.next
  }
}

/// Goes through a speech from left to right and knows of every gap in which sentence and clause it lies.
///
/// Marks already passed are as decided, those ahead as they were first thought to be.
struct SentenceWalk {
  /// First scalars of the sentence and of the clause that the gap is in.
  private(set) var sentence = 0
  private(set) var clause = 0
  /// The mark before the clause; none at the beginning.
  private(set) var before = Mark.none
  /// Marks passed, and marks ahead of each scalar, the end of the speech being one; at most `many`.
  private(set) var passed = 0
  let ahead: [UInt8]
  /// For each scalar the last scalar of the clause that begins after it.
  let clauseEnds: [Int]

  static let many = 6

  /// Starts before the first gap of a speech that is thought to have these marks; O(scalars).
  init(_ marks: [Mark]) {
    var ahead = [UInt8](repeating: 0, count: marks.count)
    var clauseEnds = [Int](repeating: marks.count - 1, count: marks.count)
    for index in marks.indices.dropLast().reversed() {
      let isBound = index + 1 == marks.count - 1 || marks[index + 1] != .none
      ahead[index] = isBound ? min(ahead[index + 1] + 1, UInt8(Self.many)) : ahead[index + 1]
      clauseEnds[index] = isBound ? index + 1 : clauseEnds[index + 1]
    }
    (self.ahead, self.clauseEnds) = (ahead, clauseEnds)
  }

  /// Goes on beyond the gap after scalar `index`, where this mark stands.
  mutating func pass(_ index: Int, _ mark: Mark) {
    guard mark != .none else { return }
    passed = min(passed + 1, Self.many)
    clause = index + 1
    before = mark
    if mark == .stop || mark == .question { sentence = index + 1 }
  }
}
