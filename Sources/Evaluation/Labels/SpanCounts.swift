/// Typed spans found, by the strictness of the comparison (as SemEval-2013 task 9 has it).
public struct SpanCounts: AdditiveCounts, Hashable {
  /// A typed span, half-open.
  public struct Item: Hashable, Sendable {
    /// First unit.
    public let start: Int
    /// One past the last.
    public let end: Int
    /// What it is.
    public let type: String

    /// Makes a span.
    public init(_ start: Int, _ end: Int, type: String) {
      self.start = start
      self.end = end
      self.type = type
    }
  }

  /// Same bounds and type.
  public var exact = 0
  /// Sharing at least one unit, same type.
  public var overlapping = 0
  /// Sharing at least one unit, any type.
  public var anyType = 0
  /// Spans of gold.
  public var gold = 0
  /// Spans predicted.
  public var predicted = 0

  /// Nothing counted.
  public static let zero = SpanCounts()
  /// Nothing counted.
  public init() {}

  /// Adds another unit's counts.
  public static func += (sum: inout SpanCounts, other: SpanCounts) {
    sum.exact += other.exact
    sum.overlapping += other.overlapping
    sum.anyType += other.anyType
    sum.gold += other.gold
    sum.predicted += other.predicted
  }

  /// Counts one text; every span answers for at most one of the other side, earliest first.
  public mutating func add(gold: [Item], predicted: [Item]) {
    self.gold += gold.count
    self.predicted += predicted.count
    exact += Self.matches(gold, predicted) { $0 == $1 }
    overlapping += Self.matches(gold, predicted) { $0.type == $1.type && Self.overlap($0, $1) }
    anyType += Self.matches(gold, predicted, Self.overlap)
  }

  /// Precision, recall and F1 of one comparison.
  public func score(_ hits: KeyPath<SpanCounts, Int>) -> TagCounts.Score {
    let found = self[keyPath: hits]
    return TagCounts.Score(truePositive: found, falsePositive: predicted - found, falseNegative: gold - found)
  }

  private static func overlap(_ a: Item, _ b: Item) -> Bool { a.start < b.end && b.start < a.end }

  private static func matches(_ gold: [Item], _ predicted: [Item], _ agree: (Item, Item) -> Bool) -> Int {
    let order: (Item, Item) -> Bool = { ($0.start, $0.end, $0.type) < ($1.start, $1.end, $1.type) }
    var rest = predicted.sorted(by: order)
    var hits = 0
    for item in gold.sorted(by: order) {
      guard let index = rest.firstIndex(where: { agree(item, $0) }) else { continue }
      rest.remove(at: index)
      hits += 1
    }
    return hits
  }
}
