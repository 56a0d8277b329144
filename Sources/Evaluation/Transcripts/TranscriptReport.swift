/// Scores of a set of hearings: sums, slices, intervals.
public struct TranscriptReport: Sendable {
  /// The five figures of the transcript standard, in report order.
  public static let metrics: [(name: String, title: String, value: @Sendable (TranscriptCounts) -> Double)] =
    [
      ("character_accuracy", "字准确率", { $0.characterAccuracy }),
      ("punctuation_f1", "标点F1", { $0.punctuationF1 }),
      ("speaker_accuracy", "说话人准确率", { $0.speakerAccuracy }),
      ("overall_accuracy", "总体准确率", { $0.overallAccuracy }),
      ("safety_errors", "安全错误", { Double($0.safetyErrors) }),
    ]

  /// Hearings in the order of their ids.
  public let cases: [CaseScore]
  /// Sum over all hearings.
  public let pooled: TranscriptCounts
  /// Sums by form of input.
  public let forms: [String: TranscriptCounts]
  /// Sums by cause of action.
  public let causes: [String: TranscriptCounts]
  /// Sums by gold label.
  public let speakers: [String: TranscriptCounts]
  /// Sums by phase.
  public let phases: [HearingPhase: TranscriptCounts]
  /// 95 % intervals of `metrics`, by bootstrap over hearings; nil without hearings.
  public let intervals: [Interval?]
  /// The bootstrap used.
  public let bootstrap: Bootstrap

  /// Sums up scored hearings. O(rounds · hearings).
  public init(_ cases: [CaseScore], bootstrap: Bootstrap = Bootstrap()) {
    self.cases = cases.sorted { $0.id < $1.id }
    self.bootstrap = bootstrap
    pooled = Self.sum(self.cases.map(\.counts))
    forms = Self.group(self.cases.map { ($0.form, $0.counts) })
    causes = Self.group(self.cases.map { ($0.cause, $0.counts) })
    speakers = Self.group(self.cases.flatMap { $0.speakers.map { ($0.key, $0.value) } })
    phases = Self.group(self.cases.flatMap { $0.phases.map { ($0.key, $0.value) } })
    intervals = bootstrap.intervals(self.cases.map(\.counts), Self.metrics.map(\.value))
  }

  /// All confusions of one sort together.
  public func confusions(_ sort: KeyPath<CaseScore, Confusions>) -> Confusions {
    cases.reduce(into: Confusions()) { $0 += $1[keyPath: sort] }
  }

  private static func sum(_ list: [TranscriptCounts]) -> TranscriptCounts {
    list.reduce(into: .zero) { $0 += $1 }
  }

  private static func group<Key: Hashable>(_ list: [(Key, TranscriptCounts)]) -> [Key: TranscriptCounts] {
    list.reduce(into: [:]) { $0[$1.0, default: .zero] += $1.1 }
  }
}
