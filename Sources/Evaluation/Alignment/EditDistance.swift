/// Levenshtein distance with unit costs, exact.
public enum EditDistance {
  /// Narrowest band tried first; doubled until the distance fits (Ukkonen 1985).
  static let firstLimit = 64

  /// Fewest insertions, deletions and substitutions that turn `gold` into `predicted`.
  ///
  /// A good guess of the distance in `near` saves the search for the band. O(length · distance / 64) time, O(length)
  /// memory.
  public static func between(_ gold: [UInt32], _ predicted: [UInt32], near: Int = 0) -> Int {
    let (first, second, count) = SymbolRows.symbols(gold, predicted)
    return between(first[...], second[...], symbolCount: count, near: near)
  }

  /// The same over dense symbol numbers below `symbolCount`.
  static func between(
    _ gold: ArraySlice<Int32>, _ predicted: ArraySlice<Int32>, symbolCount: Int, near: Int = 0
  ) -> Int {
    let (gold, predicted) = trimmed(gold, predicted)
    guard !gold.isEmpty, !predicted.isEmpty else { return max(gold.count, predicted.count) }
    let rows = SymbolRows(gold, symbolCount: symbolCount)
    let most = max(gold.count, predicted.count)
    var limit = min(most, max(near, abs(gold.count - predicted.count)) + firstLimit)
    while true {
      var band = BitBand(rowCount: gold.count, columnCount: predicted.count, limit: limit)
      band.run(predicted, on: rows)
      let distance = band.bottom
      if distance <= limit || limit >= most { return distance }
      limit = min(most, limit * 2)
    }
  }

  /// Without the common beginning and end, which never change the distance.
  private static func trimmed(
    _ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>
  ) -> (ArraySlice<Int32>, ArraySlice<Int32>) {
    var (a, b) = (a, b)
    while let x = a.first, x == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let x = a.last, x == b.last {
      a.removeLast()
      b.removeLast()
    }
    return (a, b)
  }
}
