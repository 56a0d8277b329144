/// What adds up for extracted facts.
public struct FactCounts: AdditiveCounts, Hashable {
  /// Elements of gold.
  public var gold = 0
  /// Elements predicted.
  public var predicted = 0
  /// Elements on which some version agrees in value and side.
  public var hits = 0
  /// Elements found at all, whatever their value.
  public var found = 0
  /// Versions of gold.
  public var goldVersions = 0
  /// Versions predicted.
  public var predictedVersions = 0
  /// Versions that agree in value and side, one to one.
  public var versionHits = 0
  /// Hits with the right status.
  public var statusHits = 0
  /// Hits with a quote that overlaps a gold quote.
  public var quoteHits = 0
  /// Predicted amounts, dates, periods and rates of elements that gold has.
  public var figures = 0
  /// Those of them that are none of gold's.
  public var wrongFigures = 0
  /// Elements missing in gold.
  public var missingGold = 0
  /// Elements predicted as missing.
  public var missingPredicted = 0
  /// Elements missing on both sides.
  public var missingHits = 0

  /// Nothing counted.
  public static let zero = FactCounts()
  /// Nothing counted.
  public init() {}

  private static let fields: [WritableKeyPath<FactCounts, Int> & Sendable] = [
    \.gold, \.predicted, \.hits, \.found, \.goldVersions, \.predictedVersions, \.versionHits, \.statusHits,
    \.quoteHits, \.figures, \.wrongFigures,
    \.missingGold, \.missingPredicted, \.missingHits,
  ]

  /// Adds another unit's counts.
  public static func += (sum: inout FactCounts, other: FactCounts) {
    for field in fields { sum[keyPath: field] += other[keyPath: field] }
  }

  /// Precision, recall and F1 of elements.
  public var elements: TagCounts.Score { Self.score(hits, gold, predicted) }
  /// Precision, recall and F1 of versions.
  public var versions: TagCounts.Score { Self.score(versionHits, goldVersions, predictedVersions) }
  /// Precision, recall and F1 of `missing`.
  public var missing: TagCounts.Score { Self.score(missingHits, missingGold, missingPredicted) }
  /// Share of hits with the right status.
  public var status: Proportion { Proportion(statusHits, of: hits) }
  /// Share of hits with an overlapping quote.
  public var quotes: Proportion { Proportion(quoteHits, of: hits) }

  private static func score(_ hits: Int, _ gold: Int, _ predicted: Int) -> TagCounts.Score {
    TagCounts.Score(truePositive: hits, falsePositive: predicted - hits, falseNegative: gold - hits)
  }
}
