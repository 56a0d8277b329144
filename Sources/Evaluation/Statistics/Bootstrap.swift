/// Counts that add up: every score is a function of a sum, so intervals come from resampled sums.
public protocol AdditiveCounts: Sendable {
  /// Nothing counted.
  static var zero: Self { get }
  /// Adds another unit's counts.
  static func += (sum: inout Self, other: Self)
}

/// A closed interval of a score.
public struct Interval: Hashable, Sendable {
  /// Lower bound.
  public let low: Double
  /// Upper bound.
  public let high: Double

  /// Makes an interval.
  public init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }
}

/// Percentile bootstrap over independent units (Efron 1979); for transcripts the unit is the hearing, because
/// sentences of one hearing are not independent.
public struct Bootstrap: Sendable {
  /// Resamples drawn.
  public let rounds: Int
  /// Seed of the generator.
  public let seed: UInt64

  /// A bootstrap of `rounds` resamples.
  public init(rounds: Int = 2000, seed: UInt64 = 20_190_815) {
    self.rounds = max(1, rounds)
    self.seed = seed
  }

  /// Scores of the resamples, one list for each metric, in drawing order. O(rounds · units).
  public func samples<Counts: AdditiveCounts>(
    _ units: [Counts], _ metrics: [@Sendable (Counts) -> Double]
  ) -> [[Double]] {
    guard !units.isEmpty else { return metrics.map { _ in [] } }
    var generator = SplitMix64(seed: seed)
    var results = [[Double]](repeating: [], count: metrics.count)
    for _ in 0..<rounds {
      var sum = Counts.zero
      for _ in units { sum += units[generator.index(below: units.count)] }
      for (index, metric) in metrics.enumerated() { results[index].append(metric(sum)) }
    }
    return results
  }

  /// The 95 % percentile interval of each metric; nil without units.
  public func intervals<Counts: AdditiveCounts>(
    _ units: [Counts], _ metrics: [@Sendable (Counts) -> Double]
  ) -> [Interval?] {
    samples(units, metrics).map { values in
      guard !values.isEmpty else { return nil }
      let sorted = values.sorted()
      return Interval(Self.quantile(sorted, 0.025), Self.quantile(sorted, 0.975))
    }
  }

  /// Quantile of ascending values by linear interpolation (Hyndman & Fan type 7, as NumPy's default).
  public static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    guard low + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }
}
