import TextCore

/// Lists of different lengths one after the other.
struct Rows<Element: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  private let starts: FixedArray<Int32>
  private let items: FixedArray<Element>

  /// `rows` pairs of row number and element, in any order; elements of a row keep their order. Linear.
  init(_ pairs: [(row: Int32, item: Element)], rows: Int) {
    var starts = [Int32](repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var order = [Int](repeating: 0, count: pairs.count)
    var next = starts
    for (index, pair) in pairs.enumerated() {
      order[Int(next[Int(pair.row)])] = index
      next[Int(pair.row)] += 1
    }
    self.starts = FixedArray(starts)
    items = FixedArray(order.map { pairs[$0].item })
  }

  /// Rows there are.
  var count: Int { starts.count - 1 }

  /// The rows for reading, as long as they live; the numbers of rows come from who made them and are not checked.
  var view: View { View(starts: starts.base, items: items.base) }

  struct View: BitwiseCopyable {
    let starts: UnsafePointer<Int32>
    let items: UnsafePointer<Element>

    /// Places of the elements of a row in `items`.
    @inline(__always)
    func range(_ row: Int) -> Range<Int> {
      Range(uncheckedBounds: (Int(starts[row]), Int(starts[row + 1])))
    }

    /// The elements of a row.
    @inline(__always)
    subscript(row: Int) -> UnsafeBufferPointer<Element> {
      let range = range(row)
      return UnsafeBufferPointer(start: items + range.lowerBound, count: range.count)
    }
  }
}
