/// What the words of the court say for the parties: the claims that it recites, what it puts on record as agreed, and in
/// the end its own account of what no party tells.
struct CourtReader {
  private let hearing: Hearing
  private let engine: RuleEngine
  private let maker: StatementMaker
  private let reactions: GeneralReactions
  private let claims: Set<String>
  private var account: CourtAccount
  private var bytes: [UInt8] { hearing.source.bytes }

  init(_ hearing: Hearing, _ engine: RuleEngine, _ maker: StatementMaker, _ reactions: GeneralReactions) {
    self.hearing = hearing
    self.engine = engine
    self.maker = maker
    self.reactions = reactions
    claims = engine.rules.elements.claims
    account = CourtAccount(hearing, engine, maker)
  }

  /// The claims that the court recites, of a party that has not told them itself; when it is asked whether they are
  /// right, its answer tells. Keeps what else the speech tells for the account.
  mutating func recited(
    _ turn: Hearing.Turn, _ question: Question?, _ context: SpeechContext, _ said: SaidSoFar
  ) -> [Statement] {
    account.hear(turn, question, context)
    return CourtRecital.all(bytes, turn.speech).flatMap { recital -> [Statement] in
      guard !(question?.asksAgreement == true && isNext(recital.side, after: turn)),
        let speaker = Speaker(for: recital.side, in: turn, hearing, context)?.claiming
      else { return [] }
      return engine.evidence(in: recital.range, context).flatMap {
        maker.statements($0, recordedFor: speaker)
      }
      .filter { claims.contains($0.element) && !said.states($0.element, recital.side) && $0.isValue }
    }
  }

  private func isNext(_ side: Side, after turn: Hearing.Turn) -> Bool {
    turn.number < hearing.turns.count && hearing.turns[turn.number].side == side
  }

  /// What the court puts on record as agreed, said by the first party of each side.
  func recorded(_ turn: Hearing.Turn, _ context: SpeechContext, _ said: SaidSoFar) -> [Statement] {
    let summaries = CourtSummary.agreements(bytes, turn.speech).map {
      (agreement: $0, evidence: engine.evidence(in: $0.range, context))
    }
    guard !summaries.isEmpty else { return [] }
    return [Side.plaintiff, .defendant].flatMap { side -> [Statement] in
      guard let speaker = Speaker(for: side, in: turn, hearing, context) else { return [] }
      return summaries.filter { $0.agreement.sides.contains(side) }.flatMap { summary in
        (summary.agreement.isCommon
          ? summary.evidence.flatMap { maker.statements($0, recordedFor: speaker) } : [])
          + reactions.recorded(summary.agreement.range, for: speaker, said)
      }
    }
  }

  /// The account of what the statements of the hearing leave open.
  func told(beside all: [Statement]) -> [Statement] { account.statements(beside: all) }
}
