import TextCore

/// Reads a hearing speech by speech: what rules match there, how it is meant, which question it answers, and what is
/// admitted or denied as a whole.
public struct StatementReader {
  private let hearing: Hearing
  private let engine: RuleEngine
  private let parts: [HearingPart]
  private let maker: StatementMaker
  private let claims: Set<String>

  /// Speeches after a question that can answer it, one of each party.
  private static let answers = 3

  /// Makes a reader for a hearing.
  public init(_ hearing: Hearing, rules: CompiledRules) {
    self.hearing = hearing
    engine = RuleEngine(rules, text: hearing.source.bytes)
    parts = PartFinder(hearing).parts
    let conditions = HearingConditions(engine, speeches: hearing.turns.map(\.speech))
    maker = StatementMaker(hearing, engine, excluded: conditions.excluded)
    claims = Set(rules.elements.filter(\.isClaim).map(\.id))
  }

  /// All statements in order. Linear in the hearing plus the hits of the rules.
  public func statements() -> [Statement] {
    var all: [Statement] = []
    var said = SaidSoFar()
    let reactions = GeneralReactions(hearing, engine.rules.elements)
    let changes = ChangedFigures(hearing.source.bytes, engine.rules.elements, claims: claims)
    let admissions = Admissions(hearing.source.bytes, engine.rules.elements)
    var question: Question?
    var age = 0
    var contexts = SpeechContexts(hearing)
    var account = CourtAccount(hearing, engine, maker)
    for (index, turn) in hearing.turns.enumerated() {
      if turn.side == .bench, turn.label != nil {
        question = Question(turn, hearing.source.bytes)
        age = 0
        let context = contexts.context(of: turn)
        let claimed = parts[index] == .mediation ? [] : recited(turn, context, said)
        if parts[index] != .mediation { account.hear(turn, context) }
        said.add(claimed)
        all += claimed + recorded(turn, context, said, reactions)
      } else if turn.side != .witness, parts[index] != .mediation {
        let speaker = Speaker(turn, parts[index], contexts.context(of: turn), hearing.source.bytes)
        let asked = age < Self.answers ? question : nil
        let answer = asked.flatMap { Answer($0, in: turn, hearing.source.bytes) }
        var own = statements(of: speaker, answer)
        said.add(own)
        let changed = changes.statements(speaker, answer, said)
        said.add(changed)
        own += changed
        let reacted = own + reactions.statements(speaker, answer, after: said)
        all += reacted.filter { admissions.stands($0, speaker, answering: answer?.question, said) }
        age += 1
      }
      contexts.hear(turn)
    }
    return all + account.statements(beside: all)
  }

  /// The claims that the court recites, of a party that has not told them itself; when it is asked whether they are
  /// right, its answer tells.
  private func recited(_ turn: Hearing.Turn, _ context: SpeechContext, _ said: SaidSoFar) -> [Statement] {
    CourtRecital.all(hearing.source.bytes, turn.speech).flatMap { recital -> [Statement] in
      guard let label = hearing.parties.first(of: recital.side), !answers(recital.side, turn) else {
        return []
      }
      let party = Hearing.Turn(
        number: turn.number, label: turn.label, side: recital.side, by: label, speech: turn.speech)
      let speaker = Speaker(party, .claims, context, hearing.source.bytes).claiming
      return engine.evidence(in: recital.range, context).flatMap {
        maker.statements($0, recordedFor: speaker)
      }
      .filter { claims.contains($0.element) && !said.states($0.element, recital.side) && $0.isValue }
    }
  }

  /// True when the side itself speaks next, asked whether the court has it right.
  private func answers(_ side: Side, _ turn: Hearing.Turn) -> Bool {
    guard turn.number < hearing.turns.count, hearing.turns[turn.number].side == side else { return false }
    return Question(turn, hearing.source.bytes)?.asksAgreement == true
  }

  /// What the court puts on record as agreed, said by the first party of each side.
  private func recorded(
    _ turn: Hearing.Turn, _ context: SpeechContext, _ said: SaidSoFar, _ reactions: GeneralReactions
  ) -> [Statement] {
    let bytes = hearing.source.bytes
    let summaries = CourtSummary.agreements(bytes, turn.speech).map {
      (agreement: $0, evidence: engine.evidence(in: $0.range, context))
    }
    guard !summaries.isEmpty else { return [] }
    return [Side.plaintiff, .defendant].flatMap { side -> [Statement] in
      guard let label = hearing.parties.first(of: side) else { return [] }
      let party = Hearing.Turn(
        number: turn.number, label: turn.label, side: side, by: label, speech: turn.speech)
      let speaker = Speaker(party, .inquiry, context, bytes)
      return summaries.filter { $0.agreement.sides.contains(side) }.flatMap { summary in
        (summary.agreement.isCommon
          ? summary.evidence.flatMap { maker.statements($0, recordedFor: speaker) } : [])
          + reactions.recorded(summary.agreement.range, for: speaker, said)
      }
    }
  }

  private func statements(of speaker: Speaker, _ answer: Answer?) -> [Statement] {
    var found = engine.evidence(in: speaker.turn.speech, speaker.context).flatMap {
      maker.statements($0, speaker)
    }
    guard let answer else { return found }
    let question = answer.question
    let quote = Statement.Quote(turn: question.turn.number, range: question.range)
    for evidence in engine.answers(to: question.range, in: speaker.turn.speech, speaker.context) {
      found += maker.statements(evidence, speaker, quoting: quote)
    }
    return found + adopted(answer, speaker)
  }

  /// What the question says and the answer confirms or denies.
  private func adopted(_ answer: Answer, _ speaker: Speaker) -> [Statement] {
    guard let reply = answer.reply else { return [] }
    let question = answer.question
    let recites = question.recitesClaims(hearing.source.bytes) && speaker.turn.side == .plaintiff
    let bytes = hearing.source.bytes
    let agrees = reply.agrees(to: question.form(of: question.last, bytes), bytes)
    return engine.evidence(in: agrees ? question.content : question.range, speaker.context).flatMap {
      evidence in
      let told = maker.statements(evidence, in: question, reply: reply, speaker)
      return told.isEmpty && recites
        ? maker.statements(evidence, in: question, reply: reply, speaker.claiming) : told
    }
  }
}
