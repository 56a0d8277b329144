/// The mark that closes a speech: 。 or ？, unless one is there already or the speech is a bracketed note.
struct TurnEnd {
  let content: SpeechContent
  let setting: SpeechSetting

  /// Sets the last mark; an existing ！ or ？ stays, an existing 。 gives way only to a form that can only ask.
  func decide(_ scores: BoundaryScores, _ choice: inout MarkDecoder.Choice) {
    let last = content.count - 1
    let mark = content.marks[last]
    if mark == .question || mark == .exclamation || isNote { return }
    let asks = QuestionEnd.verdict(content.scalars, setting.voice)
    let margin = Int(scores[Int(Mark.question.rawValue)]) - Int(scores[Int(Mark.stop.rawValue)])
    let isQuestion: Bool
    switch asks {
    case .asks: isQuestion = true
    case .states: isQuestion = false
    case .open: isQuestion = mark == .stop && hasInnerMarks ? margin > 64 : margin > 0
    }
    choice.marks[last] = isQuestion ? .question : .stop
    choice.confidence[last] = asks == .open ? MarkDecoder.confidence(margin: abs(margin)) : 0.97
  }

  /// 。 or ？ by scores alone.
  static func plain(_ scores: BoundaryScores) -> Mark {
    scores[Int(Mark.question.rawValue)] > scores[Int(Mark.stop.rawValue)] ? .question : .stop
  }

  private var hasInnerMarks: Bool { false }

  /// （出示手机） alone.
  private var isNote: Bool {
    guard content.scalars[0] == 0xFF08, content.scalars.last == 0xFF09 else { return false }
    return content.scalars.firstIndex(of: 0xFF09) == content.count - 1
  }
}

/// Whether the last clause can only ask or only state, by its words: standard section 5.
enum QuestionEnd {
  enum Verdict { case asks, states, open }

  static func verdict(_ speech: [UInt32], _ voice: SpeechSetting.Voice) -> Verdict {
    guard let last = speech.last else { return .open }
    if last == 0x5417 { return .asks }  // 吗
    return .open
  }
}
