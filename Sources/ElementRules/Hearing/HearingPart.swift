/// The parts of a hearing that rules can ask for (民事诉讼法 art. 141, 144, 145).
public enum HearingPart: String, Sendable, CaseIterable {
  /// Who is present.
  case identity = "身份"
  /// What the plaintiff asks for.
  case claims = "诉请"
  /// The plaintiff's facts and reasons.
  case reasons = "事实"
  /// The defendant's answer.
  case defence = "答辩"
  /// Questions of the court and answers.
  case inquiry = "调查"
  /// Evidence is produced.
  case exhibits = "举证"
  /// The other side comments on it.
  case examination = "质证"
  /// Debate.
  case debate = "辩论"
  /// Last words.
  case closing = "陈述"
  /// Mediation: what is offered there is never a fact (民诉法解释 art. 107).
  case mediation = "调解"
}
