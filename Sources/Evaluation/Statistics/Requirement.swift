import Foundation

/// A claim to hold, such as `overall>=0.98@ci95`: a metric, a comparison, a value, and whether the whole 95 %
/// interval must satisfy it.
public struct Requirement: Hashable, Sendable {
  /// Comparison.
  public enum Relation: String, Sendable, CaseIterable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// More than.
    case above = ">"
    /// Less than.
    case below = "<"
  }

  /// As the user wrote it.
  public let text: String
  /// Name of the metric.
  public let metric: String
  /// Comparison.
  public let relation: Relation
  /// Value to hold.
  public let bound: Double
  /// True when the 95 % interval must hold it, not only the point.
  public let withInterval: Bool

  /// Reads one claim; nil when it is none.
  public init?(_ text: String) {
    guard let relation = Relation.allCases.first(where: { text.contains($0.rawValue) }),
      let place = text.range(of: relation.rawValue)
    else { return nil }
    let parts = text[place.upperBound...].split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let number = parts[0].trimmingCharacters(in: .whitespaces)
    let isPercent = number.hasSuffix("%")
    guard let value = Double(isPercent ? String(number.dropLast()) : number), value.isFinite else {
      return nil
    }
    guard parts.count == 1 || parts[1].trimmingCharacters(in: .whitespaces) == "ci95" else { return nil }
    self.text = text
    metric = text[..<place.lowerBound].trimmingCharacters(in: .whitespaces)
    self.relation = relation
    bound = isPercent ? value / 100 : value
    withInterval = parts.count == 2
    guard !metric.isEmpty else { return nil }
  }

  func holds(_ value: Double) -> Bool {
    switch relation {
    case .atLeast: value >= bound
    case .atMost: value <= bound
    case .above: value > bound
    case .below: value < bound
    }
  }
}

/// A metric as it was measured.
public struct Measurement: Hashable, Sendable {
  /// Names by which a requirement may call it.
  public let names: [String]
  /// Score over all units.
  public let value: Double
  /// 95 % interval.
  public let interval: Interval?
  /// Units that were resampled, or independent items.
  public let units: Int

  /// Makes a measurement.
  public init(_ names: [String], _ value: Double, _ interval: Interval?, units: Int) {
    self.names = names
    self.value = value
    self.interval = interval
    self.units = units
  }
}

/// What became of a requirement.
public struct RequirementResult: Hashable, Sendable {
  /// Outcome.
  public enum Verdict: String, Sendable {
    /// Holds.
    case met
    /// Does not hold.
    case failed
    /// The interval lies on both sides.
    case undecided
    /// No such metric.
    case unknown
  }

  /// The claim.
  public let requirement: Requirement
  /// What it was held against; nil for an unknown metric.
  public let measurement: Measurement?
  /// Outcome.
  public let verdict: Verdict
  /// Units (hearings) that would settle an undecided claim if the score and its spread stay as they are.
  public let needed: Int?

  /// Checks a claim against what was measured.
  public init(_ requirement: Requirement, among measurements: [Measurement]) {
    self.requirement = requirement
    measurement = measurements.first { $0.names.contains(requirement.metric) }
    guard let measurement else {
      verdict = .unknown
      needed = nil
      return
    }
    guard requirement.withInterval else {
      verdict = requirement.holds(measurement.value) ? .met : .failed
      needed = nil
      return
    }
    verdict = Self.verdict(requirement, measurement)
    needed = verdict == .undecided ? Self.needed(requirement, measurement) : nil
  }

  private static func verdict(_ requirement: Requirement, _ measurement: Measurement) -> Verdict {
    guard let interval = measurement.interval, measurement.units > 1 else { return .undecided }
    switch (requirement.holds(interval.low), requirement.holds(interval.high)) {
    case (true, true): return .met
    case (false, false): return .failed
    default: return .undecided
    }
  }

  /// The interval shrinks with the square root of the number of units.
  private static func needed(_ requirement: Requirement, _ measurement: Measurement) -> Int? {
    guard let interval = measurement.interval, measurement.units > 1 else { return nil }
    let gap = abs(measurement.value - requirement.bound)
    let spread =
      measurement.value > requirement.bound
      ? measurement.value - interval.low : interval.high - measurement.value
    guard gap > 0, spread > 0 else { return nil }
    let units = Double(measurement.units) * (spread / gap) * (spread / gap)
    return units < 1e9 ? max(measurement.units + 1, Int(units.rounded(.up))) : nil
  }

  /// One Chinese line.
  public var line: String {
    guard let measurement else { return "要求“\(requirement.text)”：没有这项指标" }
    let value = JSONNumber.text(measurement.value)
    let interval =
      measurement.interval.map { "，95%区间 \(JSONNumber.text($0.low))–\(JSONNumber.text($0.high))" } ?? ""
    let head = "要求“\(requirement.text)”：实测 \(value)\(interval)，\(measurement.units) 个独立单位；"
    switch verdict {
    case .met: return head + "达到"
    case .failed: return head + "未达到"
    case .undecided:
      guard measurement.units > 1 else { return head + "无法判定：至少要有两件才有区间" }
      return head + "无法判定" + (needed.map { "，若得分和离散程度不变，约需 \($0) 件才能定论" } ?? "，得分正在界线上，增加件数也未必能定论")
    case .unknown: return head
    }
  }
}
