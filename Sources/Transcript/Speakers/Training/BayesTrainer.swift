import Foundation

/// Counts `BayesScorer` from hearings.
enum BayesTrainer {
  private static let smoothing: Float = 10

  /// Counts every hearing three times under different noise.
  static func train(_ hearings: [LabelledHearing], seed: UInt64 = 1) -> BayesScorer {
    var scorer = BayesScorer()
    var noise = SpeechNoise(random: SeededRandom(seed: seed))
    for _ in 0..<3 {
      for hearing in hearings {
        count(TrainingSample(hearing, hearing.turns.indices, .eachTurn, .none, &noise), &scorer)
      }
    }
    centre(&scorer.inside)
    centre(&scorer.turn)
    return scorer
  }

  private static func count(_ sample: TrainingSample, _ scorer: inout BayesScorer) {
    for index in sample.gold.indices {
      let column = Int(sample.actors[sample.gold[index]].role.rawValue)
      RoleFeatures.inside(sample.text, index) { scorer.inside.weights[scorer.inside.row($0) + column] += 1 }
      guard index == 0 || sample.gold[index] != sample.gold[index - 1] else { continue }
      RoleFeatures.start(sample.text, index) { scorer.turn.weights[scorer.turn.row($0) + column] += 1 }
    }
  }

  /// Turns counts into log P(feature | class) / P(feature), smoothed towards nought.
  private static func centre(_ table: inout RoleTable) {
    var totals = [Float](repeating: 0, count: table.columns)
    for index in table.weights.indices { totals[index % table.columns] += table.weights[index] }
    let all = max(totals.reduce(0, +), 1)
    for row in stride(from: 0, to: table.weights.count, by: table.columns) {
      let share = table.weights[row..<row + table.columns].reduce(0, +) / all
      for column in 0..<table.columns {
        let count = table.weights[row + column]
        table.weights[row + column] = log((count + smoothing) / (share * totals[column] + smoothing))
      }
    }
  }
}
