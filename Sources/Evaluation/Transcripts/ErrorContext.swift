/// Where a difference stands and what surrounds it in gold.
struct ErrorContext {
  /// Scalars shown on either side.
  static let reach = 12

  let goldLine: Int
  let predictedLine: Int
  let speaker: String
  let before: String
  let after: String

  init(_ pair: AlignedPair, gold range: Range<Int>, predicted: Range<Int>) {
    let text = pair.gold
    let turn = range.isEmpty ? pair.goldTurn(atCut: range.lowerBound) : pair.goldTurn[range.lowerBound]
    goldLine = text.turns.indices.contains(turn) ? text.turns[turn].line : 0
    speaker = text.turns.indices.contains(turn) ? text.turns[turn].label : ""
    let place = predicted.isEmpty ? max(0, predicted.lowerBound - 1) : predicted.lowerBound
    let other = pair.predictedTurn.indices.contains(place) ? pair.predictedTurn[place] : -1
    predictedLine = other >= 0 ? pair.predicted.turns[other].line : 0
    let start = range.isEmpty ? Self.offset(text, cut: range.lowerBound) : text.offsets[range.lowerBound]
    let end = range.isEmpty ? start : text.offsets[range.upperBound - 1] + 1
    before = Self.flat(text.body[max(0, start - Self.reach)..<start])
    after = Self.flat(text.body[end..<min(text.body.count, end + Self.reach)])
  }

  /// Index in the body just after the content character before a cut.
  static func offset(_ text: TranscriptText, cut: Int) -> Int {
    if cut > 0 { return text.offsets[cut - 1] + 1 }
    return text.offsets.first ?? text.body.count
  }

  /// Body text on one line.
  static func flat(_ scalars: ArraySlice<UInt32>) -> String {
    TranscriptText.string(scalars.map { $0 == 0x0A ? 0x23CE : $0 })
  }
}
