/// Scores of a set of hearings whose marks were all taken away.
public struct PunctuationScore: Sendable {
  /// The set.
  public let name: String
  /// Number of hearings.
  public let hearings: Int
  /// Micro F1 with turn ends, inside turns, and of any mark at the right place.
  public let micro, inside, place: Double
  /// Between these lie 95 of 100 micro F1s of sets drawn anew from the hearings (bootstrap, Efron 1979).
  public let interval: ClosedRange<Double>
  /// F1 of ， 。 ？ 、 ； ： in this order, turn ends included.
  public let marks: [Double]

  private static let draws = 1_000

  /// Restores the marks of every speech and compares. O(characters).
  init(_ model: PunctuationModel?, _ name: String, _ hearings: [TrainingHearing]) {
    let stage = PunctuationStage(model: model)
    let counts = hearings.map { Self.count(stage, $0) }
    let all = counts.reduce(into: PunctuationCounts()) { $0.add($1.all) }
    self.name = name
    self.hearings = hearings.count
    micro = all.micro
    inside = counts.reduce(into: PunctuationCounts()) { $0.add($1.inside) }.micro
    place = all.anyMark
    interval = Self.interval(counts.map(\.all))
    marks = Mark.allCases[1...6].map { all.f1($0) }
  }

  private static func count(
    _ stage: PunctuationStage, _ hearing: TrainingHearing
  ) -> (all: PunctuationCounts, inside: PunctuationCounts) {
    var (all, inside) = (PunctuationCounts(), PunctuationCounts())
    for speech in hearing.speeches {
      let marks = stage.restore(speech.scalars, speech.setting)
      for index in marks.indices {
        all.add(marks[index], speech.marks[index])
        if index < marks.count - 1 { inside.add(marks[index], speech.marks[index]) }
      }
    }
    return (all, inside)
  }

  private static func interval(_ counts: [PunctuationCounts]) -> ClosedRange<Double> {
    guard !counts.isEmpty else { return 0...1 }
    var random = SplitMix64(state: 1)
    let scores = (0..<draws).map { _ in
      counts.indices.reduce(into: PunctuationCounts()) { sum, _ in
        sum.add(counts[Int(random.next() % UInt64(counts.count))])
      }.micro
    }.sorted()
    return scores[draws / 40]...scores[draws - 1 - draws / 40]
  }
}
