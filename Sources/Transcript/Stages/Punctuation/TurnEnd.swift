import ChineseText

/// The mark that closes a speech: 。 or ？, unless one is there already or the speech is a bracketed note.
struct TurnEnd {
  let content: SpeechContent
  let evidence: MarkEvidence
  let setting: SpeechSetting

  /// Sets the last mark; an existing ！ or ？ stays, an existing 。 gives way to a form that can only ask, and
  /// where the text never writes ？ to a high score.
  func decide(_ scores: BoundaryScores, _ choice: inout MarkDecoder.Choice) {
    let last = content.count - 1
    let mark = content.marks[last]
    if mark == .question || mark == .exclamation || isNote { return }
    if let called, mark == .none || called == .stop { return choice.set(called, at: last, confidence: 90) }
    let choiceBonus = QuestionCue.offersChoice(content.scalars) ? Self.choiceBonus : 0
    let margin = Int(scores[Int(Mark.question.rawValue)]) - Int(scores[Int(Mark.stop.rawValue)]) + choiceBonus
    let isBareWord = content.count <= 3 && QuestionCue.asks(content.scalars, endingAt: last) && mark != .stop
    let mustAsk =
      isBareWord || QuestionCue.mustAsk(content.scalars, endingAt: last)
      || setting.voice == .bench && mark != .stop && QuestionCue.benchAsks(content.scalars)
    let limit = mark != .stop ? 0 : evidence.tellsQuestions ? Int.max : 32
    let states =
      setting.voice == .party
      && (QuestionCue.disclaims(content.scalars) || QuestionCue.estimates(content.scalars, endingAt: last))
    let isQuestion = mustAsk || margin > limit && !states
    choice.marks[last] = isQuestion ? .question : .stop
    choice.confidence[last] = mustAsk ? 98 : MarkDecoder.confidence(margin: abs(margin))
  }

  /// What 还是 near the end is worth, in 1/32 nat: of ten such speeches that the models doubt, seven ask.
  private static let choiceBonus = 48

  /// For a party called by nothing but its role (standard section 5: an address that is answered ends in ？, an order in 。):
  /// one that then speaks at length was given the word, one that says a few words answers what others were asked.
  private var called: Mark? {
    guard setting.voice == .bench, let next = setting.next, content.count <= Self.longestRole,
      RoleLabel(text: String(String.UnicodeScalarView(content.scalars.compactMap(UnicodeScalar.init)))) != nil
    else { return nil }
    return next.length > NextSpeech.kept ? .stop : .question
  }
  private static let longestRole = 8

  /// （出示手机） alone.
  private var isNote: Bool {
    guard content.scalars[0] == 0xFF08, content.scalars.last == 0xFF09 else { return false }
    return content.scalars.firstIndex(of: 0xFF09) == content.count - 1
  }
}
