/// What the law makes of an element of which only one side speaks.
///
/// Who tells what works against himself settles it (自认, 民诉法解释 art. 92); what is set against the other side's claim
/// stays contested while that side keeps its claim. The rule base names the sides; the other side is quoted with what
/// it claims, or with its objection to a claim. Of a side that said neither nothing follows.
struct LoneVoice {
  /// What each side first claims or objects to.
  private let stands: [Side: Statement]

  /// Of the statements of a hearing, in order; `claims` are elements.
  init(_ statements: [Statement], claims: Set<String>) {
    let stands = statements.filter {
      claims.contains($0.element) && $0.stance.isPosition && $0.content != .confirmation
    }
    self.stands = Dictionary(stands.map { ($0.side, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the silent side says by its claim; nil when both speak or nothing follows.
  func answer(to fact: Fact, of statements: [Statement]) -> Statement? {
    guard fact.status == .oneSided, let voice = statements.first(where: \.isValue)?.side,
      let stand = stands[voice.opponent]
    else { return nil }
    let isAdmitted = fact.element.admitted.contains(voice)
    guard isAdmitted || fact.element.contested.contains(voice) else { return nil }
    return Statement(
      element: fact.element.id, content: isAdmitted ? .confirmation : .dispute,
      stance: isAdmitted ? .admitted : .denied, by: stand.by, side: stand.side, turn: stand.turn,
      quotes: stand.quotes, value: nil, rule: Self.rule, isGeneral: true, isCorrection: false, isTotal: false)
  }

  /// The name it goes by among rules.
  static let rule = "general-alone"
}
