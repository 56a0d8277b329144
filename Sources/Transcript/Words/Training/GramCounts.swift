/// How often each sequence of one length occurs, sorted by key.
struct GramCounts {
  /// The sequences as `GramTable.key` makes them.
  private(set) var keys: [UInt64] = []
  /// How often each occurs.
  private(set) var counts: [Int32] = []

  /// Counts sorted keys.
  private init(sorted: [UInt64]) {
    for key in sorted {
      if key == keys.last {
        counts[counts.count - 1] += 1
      } else {
        keys.append(key)
        counts.append(1)
      }
    }
  }

  /// Counts all sequences of `length` symbols that end somewhere in the text; O(n log n).
  init(_ symbols: [UInt16], length: Int) {
    var keys: [UInt64] = []
    keys.reserveCapacity(symbols.count)
    for end in symbols.indices { keys.append(GramTable.key(symbols, end, length)) }
    keys.sort()
    self.init(sorted: keys)
  }

  /// Counts after how many different symbols each shorter sequence stands: the counts that Kneser and Ney give to lower
  /// orders.
  init(continuationsOf longer: GramCounts, length: Int) {
    let mask = UInt64(1) << (WordSymbols.bits * UInt64(length)) - 1
    let head = UInt64(length) << (WordSymbols.bits * UInt64(length))
    self.init(sorted: longer.keys.map { $0 & mask | head }.sorted())
  }

  /// How often a sequence occurs; O(log n).
  func count(_ key: UInt64) -> Int32 { keys.sortedIndex(of: key).map { counts[$0] } ?? 0 }

  /// How many sequences occur exactly `count` times.
  func number(with count: Int32) -> Int { counts.reduce(0) { $0 + ($1 == count ? 1 : 0) } }
}

extension [UInt64] {
  /// Where a value stands in a sorted list; nil when it is not there. O(log n).
  func sortedIndex(of value: UInt64) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}
