/// What a speech does with the other side's figures: it says them again, calls them too much, or sets others against them.
struct FigureReactions {
  private let hearing: Hearing
  private let claims: Set<String>
  /// Claims and amounts that they rest on.
  private let reckoned: Set<String>
  private let echoes: EchoReader
  private let counters: CounterReader

  /// What is said of a figure.
  struct Reaction {
    let element: String
    let confirms: Bool
    let range: Range<Int>
    let kind: GeneralReactions.Kind
  }

  init(_ hearing: Hearing, _ elements: [Element], _ echoes: EchoReader, claims: Set<String>) {
    self.hearing = hearing
    self.claims = claims
    self.echoes = echoes
    reckoned = claims.union(elements.flatMap(\.basis))
    counters = CounterReader(hearing.source.bytes, elements)
  }

  /// The reactions in a speech, which may answer a question.
  func all(_ speaker: Speaker, _ answer: Answer?, _ said: SaidSoFar) -> [Reaction] {
    repeated(speaker, said) + resisted(speaker, said) + countered(speaker, answer, said)
  }

  /// What it says again; a claim only when it owns to the figure: 钱我认，14万元一分不少.
  private func repeated(_ speaker: Speaker, _ said: SaidSoFar) -> [Reaction] {
    let theirs = said.latest(of: speaker.turn.side.opponent)
    let own = said.statements(inTurn: speaker.turn.number)
    return echoes.echoes(of: theirs, in: speaker, own: own).compactMap { echo in
      let isOwned = echoes.isOwned(echo.range, speaker.turn.speech)
      guard isOwned || !claims.contains(echo.element) else { return nil }
      return Reaction(
        element: echo.element, confirms: true, range: echo.range, kind: isOwned ? .topic : .same)
    }
  }

  /// What it calls too much: claims, and what they are reckoned from.
  private func resisted(_ speaker: Speaker, _ said: SaidSoFar) -> [Reaction] {
    let theirs = said.latest(of: speaker.turn.side.opponent).filter { reckoned.contains($0.element) }
    return echoes.excesses(of: theirs, in: speaker).map {
      Reaction(element: $0.element, confirms: false, range: $0.range, kind: .same)
    }
  }

  /// What it sets another figure against: what the question puts to it, else what the other side has just said.
  private func countered(_ speaker: Speaker, _ answer: Answer?, _ said: SaidSoFar) -> [Reaction] {
    let asked = asked(speaker, answer, said)
    let theirs = asked.isEmpty ? told(before: speaker, said) : asked
    return counters.counters(to: theirs, in: speaker, isAsked: !asked.isEmpty).map {
      Reaction(element: $0.element, confirms: false, range: $0.range, kind: .same)
    }
  }

  private func asked(_ speaker: Speaker, _ answer: Answer?, _ said: SaidSoFar) -> [Statement] {
    guard let answer, answer.question.turn.number == speaker.turn.number - 1 else { return [] }
    let latest = said.latest(of: speaker.turn.side.opponent)
    let asked = Set(echoes.echoes(of: latest, asked: answer.question.last).map(\.element))
    return latest.filter { asked.contains($0.element) }
  }

  private func told(before speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    guard let turn = hearing.opposingSpeech(before: speaker), speaker.turn.number - turn.number <= 2 else {
      return []
    }
    return said.statements(inTurn: turn.number)
  }
}
