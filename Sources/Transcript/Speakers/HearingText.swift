/// All speech of a hearing as one spoken text, and whose it is.
struct HearingText: Sendable {
  /// One turn of the draft that has something spoken in it.
  struct Turn: Sendable {
    /// Index into the draft's turns.
    let index: Int
    /// The voice, an index into the draft's speakers.
    let voice: Int
    /// Its characters.
    let range: Range<Int>
  }

  /// Everything spoken.
  private(set) var text = SpokenText()
  /// The turns.
  private(set) var turns: [Turn] = []
  /// Roles named.
  let mentions: [RoleMention]

  /// The turns of the given voices, in order. Linear.
  init(_ draft: Draft, voices: Set<Int>) {
    for (index, turn) in draft.turns.enumerated() where voices.contains(turn.speaker) {
      let start = text.codes.count
      text.append(draft.text.bytes, turn.speech.range)
      if text.codes.count > start {
        turns.append(Turn(index: index, voice: turn.speaker, range: start..<text.codes.count))
      }
    }
    mentions = RoleMention.all(in: text)
  }
}
