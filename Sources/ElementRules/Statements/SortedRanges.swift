/// Ranges of bytes that are looked into again and again; by bisection, logarithmic.
struct SortedRanges {
  /// In order and apart.
  private var ranges: [Range<Int>] = []

  /// Ranges in any order; those that touch become one.
  init(_ all: [Range<Int>]) {
    for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// True when one of them holds the offset.
  func contains(_ offset: Int) -> Bool { overlap(offset..<offset + 1) }

  /// True when one of them and `range` share a byte.
  func overlap(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].overlaps(range)
  }
}
