import TextCore

/// What a speech answers to a question of the court, read once for all that looks at it.
struct Answer {
  let question: Question
  /// The first sentence of the speech, which answers.
  let opening: Range<Int>
  /// The form of what is asked last.
  let form: Question.Form
  /// What it replies; nil when that is neither yes nor no.
  let reply: Reply?
  /// True when it agrees with what is asked last.
  let agrees: Bool

  /// Nil when the question is for another side, or nothing is said.
  init?(_ question: Question, in turn: Hearing.Turn, _ bytes: [UInt8]) {
    guard question.isFor(turn.side, bytes),
      let opening = SentenceSplitter.sentences(bytes, turn.speech).first
    else { return nil }
    self.question = question
    self.opening = opening
    reply = Reply.read(bytes, opening, to: question.range).map {
      Reply(isYes: $0.isYes || SharedDenial.isHeld(bytes, $0.range, by: question.range), range: $0.range)
    }
    let form = question.form(of: question.last, bytes)
    self.form = form
    agrees = reply?.agrees(to: form, bytes) ?? false
  }
}
