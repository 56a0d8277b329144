/// For every symbol of a pattern, the rows where it stands; replaces the dense tables of Myers' algorithm.
///
/// Memory is O(rows + symbols) whatever the alphabet, so no text can blow it up.
struct SymbolRows {
  /// Rows of symbol `s`: `rows[starts[s]..<starts[s + 1]]`, ascending.
  private(set) var starts: [Int32]
  private(set) var rows: [Int32]

  /// Counting sort of the pattern's rows by symbol.
  init(_ pattern: ArraySlice<Int32>, symbolCount: Int) {
    starts = Array(repeating: 0, count: symbolCount + 2)
    rows = Array(repeating: 0, count: pattern.count)
    for symbol in pattern { starts[Int(symbol) + 2] += 1 }
    for symbol in 2..<max(starts.count, 2) { starts[symbol] += starts[symbol - 1] }
    for (row, symbol) in pattern.enumerated() {
      rows[Int(starts[Int(symbol) + 1])] = Int32(row)
      starts[Int(symbol) + 1] += 1
    }
  }

  /// Sets the bits of the entries `from..<to` whose rows lie in `band`; returns those entries.
  func mark(
    _ bits: UnsafeMutableBufferPointer<UInt64>, from: Int, to: Int, within band: Range<Int>
  ) -> Range<Int> {
    rows.withUnsafeBufferPointer { rows in
      var first = from
      while first < to, Int(rows[first]) < band.lowerBound { first += 1 }
      var next = first
      while next < to, Int(rows[next]) < band.upperBound {
        bits[Int(rows[next]) >> 6] |= 1 << UInt64(rows[next] & 63)
        next += 1
      }
      return first..<next
    }
  }

  /// Clears the words that `mark` touched.
  func unmark(_ bits: UnsafeMutableBufferPointer<UInt64>, _ entries: Range<Int>) {
    rows.withUnsafeBufferPointer { rows in
      for entry in entries { bits[Int(rows[entry]) >> 6] = 0 }
    }
  }

  /// Maps the scalars of two texts to shared dense symbol numbers. O(both).
  static func symbols(_ gold: [UInt32], _ predicted: [UInt32]) -> (
    gold: [Int32], predicted: [Int32], count: Int
  ) {
    var plane = [Int32](repeating: -1, count: 0x1_0000)
    var rest: [UInt32: Int32] = [:]
    var count: Int32 = 0
    func number(_ scalar: UInt32) -> Int32 {
      if scalar < 0x1_0000, plane[Int(scalar)] >= 0 { return plane[Int(scalar)] }
      if scalar >= 0x1_0000, let known = rest[scalar] { return known }
      if scalar < 0x1_0000 { plane[Int(scalar)] = count } else { rest[scalar] = count }
      count += 1
      return count - 1
    }
    let first = gold.map(number)
    let second = predicted.map(number)
    return (first, second, Int(count))
  }
}
