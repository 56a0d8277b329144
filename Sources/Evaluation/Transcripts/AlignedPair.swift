/// Gold and prediction of one hearing with the alignment of their content characters.
public struct AlignedPair: Sendable {
  /// A stretch in which content differs; both ranges may be empty, not both at once.
  public struct Run: Hashable, Sendable {
    /// Gold content characters.
    public let gold: Range<Int>
    /// Predicted content characters.
    public let predicted: Range<Int>
  }

  /// The gold transcript.
  public let gold: TranscriptText
  /// The prediction.
  public let predicted: TranscriptText
  /// Content alignment, of least distance.
  public let alignment: Alignment
  /// For every gold content character its counterpart, or -1.
  public let counterpart: [Int]
  /// For every gold cut the predicted cuts it meets: from before to after the characters inserted there.
  public let cuts: [Range<Int>]
  /// For every predicted content character true when it stands for the same gold character.
  public let isMatched: [Bool]
  /// Stretches that differ, in order.
  public let runs: [Run]
  /// Gold turn of every gold content character.
  public let goldTurn: [Int]
  /// Predicted turn of every predicted content character.
  public let predictedTurn: [Int]

  /// Aligns the content of both. O(length · distance / 32).
  public init(gold: TranscriptText, predicted: TranscriptText, aligner: Aligner = Aligner()) {
    self.gold = gold
    self.predicted = predicted
    alignment = aligner.align(gold.content, predicted.content)
    let walk = PathWalk(alignment, goldCount: gold.content.count, predictedCount: predicted.content.count)
    counterpart = walk.counterpart
    cuts = walk.cuts
    isMatched = walk.isMatched
    runs = walk.runs
    goldTurn = gold.turnOfContent()
    predictedTurn = predicted.turnOfContent()
  }

  /// Predicted content that corresponds to a gold range, with what was inserted inside it.
  public func region(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return cuts[range.lowerBound] }
    let low = counterpart[first] >= 0 ? counterpart[first] : cuts[first].lowerBound
    let high = counterpart[last] >= 0 ? counterpart[last] + 1 : cuts[last + 1].upperBound
    return low..<max(low, high)
  }

  /// True when the prediction has exactly these characters, one after another.
  public func isIntact(_ range: Range<Int>) -> Bool {
    for index in range {
      let other = counterpart[index]
      if other < 0 || predicted.content[other] != gold.content[index] { return false }
      if index > range.lowerBound, other != counterpart[index - 1] + 1 { return false }
    }
    return true
  }

  /// Gold turn of a gold cut: that of the character before it, or the first.
  public func goldTurn(atCut cut: Int) -> Int {
    goldTurn.isEmpty ? 0 : goldTurn[max(0, min(cut - 1, goldTurn.count - 1))]
  }
}

/// One pass over an alignment that fills every index the scores need.
private struct PathWalk {
  var counterpart: [Int]
  var cuts: [Range<Int>] = []
  var isMatched: [Bool]
  var runs: [AlignedPair.Run] = []
  private var runStart: (gold: Int, predicted: Int)?

  init(_ alignment: Alignment, goldCount: Int, predictedCount: Int) {
    counterpart = Array(repeating: -1, count: goldCount)
    isMatched = Array(repeating: false, count: predictedCount)
    cuts.reserveCapacity(goldCount + 1)
    var (gold, predicted, cutStart) = (0, 0, 0)
    for step in alignment.steps {
      if step == .match { close(gold, predicted) } else if runStart == nil { runStart = (gold, predicted) }
      if step == .match || step == .substitution { counterpart[gold] = predicted }
      if step == .match { isMatched[predicted] = true }
      if step != .insertion { cuts.append(cutStart..<predicted) }
      if step != .insertion { gold += 1 }
      if step != .deletion { predicted += 1 }
      if step != .insertion { cutStart = predicted }
    }
    cuts.append(cutStart..<predicted)
    close(gold, predicted)
  }

  private mutating func close(_ gold: Int, _ predicted: Int) {
    guard let start = runStart else { return }
    runs.append(AlignedPair.Run(gold: start.gold..<gold, predicted: start.predicted..<predicted))
    runStart = nil
  }
}
