/// Columns of the edit-distance matrix, 64 rows to a word, within a band of diagonals.
///
/// Myers 1999 (bit vectors) in Hyyrö's block form, with Ukkonen's band: cells outside the band are taken as upper
/// bounds, so the last cell is exact whenever the true distance is at most `limit`, and above `limit` otherwise.
struct BitBand {
  let rowCount: Int
  let columnCount: Int
  private let lowest: Int  // least diagonal (row - column) an alignment within the limit can touch
  private let highest: Int
  private let words: Int
  private(set) var positive: [UInt64]  // bit r: cell below row r is one more than the cell above
  private(set) var negative: [UInt64]
  private(set) var first = 0  // first word of the band
  private(set) var last: Int
  private(set) var top = 0  // value of the cell just above the band

  /// A band for alignments of `rowCount` to `columnCount` symbols at distance `limit` or less.
  init(rowCount: Int, columnCount: Int, limit: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    let surplus = rowCount - columnCount
    lowest = -((limit - surplus) / 2)
    highest = (limit + surplus) / 2
    words = (rowCount + 63) / 64
    positive = Array(repeating: .max, count: words)
    negative = Array(repeating: 0, count: words)
    last = max(0, min(words - 1, highest / 64))
  }

  /// Computes columns `1...count`; after each, `keep` sees the band. O(columns · band / 64).
  mutating func run(
    _ text: ArraySlice<Int32>, on pattern: SymbolRows, keep: (borrowing BitBand) -> Void = { _ in }
  ) {
    let equal = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: words)
    defer { equal.deallocate() }
    equal.initialize(repeating: 0)
    var cursor = pattern.starts
    var column = 0
    for symbol in text {
      column += 1
      move(to: column)
      let end = Int(pattern.starts[Int(symbol) + 1])
      let hits = pattern.mark(
        equal, from: Int(cursor[Int(symbol)]), to: end, within: first * 64..<(last + 1) * 64)
      cursor[Int(symbol)] = Int32(hits.lowerBound)
      step(UnsafeBufferPointer(equal))
      pattern.unmark(equal, hits)
      keep(self)
    }
  }

  /// Values of the cells of the current column from the one above the band down; nil rows are outside.
  func values() -> (firstRow: Int, values: [Int]) {
    var value = top
    var values = [top]
    for row in first * 64..<min(rowCount, (last + 1) * 64) {
      let bit: UInt64 = 1 << UInt64(row & 63)
      if positive[row >> 6] & bit != 0 { value += 1 } else if negative[row >> 6] & bit != 0 { value -= 1 }
      values.append(value)
    }
    return (first * 64, values)
  }

  /// The last cell of the current column, meaningful when the band reaches it.
  var bottom: Int {
    var value = top
    for word in first..<max(first, words) where word <= last {
      let used = min(64, rowCount - word * 64)
      let mask: UInt64 = used == 64 ? .max : (1 << UInt64(used)) - 1
      value += (positive[word] & mask).nonzeroBitCount - (negative[word] & mask).nonzeroBitCount
    }
    return value
  }

  /// Drops words that fall above the band and opens those that enter below it.
  private mutating func move(to column: Int) {
    let newFirst = min(max(0, column + lowest - 1) / 64, max(0, words - 1))
    while first < newFirst {
      top += positive[first].nonzeroBitCount - negative[first].nonzeroBitCount
      first += 1
    }
    last = max(first, min(words - 1, max(0, column + highest - 1) / 64))
  }

  private mutating func step(_ equal: UnsafeBufferPointer<UInt64>) {
    guard words > 0 else {
      top += 1
      return
    }
    let (first, last) = (first, last)
    positive.withUnsafeMutableBufferPointer { positive in
      negative.withUnsafeMutableBufferPointer { negative in
        var (up, down): (UInt64, UInt64) = (1, 0)  // the row above grows by one with every column
        for word in first...last {
          let (vp, vn) = (positive[word], negative[word])
          let x = equal[word] | vn
          let eq = equal[word] | down
          let d = (((eq & vp) &+ vp) ^ vp) | eq
          var hp = vn | ~(d | vp)
          var hn = vp & d
          let (nextUp, nextDown) = (hp >> 63, hn >> 63)
          hp = hp << 1 | up
          hn = hn << 1 | down
          positive[word] = hn | ~(x | hp)
          negative[word] = hp & x
          (up, down) = (nextUp, nextDown)
        }
      }
    }
    top += 1
  }
}
