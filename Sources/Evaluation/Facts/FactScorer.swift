/// Compares the facts of one hearing with gold.
public struct FactScore: Sendable {
  /// What is wrong about one element.
  public enum Verdict: String, Sendable {
    /// In gold, not predicted.
    case lost
    /// Predicted, not in gold.
    case invented
    /// Found with another value or on another side.
    case wrong
    /// Right value and side, wrong status.
    case status
  }

  /// Folder name.
  public let id: String
  /// Counts of the hearing.
  public private(set) var counts = FactCounts()
  /// Elements that are not right, by id.
  public private(set) var errors: [(element: String, verdict: Verdict)] = []
  /// Wrong amounts, dates, periods and rates, by element.
  public private(set) var valueErrors: [ValueError] = []

  /// Scores one hearing: an element is a hit when some predicted version has the value and a party of a gold version.
  public init(id: String, gold: FactSheet, predicted: FactSheet) {
    self.id = id
    counts.gold = gold.facts.count
    counts.predicted = predicted.facts.count
    counts.missingGold = gold.missing.count
    counts.missingPredicted = predicted.missing.count
    counts.missingHits = gold.missing.intersection(predicted.missing).count
    counts.goldVersions = gold.facts.values.reduce(0) { $0 + $1.versions.count }
    counts.predictedVersions = predicted.facts.values.reduce(0) { $0 + $1.versions.count }
    for element in Set(gold.facts.keys).union(predicted.facts.keys).sorted() {
      compare(element, gold.facts[element], predicted.facts[element])
    }
  }

  private mutating func compare(_ element: String, _ gold: FactSheet.Fact?, _ predicted: FactSheet.Fact?) {
    guard let gold else { return errors.append((element, .invented)) }
    guard let predicted else { return errors.append((element, .lost)) }
    counts.found += 1
    let wrong = ValueError.all(element, gold: gold, predicted: predicted)
    valueErrors += wrong
    counts.wrongFigures += wrong.count
    counts.figures += predicted.versions.count { ValueError.Kind($0.value) != nil }
    let agreeing = Self.agreeing(gold.versions, predicted.versions)
    counts.versionHits += agreeing
    guard agreeing > 0 else { return errors.append((element, .wrong)) }
    counts.hits += 1
    if gold.status == predicted.status { counts.statusHits += 1 } else { errors.append((element, .status)) }
    if Self.quotesOverlap(gold, predicted) { counts.quoteHits += 1 }
  }

  /// Versions that agree in value and share a party, one to one, in gold order.
  private static func agreeing(_ gold: [FactSheet.Version], _ predicted: [FactSheet.Version]) -> Int {
    var rest = predicted
    var count = 0
    for version in gold {
      let match = rest.firstIndex {
        $0.value.agrees(with: version.value) && !$0.by.isDisjoint(with: version.by)
      }
      guard let match else { continue }
      rest.remove(at: match)
      count += 1
    }
    return count
  }

  private static func quotesOverlap(_ gold: FactSheet.Fact, _ predicted: FactSheet.Fact) -> Bool {
    let found = predicted.versions.flatMap(\.quotes).map(content)
    return gold.versions.flatMap(\.quotes).map(content).contains { quote in
      found.contains { overlap(quote, $0) }
    }
  }

  /// True when the two cuts share at least half of the shorter one, in one piece.
  private static func overlap(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    var row = [Int](repeating: 0, count: b.count + 1)
    var best = 0
    for x in a {
      for j in b.indices.reversed() {
        row[j + 1] = x == b[j] ? row[j] + 1 : 0
        best = max(best, row[j + 1])
      }
    }
    return best * 2 >= min(a.count, b.count)
  }

  private static func content(_ text: String) -> [UInt32] {
    let scalars = text.unicodeScalars.prefix(2000).map(\.value)
    return scalars.indices.filter { ContentClass.isContent(scalars, $0) }.map { scalars[$0] }
  }
}
