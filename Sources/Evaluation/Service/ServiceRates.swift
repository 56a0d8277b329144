/// Success rates of service of process with intervals, and the median time to the first success.
public struct ServiceRates: Sendable {
  /// One recipient in one case.
  public struct Outcome: Hashable, Sendable {
    /// What to group by, such as a channel; empty for none.
    public let group: String
    /// Days from the opening to the first success; nil while there is none.
    public let daysToSuccess: Double?
    /// Days from the opening to when it was last looked at.
    public let daysObserved: Double

    /// Makes an outcome.
    public init(group: String = "", daysToSuccess: Double?, daysObserved: Double) {
      self.group = group
      self.daysToSuccess = daysToSuccess
      self.daysObserved = daysObserved
    }
  }

  /// Rate and median of one group.
  public struct Row: Sendable {
    /// Name of the group; empty for all.
    public let group: String
    /// Served out of all.
    public let served: Proportion
    /// Median days to the first success, open cases censored; nil when half is never reached.
    public let median: Double?
  }

  /// All outcomes together.
  public let total: Row
  /// By group, in name order.
  public let groups: [Row]

  /// Counts outcomes.
  public init(_ outcomes: [Outcome]) {
    total = Self.row("", outcomes)
    let names = Set(outcomes.map(\.group)).subtracting([""]).sorted()
    groups = names.map { name in Self.row(name, outcomes.filter { $0.group == name }) }
  }

  private static func row(_ name: String, _ outcomes: [Outcome]) -> Row {
    let served = outcomes.filter { $0.daysToSuccess != nil }.count
    let curve = KaplanMeier(
      outcomes.map {
        KaplanMeier.Observation($0.daysToSuccess ?? $0.daysObserved, happened: $0.daysToSuccess != nil)
      })
    return Row(group: name, served: Proportion(served, of: outcomes.count), median: curve.median)
  }
}
