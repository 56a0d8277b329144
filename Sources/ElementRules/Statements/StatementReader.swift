import TextCore

/// Reads a hearing speech by speech: what rules match there, how it is meant, which question it answers, and what is
/// admitted or denied as a whole.
public struct StatementReader {
  private let hearing: Hearing
  private let engine: RuleEngine
  private let parts: [HearingPart]
  private let maker: StatementMaker

  /// Speeches after a question that can answer it, one of each party.
  private static let answers = 3

  /// Makes a reader for a hearing.
  public init(_ hearing: Hearing, rules: CompiledRules) {
    self.hearing = hearing
    engine = RuleEngine(rules, text: hearing.source.bytes)
    parts = PartFinder(hearing).parts
    let conditions = HearingConditions(engine, speeches: hearing.turns.map(\.speech))
    maker = StatementMaker(hearing, engine, excluded: conditions.excluded)
  }

  /// All statements in order. Linear in the hearing plus the hits of the rules.
  public func statements() -> [Statement] {
    var all: [Statement] = []
    var said = SaidSoFar()
    let reactions = GeneralReactions(hearing, engine.rules.elements)
    let changes = ChangedFigures(hearing.source.bytes, engine.rules.elements)
    let admissions = Admissions(hearing.source.bytes, engine.rules.elements)
    var question: Question?
    var age = 0
    var contexts = SpeechContexts(hearing)
    var court = CourtReader(hearing, engine, maker, reactions)
    for (index, turn) in hearing.turns.enumerated() {
      if turn.isOfCourt {
        question = Question(turn, hearing.source.bytes)
        age = 0
        let context = contexts.context(of: turn)
        let recited = parts[index] == .mediation ? [] : court.recited(turn, question, context, said)
        said.add(recited)
        all += recited + court.recorded(turn, context, said)
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
    return all + court.told(beside: all)
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
    return engine.evidence(in: answer.agrees ? question.content : question.range, speaker.context).flatMap {
      evidence in
      let told = maker.statements(evidence, in: question, reply: reply, speaker)
      return told.isEmpty && recites
        ? maker.statements(evidence, in: question, reply: reply, speaker.claiming) : told
    }
  }
}
