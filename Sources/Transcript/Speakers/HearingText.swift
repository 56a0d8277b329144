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

  /// One past the last turn of the draft that was read.
  let end: Int

  /// Most characters read at a time: some hours of speech.
  static let limit = 200_000
  /// Longer turns (in bytes) are no speech of one hearing; they are left out.
  static let longestTurn = 1 << 19

  /// Turns of the given voices, in order, from the draft's turn `first` on, as many as the limit lets. Linear.
  init(_ draft: Draft, voices: Set<Int>, from first: Int = 0) {
    var index = first
    while index < draft.turns.count, text.codes.count < Self.limit {
      let turn = draft.turns[index]
      if voices.contains(turn.speaker), turn.speech.count <= Self.longestTurn {
        let start = text.codes.count
        text.append(draft.text.bytes, turn.speech.range)
        if text.codes.count > start {
          turns.append(Turn(index: index, voice: turn.speaker, range: start..<text.codes.count))
        }
      }
      index += 1
    }
    end = index
    mentions = RoleMention.all(in: text)
  }
}
