/// Plain text with the right answer.
struct TrainingSample: Sendable {
  /// The text.
  let text: SpokenText
  /// Roles named in it.
  let mentions: [RoleMention]
  /// Everybody who may speak.
  let actors: [Actor]
  /// For each character, who says it.
  let gold: [Int]

  /// Lays out turns as plain text.
  init(
    _ hearing: LabelledHearing, _ turns: Range<Int>, _ lines: SpeechNoise.Lines, _ marks: SpeechNoise.Marks,
    _ noise: inout SpeechNoise
  ) {
    let (bytes, starts) = noise.plain(
      hearing.turns[turns], lines, marks, judge: hearing.actors.firstIndex { $0.role == .presiding })
    var text = SpokenText()
    text.append(bytes, 0..<bytes.count)
    self.init(text, hearing.actors, starts: starts, speakers: hearing.turns[turns].map(\.actor))
  }

  /// A text whose turns start at the given bytes.
  init(_ text: SpokenText, _ actors: [Actor], starts: [Int], speakers: [Int]) {
    self.text = text
    self.actors = actors
    mentions = RoleMention.all(in: text)
    var turn = 0
    gold = text.offsets.map { offset in
      while turn + 1 < starts.count, starts[turn + 1] <= offset { turn += 1 }
      return speakers[turn]
    }
  }

  /// The right pieces.
  var pieces: [RoleDecoder.Piece] {
    gold.indices.compactMap { index in
      index == 0 || gold[index] != gold[index - 1] ? RoleDecoder.Piece(start: index, actor: gold[index]) : nil
    }
  }
}
