import TextCore
import Testing

@testable import Evaluation

private struct Ratio: AdditiveCounts {
  static let zero = Ratio(hits: 0, total: 0)
  var hits: Int
  var total: Int
  static func += (sum: inout Ratio, other: Ratio) {
    sum.hits += other.hits
    sum.total += other.total
  }
  var value: Double { total == 0 ? 0 : Double(hits) / Double(total) }
}

@Suite struct StatisticsTests {
  /// Values of statsmodels' proportion_confint(method="wilson").
  @Test(arguments: [
    (490, 500, 0.963579816753, 0.989100816404), (0, 10, 0.0, 0.277532799862), (10, 10, 0.722467200138, 1.0),
    (1, 3, 0.0614919447204, 0.792340399198),
  ])
  func wilson(hits: Int, total: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(hits, of: total).wilson)
    #expect(abs(interval.low - low) < 1e-9 && abs(interval.high - high) < 1e-9)
  }

  @Test func nothingHasNoShare() { #expect(Proportion(0, of: 0).wilson == nil) }

  @Test func kaplanMeierCountsOpenCases() {
    func seen(_ time: Double, _ happened: Bool) -> KaplanMeier.Observation { .init(time, happened: happened) }
    // six units: events at 1, 3, 3, 5; censored at 2 and 5
    let curve = KaplanMeier([
      seen(3, true), seen(1, true), seen(2, false), seen(5, true), seen(3, true), seen(5, false),
    ])
    #expect(curve.curve.map(\.time) == [1, 3, 5])
    #expect(abs(curve.curve[1].waiting - 5.0 / 6 * 0.5) < 1e-12)
    #expect(curve.median == 3)
    #expect(KaplanMeier([seen(1, true), seen(9, false), seen(9, false)]).median == nil)
    #expect(KaplanMeier([]).median == nil)
  }

  @Test func quantilesInterpolate() {
    #expect(Bootstrap.quantile([1, 2, 3, 4], 0.5) == 2.5)
    #expect(Bootstrap.quantile([7], 0.975) == 7)
  }

  @Test func theSameSeedGivesTheSameInterval() {
    let units = (0..<20).map { Ratio(hits: 90 + $0 % 7, total: 100) }
    let first = Bootstrap(rounds: 500, seed: 3).intervals(units, [{ $0.value }])
    #expect(first == Bootstrap(rounds: 500, seed: 3).intervals(units, [{ $0.value }]))
    #expect(first != Bootstrap(rounds: 500, seed: 4).intervals(units, [{ $0.value }]))
    #expect(first[0]!.low < 0.93 && first[0]!.high > 0.925 && first[0]!.low > 0.91)
  }

  /// First outputs for seed 1234567, from the reference implementation of SplitMix64.
  @Test func splitMix64() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test func pairedTestsSeeARealDifference() throws {
    let old = (0..<12).map { Ratio(hits: 80 + $0 % 5, total: 100) }
    let better = old.map { Ratio(hits: $0.hits + 6, total: 100) }
    let bootstrap = Bootstrap(rounds: 1000, seed: 1)
    let real = try #require(PairedTest(old, better, bootstrap: bootstrap) { $0.value })
    #expect(abs(real.difference - 0.06) < 1e-12 && real.randomizationP < 0.01 && real.interval.low > 0)
    let same = try #require(PairedTest(old, old, bootstrap: bootstrap) { $0.value })
    #expect(same.difference == 0 && same.randomizationP == 1 && same.bootstrapP == 1)
    #expect(PairedTest(old, [], bootstrap: bootstrap) { $0.value } == nil)
  }

  @Test(arguments: [
    ("overall>=0.98@ci95", "overall", 0.98, true), ("safety<=0", "safety", 0, false),
    ("micro > 70%", "micro", 0.7, false),
  ])
  func requirementsAreRead(text: String, metric: String, bound: Double, withInterval: Bool) throws {
    let one = try #require(Requirement(text))
    #expect(one.metric == metric && one.bound == bound && one.withInterval == withInterval)
  }

  @Test(arguments: ["", "overall", ">=0.9", "overall>=x", "overall>=0.9@ci90", "overall>=nan"])
  func nonsenseIsNoRequirement(text: String) { #expect(Requirement(text) == nil) }

  @Test func requirementsAreHeldAgainstTheInterval() throws {
    let measured = [Measurement(["overall"], 0.985, Interval(0.975, 0.993), units: 25)]
    func verdict(_ text: String) throws -> RequirementResult {
      RequirementResult(try #require(Requirement(text)), among: measured)
    }
    #expect(try verdict("overall>=0.97@ci95").verdict == .met)
    #expect(try verdict("overall>=0.995@ci95").verdict == .failed)
    let open = try verdict("overall>=0.98@ci95")
    #expect(open.verdict == .undecided && open.needed == 100)
    #expect(try verdict("overall>=0.98").verdict == .met)
    #expect(try verdict("other>=0.98").verdict == .unknown)
    let single = Measurement(["overall"], 1, Interval(1, 1), units: 1)
    #expect(
      RequirementResult(try #require(Requirement("overall>=0.9@ci95")), among: [single]).verdict == .undecided
    )
  }

  @Test func signatureDoesNotDependOnOrder() {
    let files: [(name: String, digest: [UInt8])] = [("a", SHA256.hash([1])), ("b", SHA256.hash([2]))]
    let one = Signature(metric: "m-1", options: [], tool: "t", gold: files, predicted: [])
    let other = Signature(metric: "m-1", options: [], tool: "t", gold: files.reversed(), predicted: [])
    #expect(one == other && one.text.contains("predicted:e3b0c44298fc1c149afbf4c8996fb924"))
  }
}
