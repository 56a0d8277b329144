/// Successes out of a number, with the interval that so few or many cases allow.
public struct Rate: Hashable, Sendable {
  /// How many.
  public let numerator: Int
  /// Out of how many.
  public let denominator: Int

  /// Makes a rate.
  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share; nil of nothing.
  public var value: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }

  /// 95 % interval (Wilson 1927); nil of nothing.
  public var interval: (low: Double, high: Double)? {
    guard let p = value else { return nil }
    let (z, n) = (1.959_963_984_540_054, Double(denominator))
    let centre = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max(0, (centre - half) / scale), min(1, (centre + half) / scale))
  }

  /// `97.92% (979/1000，95% 区间 96.83%–98.64%)`.
  public var text: String {
    guard let value, let interval else { return "—（0/0）" }
    return
      "\(Self.percent(value))（\(numerator)/\(denominator)，95% 区间 \(Self.percent(interval.low))–\(Self.percent(interval.high))）"
  }

  static func percent(_ value: Double) -> String {
    let hundredths = Int((value * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}

/// Days to the first success, with open records counted as not yet served (Kaplan and Meier 1958).
public struct TimeToSuccess: Hashable, Sendable {
  /// Records served.
  public let served: Int
  /// Records still open.
  public let open: Int
  /// Days after which half are served; nil while less than half are.
  public let median: Int?
  /// Mean of the served ones alone, which flatters: shown beside the median, never instead.
  public let meanOfServed: Double?

  /// From days to service and days open so far.
  public init(served days: [Int], open censored: [Int]) {
    served = days.count
    open = censored.count
    meanOfServed = days.isEmpty ? nil : Double(days.reduce(0, +)) / Double(days.count)
    median = Self.median(days.sorted(), censored.sorted())
  }

  private static func median(_ days: [Int], _ censored: [Int]) -> Int? {
    var (survival, at, gone) = (1.0, 0, 0)
    let total = days.count + censored.count
    while at < days.count {
      let day = days[at]
      while gone < censored.count, censored[gone] < day { gone += 1 }
      let events = days[at...].prefix { $0 == day }.count
      survival *= 1 - Double(events) / Double(total - at - gone)
      if survival <= 0.5 { return day }
      at += events
    }
    return nil
  }
}
