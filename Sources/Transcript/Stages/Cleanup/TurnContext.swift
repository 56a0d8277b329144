import TextCore

/// What the turns around a turn tell: was something asked, who speaks.
struct TurnContext {
  /// What a voice is, as far as its label tells.
  enum Side {
    /// Asks and leads: judges, clerks, prosecutors.
    case court
    /// Answers: parties, agents, witnesses.
    case party
    /// An anonymous id whose role is not decided.
    case undecided
    /// No speaker at all (plain text): one line may hold several voices.
    case unattributed
  }

  private let bytes: [UInt8]
  private let turns: [Turn]
  private let speakers: [Speaker]
  private let isLines: Bool
  private let sides: [Side]

  /// Looks at the labels of all speakers once.
  init(_ draft: Draft) {
    bytes = draft.text.bytes
    turns = draft.turns
    speakers = draft.speakers
    isLines = draft.isLines
    sides = draft.speakers.map { Self.side(label: $0.label, isLines: draft.isLines) }
  }

  /// Canonical labels and clerks' shorthand begin alike (审判员, 审; 被告代理人, 被代); anything else is an anonymous id.
  private static func side(label: String, isLines: Bool) -> Side {
    if label.isEmpty { return isLines ? .undecided : .unattributed }
    if ["审", "书记", "法官", "人民陪审", "陪", "公诉", "公"].contains(where: label.hasPrefix) { return .court }
    let parties = ["原", "被", "上", "第三", "三", "申", "辩", "证", "鉴", "翻译", "具有", "附带"]
    return parties.contains(where: label.hasPrefix) ? .party : .undecided
  }

  /// What the speaker of a turn is.
  func side(_ turn: Int) -> Side { sides[turns[turn].speaker] }

  /// True when a turn of 嗯 alone may be an answer: something was asked, or there is nobody around to tell.
  func mayAnswer(_ turn: Int) -> Bool {
    isLines || turns.count == 1 || isWitness(turn) || answersQuestion(turn)
  }

  /// Witnesses and experts speak only when asked.
  private func isWitness(_ turn: Int) -> Bool {
    let label = speakers[turns[turn].speaker].label
    return label.hasPrefix("证") || label.hasPrefix("鉴") || label.hasPrefix("具有")
  }

  /// True when both turns are by one voice.
  func isSameVoice(_ first: Int, _ second: Int) -> Bool {
    guard turns.indices.contains(first), turns.indices.contains(second) else { return false }
    return turns[first].speaker == turns[second].speaker && side(first) != .unattributed
  }

  /// True when the turn stands alone between other voices and answers a question, which may lie behind the answers
  /// of others (审：听清了吗？ 原：听清了。 被：嗯。).
  private func answersQuestion(_ turn: Int) -> Bool {
    guard !isSameVoice(turn - 1, turn), !isSameVoice(turn, turn + 1) else { return false }
    for earlier in stride(from: turn - 1, through: max(0, turn - 4), by: -1) where !isSameVoice(earlier, turn)
    {
      if side(earlier) == .court || asks(earlier) { return true }
      if turns[earlier].speech.count > 60 { return false }
    }
    return false
  }

  /// True when another voice has just asked, so that this turn is an answer or a statement.
  func followsQuestion(_ turn: Int) -> Bool {
    turn > 0 && !isSameVoice(turn - 1, turn) && (side(turn - 1) == .court || asks(turn - 1))
  }

  /// True when the next voice begins by saying yes or no: this turn asked.
  func isAnswered(_ turn: Int) -> Bool {
    guard turn + 1 < turns.count, !isSameVoice(turn, turn + 1) else { return false }
    let next = speech(turns[turn + 1].speech.range, last: false)
    var index = 0
    var saysYes = false
    while next.isMarkOrSpace(index) || next.has(.hesitation, at: index) {
      saysYes = saysYes || [0x55EF, 0x554A, 0x54E6].contains(next[index])
      index += 1
    }
    return index == next.count ? saysYes : Self.replies.contains(next[index])
  }

  private static let replies = Set("对是没不有好".unicodeScalars.map(\.value))

  /// True when the last words of another voice before this turn are about objections, opinions or recusal.
  func followsQuestionOfObjection(_ turn: Int) -> Bool {
    for earlier in stride(from: turn - 1, through: max(0, turn - 3), by: -1) where !isSameVoice(earlier, turn)
    {
      if Self.objections.occurs(in: bytes, range: ends(turns[earlier].speech.range, last: true)) {
        return true
      }
    }
    return false
  }

  private static let objections = LiteralAutomaton(["异议", "意义", "意见", "回避", "回壁", "回必", "补充", "质证", "质正"])

  /// True when the end of the turn has the form of a question.
  private func asks(_ turn: Int) -> Bool {
    let tail = speech(turns[turn].speech.range, last: true)
    return QuestionForm.asks(tail, 0..<tail.count)
  }

  /// Up to forty scalars of the beginning or the end of a speech.
  private func speech(_ range: Range<Int>, last: Bool) -> SpeechScalars {
    let range = ends(range, last: last)
    var scalars = SpeechScalars()
    scalars.load(bytes, range)
    return scalars
  }

  private func ends(_ range: Range<Int>, last: Bool) -> Range<Int> {
    var start = last ? max(range.lowerBound, range.upperBound - 120) : range.lowerBound
    while start < range.upperBound, UTF8Bytes.isContinuation(bytes[start]) { start += 1 }
    var end = last ? range.upperBound : min(range.upperBound, start + 120)
    while end < range.upperBound, UTF8Bytes.isContinuation(bytes[end]) { end += 1 }
    return start..<end
  }
}
