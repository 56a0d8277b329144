/// A speech that is being read, and what is known about it.
struct Speaker {
  let turn: Hearing.Turn
  /// The context in which its words are read.
  let context: SpeechContext
  private let part: HearingPart
  /// The bytes that are claims.
  private let claims: [Range<Int>]

  init(_ turn: Hearing.Turn, _ part: HearingPart, _ context: SpeechContext, _ bytes: [UInt8]) {
    self.turn = turn
    self.part = part
    self.context = context
    let pleads = part == .claims && turn.side == .plaintiff
    claims = pleads ? ClaimSection.ranges(bytes, turn.speech) : []
  }

  /// The part of the hearing at a place of the speech; a pleading holds claims and reasons.
  func part(at offset: Int) -> HearingPart {
    guard turn.side == .plaintiff, part == .claims else { return part }
    return claims.contains { $0.contains(offset) } ? .claims : .reasons
  }
}
