/// Time to an event when some units were still waiting when last seen (Kaplan & Meier 1958).
public struct KaplanMeier: Sendable {
  /// One unit.
  public struct Observation: Hashable, Sendable {
    /// Time until the event, or until last seen.
    public let time: Double
    /// False when the unit was still waiting (censored).
    public let happened: Bool

    /// Makes an observation.
    public init(_ time: Double, happened: Bool) {
      self.time = time
      self.happened = happened
    }
  }

  /// Share still waiting just after each time at which an event happened, ascending.
  public let curve: [(time: Double, waiting: Double)]

  /// Estimates the curve. Units censored at the time of an event still count as at risk then. O(n log n).
  public init(_ observations: [Observation]) {
    let sorted = observations.sorted { $0.time < $1.time }
    var curve: [(Double, Double)] = []
    var waiting = 1.0
    var index = 0
    while index < sorted.count {
      let end = sorted[index...].firstIndex { $0.time > sorted[index].time } ?? sorted.count
      let events = sorted[index..<end].reduce(0) { $0 + ($1.happened ? 1 : 0) }
      if events > 0 {
        waiting *= 1 - Double(events) / Double(sorted.count - index)
        curve.append((sorted[index].time, waiting))
      }
      index = end
    }
    self.curve = curve.map { (time: $0.0, waiting: $0.1) }
  }

  /// The first time at which at most half are still waiting; nil when that is never reached.
  public var median: Double? { curve.first { $0.waiting <= 0.5 }?.time }
}
