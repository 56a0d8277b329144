/// What adds up for transcripts; every transcript score is a function of a sum of these.
public struct TranscriptCounts: AdditiveCounts, Hashable {
  /// Edit distance over the full body.
  public var bodyDistance = 0
  /// Scalars of the gold body.
  public var bodyLength = 0
  /// Content characters replaced.
  public var substitutions = 0
  /// Content characters missing.
  public var deletions = 0
  /// Content characters too many.
  public var insertions = 0
  /// Gold content characters.
  public var contentLength = 0
  /// Gold content characters with a counterpart under the right label.
  public var rightSpeaker = 0
  /// Marks at aligned positions found right, in the order of `ContentClass.marks`, then all other marks together.
  public var markHits: [Int]
  /// Marks that gold has.
  public var markGold: [Int]
  /// Marks that the prediction has.
  public var markPredicted: [Int]
  /// Safety errors by `SafetyKind`, in case order.
  public var safety: [Int]
  /// Hearings counted.
  public var hearings = 0

  /// Nothing counted.
  public static let zero = TranscriptCounts()

  /// Nothing counted.
  public init() {
    let slots = ContentClass.marks.count + 1
    markHits = Array(repeating: 0, count: slots)
    markGold = markHits
    markPredicted = markHits
    safety = Array(repeating: 0, count: SafetyKind.allCases.count)
  }

  /// Adds another unit's counts.
  public static func += (sum: inout TranscriptCounts, other: TranscriptCounts) {
    sum.bodyDistance += other.bodyDistance
    sum.bodyLength += other.bodyLength
    sum.substitutions += other.substitutions
    sum.deletions += other.deletions
    sum.insertions += other.insertions
    sum.contentLength += other.contentLength
    sum.rightSpeaker += other.rightSpeaker
    for slot in sum.markHits.indices {
      sum.markHits[slot] += other.markHits[slot]
      sum.markGold[slot] += other.markGold[slot]
      sum.markPredicted[slot] += other.markPredicted[slot]
    }
    for slot in sum.safety.indices { sum.safety[slot] += other.safety[slot] }
    sum.hearings += other.hearings
  }

  /// Content edits in all.
  public var contentErrors: Int { substitutions + deletions + insertions }
  /// Safety errors in all.
  public var safetyErrors: Int { safety.reduce(0, +) }
  /// 1 − CER over content characters, at least 0; an empty gold text is right when nothing was added.
  public var characterAccuracy: Double { Self.accuracy(errors: contentErrors, of: contentLength) }
  /// 1 − edit distance of the full body ÷ gold length, at least 0.
  public var overallAccuracy: Double { Self.accuracy(errors: bodyDistance, of: bodyLength) }
  /// Share of gold content characters with a counterpart under the right label.
  public var speakerAccuracy: Double {
    contentLength == 0 ? 1 : Double(rightSpeaker) / Double(contentLength)
  }
  /// F1 over the six marks together.
  public var punctuationF1: Double { f1(0..<ContentClass.marks.count) }
  /// F1 of one slot of the mark arrays.
  public func punctuationF1(slot: Int) -> Double { f1(slot..<slot + 1) }

  private func f1(_ slots: Range<Int>) -> Double {
    let hits = markHits[slots].reduce(0, +)
    let all = markGold[slots].reduce(0, +) + markPredicted[slots].reduce(0, +)
    return all == 0 ? 1 : 2 * Double(hits) / Double(all)
  }

  private static func accuracy(errors: Int, of length: Int) -> Double {
    guard length > 0 else { return errors == 0 ? 1 : 0 }
    return max(0, Double(length - errors) / Double(length))
  }
}
