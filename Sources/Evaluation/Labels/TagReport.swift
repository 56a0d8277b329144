/// Scores of a multi-label sentence task.
public struct TagReport: Sendable {
  /// One sentence.
  public struct Sentence: Sendable {
    /// The document it comes from; sentences of one document are resampled together. Empty: on its own.
    public let document: String
    /// Its labels.
    public let gold: [String]
    /// Labels predicted.
    public let predicted: [String]

    /// Makes a sentence.
    public init(document: String, gold: [String], predicted: [String]) {
      self.document = document
      self.gold = gold
      self.predicted = predicted
    }
  }

  /// Labels in report order.
  public let labels: [String]
  /// Counts over all sentences.
  public let pooled: TagCounts
  /// 95 % intervals of micro F1, macro F1 and their mean, by bootstrap over documents.
  public let intervals: [Interval?]
  /// 95 % interval of each label's F1.
  public let labelIntervals: [Interval?]
  /// Units resampled.
  public let units: Int
  /// Sentences.
  public let sentences: Int

  /// Scores sentences; labels outside `labels` are counted too, after the known ones.
  public init(_ sentences: [Sentence], labels known: [String], bootstrap: Bootstrap = Bootstrap()) {
    let labels = Self.order(known, seen: sentences)
    let index = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var byUnit: [String: TagCounts] = [:]
    var order: [String] = []
    for (number, sentence) in sentences.enumerated() {
      let unit = sentence.document.isEmpty ? "\u{0}\(number)" : sentence.document
      if byUnit[unit] == nil { order.append(unit) }
      byUnit[unit, default: TagCounts(labelCount: labels.count)].add(
        gold: Set(sentence.gold.compactMap { index[$0] }),
        predicted: Set(sentence.predicted.compactMap { index[$0] }))
    }
    let units = order.compactMap { byUnit[$0] }
    self.labels = labels
    self.units = units.count
    self.sentences = sentences.count
    pooled = units.reduce(into: TagCounts(labelCount: labels.count)) { $0 += $1 }
    let all = bootstrap.intervals(
      units, Self.metrics + labels.indices.map { label in { $0.score(label).f1 } })
    intervals = Array(all.prefix(Self.metrics.count))
    labelIntervals = Array(all.dropFirst(Self.metrics.count))
  }

  private static let metrics: [@Sendable (TagCounts) -> Double] = [
    { $0.micro.f1 }, { $0.macroF1 }, { $0.mean },
  ]

  /// The twenty labels of a CAIL2019 domain when all labels belong to one; else the labels as they are, sorted.
  public static func guessedLabels(_ seen: Set<String>) -> [String] {
    for prefix in ["DV", "LB", "LN"] {
      let domain = (1...20).map { "\(prefix)\($0)" }
      if !seen.isEmpty, seen.isSubset(of: domain) { return domain }
    }
    return seen.sorted()
  }

  private static func order(_ known: [String], seen: [Sentence]) -> [String] {
    let extra = Set(seen.flatMap { $0.gold + $0.predicted }).subtracting(known)
    return known + extra.sorted()
  }
}
