/// "Did you mean": the nearest known word.
public enum NearestWord {
  /// The candidate with the least edits, when it is near enough to be meant; O(candidates × length²).
  public static func find(_ word: String, in candidates: [String]) -> String? {
    let scored = candidates.map { ($0, distance(Array(word.unicodeScalars), Array($0.unicodeScalars))) }
    guard let best = scored.min(by: { $0.1 < $1.1 }) else { return nil }
    let near = best.1 <= max(1, word.count / 2)
    return near || best.0.hasPrefix(word) ? best.0 : nil
  }

  /// Levenshtein distance with transpositions (optimal string alignment).
  public static func distance<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
    var previous: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, previous[j - 1] + 1) }
        next.append(cost)
      }
      (previous, row) = (row, next)
    }
    return row[b.count]
  }
}
