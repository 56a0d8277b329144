/// The context of each speaker of a hearing, made once for each party.
struct SpeechContexts {
  private let hearing: Hearing
  private var made: [String: SpeechContext] = [:]

  init(_ hearing: Hearing) { self.hearing = hearing }

  /// The context in which the words of a speech are read.
  mutating func context(of turn: Hearing.Turn) -> SpeechContext {
    if let known = made[turn.by] { return known }
    let context = SpeechContext(people: hearing.parties.people(for: turn), day: hearing.day)
    made[turn.by] = context
    return context
  }
}
