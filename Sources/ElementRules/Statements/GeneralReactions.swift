import TextCore

/// Turns what is said about the other side's words as a whole into statements on the elements they were about.
struct GeneralReactions {
  private let hearing: Hearing
  private let elements: [Element]

  init(_ hearing: Hearing, _ elements: [Element]) {
    self.hearing = hearing
    self.elements = elements
  }

  /// The reactions in a speech to what was stated before it.
  func statements(_ speaker: Speaker, after earlier: [Statement]) -> [Statement] {
    guard speaker.turn.side.isParty, speaker.turn.label != nil else { return [] }
    let isExamination = speaker.part(at: speaker.turn.speech.lowerBound) == .examination
    return Reaction.all(hearing.source.bytes, speaker.turn.speech, isExamination: isExamination).flatMap {
      reaction in
      targets(of: reaction, speaker, earlier).map { statement($0, reaction, speaker) }
    }
  }

  /// The elements that the other side has spoken about: its claims, its facts, or what its evidence is to prove.
  private func targets(of reaction: Reaction, _ speaker: Speaker, _ earlier: [Statement]) -> [String] {
    let theirs = earlier.filter {
      if case .value(.some) = $0.content {
        $0.side == speaker.turn.side.opponent && $0.stance.isPosition
      } else {
        false
      }
    }
    let shown: [Statement]
    switch reaction.target {
    case .claims: shown = theirs.filter { isClaim($0.element) }
    case .facts: shown = theirs.filter { !isClaim($0.element) }
    case .lastSpeech:
      guard isAsked(speaker) else { return [] }
      let turn = lastShowing(before: speaker)
      shown = theirs.filter { $0.turn == turn && !isClaim($0.element) }
    case .exhibits:
      let turn = lastShowing(before: speaker)
      shown = theirs.filter { $0.turn == turn && !isClaim($0.element) }
    }
    var seen: Set<String> = []
    return shown.map(\.element).filter { seen.insert($0).inserted }
  }

  /// True right after the other side's speech, or when the court asks what to say to it.
  private func isAsked(_ speaker: Speaker) -> Bool {
    guard let before = hearing.turns.last(where: { $0.number < speaker.turn.number }) else { return false }
    if before.side == speaker.turn.side.opponent { return true }
    guard before.side == .bench, let last = lastShowing(before: speaker), speaker.turn.number - last <= 2
    else { return false }
    return Self.calls.occur(hearing.source.bytes, in: before.speech)
  }

  private static let calls = Cues([
    "属实", "异议", "意见", "认可", "对不对", "怎么说", "是不是", "事实", "承认", "什么说", "对吗", "说一下",
  ])

  private func isClaim(_ element: String) -> Bool {
    elements.contains { $0.id == element && $0.section == "claim" }
  }

  /// The last speech of the other side before this one.
  private func lastShowing(before speaker: Speaker) -> Int? {
    hearing.turns.last { $0.number < speaker.turn.number && $0.side == speaker.turn.side.opponent }?.number
  }

  private func statement(_ element: String, _ reaction: Reaction, _ speaker: Speaker) -> Statement {
    Statement(
      element: element, content: reaction.confirms ? .confirmation : .dispute,
      stance: reaction.confirms ? .admitted : .denied, by: speaker.turn.by, side: speaker.turn.side,
      turn: speaker.turn.number, quotes: [Statement.Quote(turn: speaker.turn.number, range: reaction.range)],
      rule: "general-\(reaction.target)", isCorrection: false)
  }
}
