import TextCore

/// What changed since an older report: figures, single errors by unit, and for hearings whether it is more than chance.
public struct BaselineComparison: Sendable {
  /// Errors of one unit.
  public struct Unit: Sendable {
    /// Hearing or label.
    public let name: String
    /// Errors that are gone.
    public let fixed: [String]
    /// Errors that are new.
    public let broken: [String]
    /// Errors that stayed.
    public let kept: Int
    /// Overall accuracy, new minus old; nil when it is no hearing or only in one report.
    public let difference: Double?
  }

  /// Units with any change, in name order.
  public let units: [Unit]
  /// Units only in the old report.
  public let onlyOld: [String]
  /// Units only in the new report.
  public let onlyNew: [String]
  /// Paired tests on the hearings of both, by metric title.
  public let tests: [(title: String, test: PairedTest)]

  /// Compares two sets of error keys.
  public init(
    _ old: Baseline, items: [String: [String]], hearings: [String: TranscriptCounts], bootstrap: Bootstrap
  ) {
    let names = Set(old.items.keys).union(items.keys).union(old.hearings.keys).union(hearings.keys).sorted()
    units = names.map { name in
      let difference = hearings[name].flatMap { new in
        old.hearings[name].map { new.overallAccuracy - $0.overallAccuracy }
      }
      return Self.unit(name, old.items[name] ?? [], items[name] ?? [], difference)
    }.filter { !$0.fixed.isEmpty || !$0.broken.isEmpty || ($0.difference ?? 0) != 0 }
    onlyOld = old.hearings.keys.filter { hearings[$0] == nil }.sorted()
    onlyNew = hearings.keys.filter { old.hearings[$0] == nil && !old.hearings.isEmpty }.sorted()
    let common = hearings.keys.filter { old.hearings[$0] != nil }.sorted()
    let pairs = common.compactMap { name in
      old.hearings[name].flatMap { first in hearings[name].map { (first, $0) } }
    }
    tests = TranscriptReport.metrics.compactMap { metric in
      PairedTest(pairs.map(\.0), pairs.map(\.1), bootstrap: bootstrap, metric: metric.value).map {
        (metric.title, $0)
      }
    }
  }

  /// The same error twice counts twice.
  private static func unit(_ name: String, _ old: [String], _ new: [String], _ difference: Double?) -> Unit {
    var rest: [String: Int] = [:]
    for key in old { rest[key, default: 0] += 1 }
    var broken: [String] = []
    for key in new {
      if let count = rest[key], count > 0 { rest[key] = count - 1 } else { broken.append(key) }
    }
    var fixed: [String] = []
    for key in old {
      guard let count = rest[key], count > 0 else { continue }
      rest[key] = count - 1
      fixed.append(key)
    }
    return Unit(
      name: name, fixed: fixed, broken: broken, kept: old.count - fixed.count, difference: difference)
  }
}
