/// How often one thing stood where another should have been.
public struct Confusions: Sendable, Hashable {
  /// What was and what was predicted; empty means nothing.
  public struct Cell: Hashable, Sendable, Comparable {
    /// Gold.
    public let gold: String
    /// Predicted.
    public let predicted: String

    /// By gold, then predicted, in scalar order.
    public static func < (a: Cell, b: Cell) -> Bool { (a.gold, a.predicted) < (b.gold, b.predicted) }
  }

  private var counts: [Cell: Int] = [:]

  /// An empty table.
  public init() {}

  /// Counts one more.
  public mutating func add(_ gold: String, _ predicted: String, _ count: Int = 1) {
    counts[Cell(gold: gold, predicted: predicted), default: 0] += count
  }

  /// Adds another table.
  public static func += (sum: inout Confusions, other: Confusions) {
    sum.counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// How often a pair was seen.
  public func count(_ gold: String, _ predicted: String) -> Int {
    counts[Cell(gold: gold, predicted: predicted)] ?? 0
  }

  /// All pairs, most frequent first, ties in scalar order.
  public var ranked: [(cell: Cell, count: Int)] {
    counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
