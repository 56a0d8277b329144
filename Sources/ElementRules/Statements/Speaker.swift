/// A speech that is being read, and what is known about it.
struct Speaker {
  private(set) var turn: Hearing.Turn
  /// The context in which its words are read.
  let context: SpeechContext
  private var part: HearingPart
  /// The bytes that are claims.
  private var claims: SortedRanges
  /// The bytes of lists of what is not owed.
  private let disclaimed: SortedRanges

  init(_ turn: Hearing.Turn, _ part: HearingPart, _ context: SpeechContext, _ bytes: [UInt8]) {
    self.turn = turn
    self.part = part
    self.context = context
    let pleads = part == .claims && turn.side == .plaintiff
    claims = SortedRanges(pleads ? ClaimSection.ranges(bytes, turn.speech) : [])
    disclaimed = SortedRanges(pleads ? ClaimSection.disclaimed(bytes, turn.speech) : [])
  }

  /// A speech of the court as the first party of a side would say it; nil when nobody stands on that side.
  init?(for side: Side, in turn: Hearing.Turn, _ hearing: Hearing, _ context: SpeechContext) {
    guard let label = hearing.parties.first(of: side) else { return nil }
    self.init(turn.said(by: label, side: side), .inquiry, context, hearing.source.bytes)
  }

  /// The same speech, read as claims: its speaker confirms what the court recites of them.
  var claiming: Speaker {
    var speaker = self
    speaker.part = .claims
    speaker.claims = SortedRanges([turn.speech])
    return speaker
  }

  /// The other side, whose claim the speech names in order to be rid of it.
  func sued(by label: String) -> Speaker {
    var speaker = self
    speaker.turn = turn.said(by: label, side: turn.side.opponent)
    return speaker
  }

  /// The part of the hearing at a place of the speech; a pleading holds claims and reasons.
  func part(at offset: Int) -> HearingPart {
    guard turn.side == .plaintiff, part == .claims else { return part }
    return claims.contains(offset) ? .claims : .reasons
  }

  /// True in a list that begins with what is not to be paid: 判令无需支付：一、经济补偿18600元；二、……
  func isDisclaimed(at offset: Int) -> Bool { disclaimed.contains(offset) }
}
