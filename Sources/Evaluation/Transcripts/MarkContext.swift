/// Where a difference in punctuation stands.
struct MarkContext {
  let goldLine: Int
  let predictedLine: Int
  let speaker: String
  let before: String
  let after: String

  init(_ pair: AlignedPair, gold: TranscriptText.Mark?, predicted: TranscriptText.Mark?) {
    let cut = gold?.cut ?? Self.goldCut(pair, predicted?.cut ?? 0)
    let turn = gold?.turn ?? pair.goldTurn(atCut: cut)
    let exists = pair.gold.turns.indices.contains(turn)
    goldLine = exists ? pair.gold.turns[turn].line : 0
    speaker = exists ? pair.gold.turns[turn].label : ""
    let other = predicted?.turn ?? pair.predictedTurn[safe: max(0, pair.cuts[cut].lowerBound - 1)] ?? -1
    predictedLine = other >= 0 ? pair.predicted.turns[other].line : 0
    let start = gold?.offset ?? ErrorContext.offset(pair.gold, cut: cut)
    let body = pair.gold.body
    before = ErrorContext.flat(body[max(0, start - ErrorContext.reach)..<start])
    let end = gold == nil ? start : start + 1
    after = ErrorContext.flat(body[end..<min(body.count, end + ErrorContext.reach)])
  }

  private static func goldCut(_ pair: AlignedPair, _ predicted: Int) -> Int {
    var low = 0
    var high = pair.cuts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if pair.cuts[middle].upperBound < predicted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array {
  /// The element, or nil when there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
