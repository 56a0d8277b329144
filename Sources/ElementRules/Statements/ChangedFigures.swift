import TextCore

/// Figures that a party puts in the place of its own: 300只，那就298只吧; 更正为20700元.
///
/// What is changed is what the party has just given a figure, else the claim whose figure the court's question names. What
/// was as much as a claim that changes changes with it.
struct ChangedFigures {
  private let bytes: [UInt8]
  private let slots: [String: SlotKind]
  private let claims: Set<String>
  private let topics: Topics

  /// Lead to a new figure.
  private static let changes = Cues([
    "那就", "那就是", "那就按", "那从", "那就从", "那就改成", "那就改为", "变更为", "更正为", "改为", "改成", "调整为", "减为", "减到", "降到", "降为",
    "应当是", "应该是",
  ])

  init(_ bytes: [UInt8], _ elements: [Element]) {
    self.bytes = bytes
    claims = elements.claims
    slots = elements.slots(of: Set(SlotKind.figures))
    topics = Topics(elements)
  }

  /// A figure that replaces another, and where the words stand that say so.
  private struct Change {
    let figure: SlotMatch
    let words: Range<Int>
    /// The figure before it in the speech.
    let last: SlotMatch?
  }

  /// What a speech changes; `said` holds what was said before it and what rules read in it.
  func statements(_ speaker: Speaker, _ answer: Answer?, _ said: SaidSoFar) -> [Statement] {
    guard speaker.turn.side.isParty else { return [] }
    return changes(speaker).flatMap { change in
      elements(of: change, speaker, answer, said).map { statement($0, change, speaker) }
    }
  }

  private func changes(_ speaker: Speaker) -> [Change] {
    let speech = speaker.turn.speech
    guard Self.changes.occur(bytes, in: speech) else { return [] }
    let table = SlotTable(bytes, bounds: speech, context: speaker.context)
    return SlotKind.figures.flatMap { kind -> [Change] in
      let figures = table.all(kind)
      return figures.indices.compactMap { index in
        let (start, end) = (figures[index].range.lowerBound, figures[index].range.upperBound)
        return Self.changes.length(bytes, before: start, from: speech.lowerBound).map {
          Change(
            figure: figures[index], words: start - $0..<end, last: index > 0 ? figures[index - 1] : nil)
        }
      }
    }
  }

  /// What had the old figure and has not been given the new one.
  private func elements(of change: Change, _ speaker: Speaker, _ answer: Answer?, _ said: SaidSoFar)
    -> [String]
  {
    let latest = latest(before: change.figure, speaker, said)
    let read = said.statements(inTurn: speaker.turn.number).filter { $0.value == change.figure.range }
    let changed =
      read.isEmpty
      ? replaced(by: change, latest, speaker, answer, said) : read.map(\.element).filter(claims.contains)
    let old = Set(changed.compactMap { latest[$0]?.stated })
    guard old.count == 1, !old.contains(change.figure.value) else { return [] }
    let known = Set(read.map(\.element))
    return latest.filter { element, statement in
      !known.contains(element) && statement.stated.map(old.contains) == true
    }.map(\.key).sorted()
  }

  /// What the party said last of each element that has such a figure.
  private func latest(before figure: SlotMatch, _ speaker: Speaker, _ said: SaidSoFar) -> [String: Statement]
  {
    let own = said.latest(of: speaker.turn.side).filter { statement in
      guard statement.by == speaker.turn.by, slots[statement.element] == figure.kind,
        let value = statement.value
      else { return false }
      return value.upperBound <= figure.range.lowerBound
        && (figure.kind != .number || FigureUnit.agree(value.upperBound, figure.range.upperBound, bytes))
    }
    return Dictionary(own.map { ($0.element, $0) }, uniquingKeysWith: { $1 })
  }

  /// What has just been given a figure, if nothing else is named since; else that of which the other side has just said
  /// the new one; else the claims whose figure the court asks about.
  private func replaced(
    by change: Change, _ latest: [String: Statement], _ speaker: Speaker, _ answer: Answer?, _ said: SaidSoFar
  ) -> [String] {
    let given = latest.filter { $1.value == change.last?.range }.keys
    if let last = change.last, !given.isEmpty {
      let named = topics.named(bytes, in: last.range.upperBound..<change.words.lowerBound)
      return given.filter { named.isEmpty || named.contains($0) }
    }
    let theirs = said.latest(of: speaker.turn.side.opponent).filter {
      speaker.turn.number - $0.turn <= Self.recent && $0.stated == change.figure.value
        && latest[$0.element] != nil
    }
    if !theirs.isEmpty { return theirs.map(\.element) }
    guard let question = answer?.question, question.turn.number == speaker.turn.number - 1 else { return [] }
    let asked = SlotTable(bytes, bounds: question.turn.speech, context: speaker.context).all(
      change.figure.kind)
    let figures = Set(asked.map(\.value))
    return latest.keys.filter { element in
      claims.contains(element) && latest[element]?.stated.map(figures.contains) == true
    }
  }

  /// Speeches back to what was said just before.
  private static let recent = 2

  private func statement(_ element: String, _ change: Change, _ speaker: Speaker) -> Statement {
    Statement(
      element: element, content: .value(change.figure.value), stance: .affirmed, by: speaker.turn.by,
      side: speaker.turn.side, turn: speaker.turn.number,
      quotes: [Statement.Quote(turn: speaker.turn.number, range: change.words)], value: change.figure.range,
      rule: Self.rule, isGeneral: false, isCorrection: true, isTotal: false)
  }

  /// The name it goes by among rules.
  private static let rule = "general-changed"
}
