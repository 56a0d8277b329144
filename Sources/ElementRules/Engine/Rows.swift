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

  /// Indices of the elements of a row, for `subscript`.
  @inline(__always)
  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  @inline(__always)
  subscript(index: Int) -> Element { items[index] }

  /// All elements in memory, as long as the rows live.
  var base: UnsafePointer<Element> { items.base }

  /// The elements of a row in memory, as long as the rows live.
  @inline(__always)
  func row(_ row: Int) -> UnsafeBufferPointer<Element> {
    let range = range(row)
    return UnsafeBufferPointer(start: items.base + range.lowerBound, count: range.count)
  }
}
