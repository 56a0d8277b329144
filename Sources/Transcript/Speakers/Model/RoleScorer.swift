import Foundation

/// Says for each voice of a hearing how well each class of role fits what it says.
protocol RoleScorer: Sendable {
  /// Log-likelihoods, up to a constant for each turn, of the classes for every turn; `starts` are the first characters
  /// of the turns. Linear in the text.
  func turnScores(_ text: SpokenText, starts: [Int]) -> [[Float]]
}

/// Naive Bayes on character pairs and triples of the turn and on how the turn before it ended, softened: characters
/// are not independent, so a long turn weighs by the root of its length.
struct BayesScorer: RoleScorer {
  /// log P(feature | class) / P(feature), inside turns.
  var inside = RoleTable(bits: 13, columns: RoleClass.count)
  /// The same where turns begin.
  var turn = RoleTable(bits: 12, columns: RoleClass.count)

  private static let temper: Float = 0.2
  private static let floor: Float = 0.02

  func turnScores(_ text: SpokenText, starts: [Int]) -> [[Float]] {
    var scores: [[Float]] = []
    scores.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : text.codes.count
      scores.append(score(text, start, end))
    }
    return scores
  }

  private func score(_ text: SpokenText, _ start: Int, _ end: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: RoleClass.count)
    guard start < end else { return sums }
    let scale = 1 / Float(end - start).squareRoot()
    for index in start..<end { RoleFeatures.inside(text, index) { inside.add($0, to: &sums, scale: scale) } }
    RoleFeatures.start(text, start) { turn.add($0, to: &sums) }
    return Self.logShares(sums)
  }

  private static func logShares(_ sums: [Float]) -> [Float] {
    let most = sums.max() ?? 0
    let powers = sums.map { exp(($0 - most) * temper) }
    let all = powers.reduce(0, +)
    return powers.map { log($0 / all + floor) }
  }
}
