/// A speech that is being read, and what is known about it.
struct Speaker {
  private(set) var turn: Hearing.Turn
  /// The context in which its words are read.
  let context: SpeechContext
  private var part: HearingPart
  /// The bytes that are claims.
  private var claims: [Range<Int>]

  init(_ turn: Hearing.Turn, _ part: HearingPart, _ context: SpeechContext, _ bytes: [UInt8]) {
    self.turn = turn
    self.part = part
    self.context = context
    let pleads = part == .claims && turn.side == .plaintiff
    claims = pleads ? ClaimSection.ranges(bytes, turn.speech) : []
  }

  /// The same speech, read as claims: its speaker confirms what the court recites of them.
  var claiming: Speaker {
    var speaker = self
    speaker.part = .claims
    speaker.claims = [turn.speech]
    return speaker
  }

  /// The other side, whose claim the speech names in order to be rid of it.
  func sued(by label: String) -> Speaker {
    var speaker = self
    speaker.turn = Hearing.Turn(
      number: turn.number, label: turn.label, side: turn.side.opponent, by: label, speech: turn.speech)
    return speaker
  }

  /// The part of the hearing at a place of the speech; a pleading holds claims and reasons.
  func part(at offset: Int) -> HearingPart {
    guard turn.side == .plaintiff, part == .claims else { return part }
    return claims.contains { $0.contains(offset) } ? .claims : .reasons
  }
}
