/// Compares two systems on the same hearings.
public struct PairedTest: Sendable {
  /// Score of the second system minus the first.
  public let difference: Double
  /// 95 % interval of the difference, bootstrap over hearings.
  public let interval: Interval
  /// Two-sided p of the bootstrap (Koehn 2004, centred as in sacrebleu).
  public let bootstrapP: Double
  /// Two-sided p of approximate randomization (Noreen 1989; Riezler & Maxwell 2005).
  public let randomizationP: Double

  /// Resamples hearings and swaps systems; nil when there are no hearings or the lists differ in length.
  public init?<Counts: AdditiveCounts>(
    _ first: [Counts], _ second: [Counts], bootstrap: Bootstrap, metric: (Counts) -> Double
  ) {
    guard !first.isEmpty, first.count == second.count else { return nil }
    let observed = metric(Self.sum(second)) - metric(Self.sum(first))
    let resampled = Self.resampled(first, second, bootstrap, metric)
    let sorted = resampled.sorted()
    let mean = resampled.reduce(0, +) / Double(resampled.count)
    difference = observed
    interval = Interval(Bootstrap.quantile(sorted, 0.025), Bootstrap.quantile(sorted, 0.975))
    bootstrapP = Self.p(resampled.map { $0 - mean }, observed)
    randomizationP = Self.p(Self.swapped(first, second, bootstrap, metric), observed)
  }

  private static func p(_ values: [Double], _ observed: Double) -> Double {
    let extreme = values.reduce(0) { $0 + (abs($1) >= abs(observed) - 1e-15 ? 1 : 0) }
    return Double(extreme + 1) / Double(values.count + 1)
  }

  private static func resampled<Counts: AdditiveCounts>(
    _ first: [Counts], _ second: [Counts], _ bootstrap: Bootstrap, _ metric: (Counts) -> Double
  ) -> [Double] {
    var generator = SplitMix64(seed: bootstrap.seed)
    return (0..<bootstrap.rounds).map { _ in
      var sums = (Counts.zero, Counts.zero)
      for _ in first {
        let index = generator.index(below: first.count)
        sums.0 += first[index]
        sums.1 += second[index]
      }
      return metric(sums.1) - metric(sums.0)
    }
  }

  private static func swapped<Counts: AdditiveCounts>(
    _ first: [Counts], _ second: [Counts], _ bootstrap: Bootstrap, _ metric: (Counts) -> Double
  ) -> [Double] {
    var generator = SplitMix64(seed: bootstrap.seed &+ 1)
    return (0..<bootstrap.rounds).map { _ in
      var sums = (Counts.zero, Counts.zero)
      for index in first.indices {
        let swap = generator.next() & 1 == 1
        sums.0 += swap ? second[index] : first[index]
        sums.1 += swap ? first[index] : second[index]
      }
      return metric(sums.1) - metric(sums.0)
    }
  }

  private static func sum<Counts: AdditiveCounts>(_ list: [Counts]) -> Counts {
    list.reduce(into: .zero) { $0 += $1 }
  }
}
