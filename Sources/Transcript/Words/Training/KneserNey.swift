import Foundation

/// Interpolated Kneser–Ney with three discounts (Chen and Goodman 1999), in back-off form and pruned by count.
struct KneserNey {
  /// Sequences rarer than this are left out, by length: 1, 2, 4, 7.
  static let leastCounts: [Int32] = [1, 2, 4, 7]

  /// What is known of the sequences of one length, sorted by key.
  private struct Level {
    var keys: [UInt64] = []
    var probabilities: [Double] = []
    /// The share that a context leaves to shorter contexts.
    var turnings: [Double] = []
  }

  private var levels: [Level] = []
  private let uniform: Double

  /// Estimates from running text; a minute for ten million symbols.
  init(_ symbols: [UInt16], alphabet: Int) {
    uniform = 1 / Double(alphabet)
    var counts = [GramCounts(symbols, length: GramTable.order)]
    for length in stride(from: GramTable.order - 1, to: 0, by: -1) {
      counts.insert(GramCounts(continuationsOf: counts[0], length: length), at: 0)
    }
    for length in 1...GramTable.order {
      let raw = length == GramTable.order ? counts[length - 1] : GramCounts(symbols, length: length)
      addLevel(length, counts[length - 1], raw)
    }
  }

  /// The table of all sequences that were kept.
  var table: GramTable {
    var table = GramTable(capacity: levels.reduce(0) { $0 + $1.keys.count })
    for level in levels {
      for index in level.keys.indices {
        table.insert(
          level.keys[index], cost: Self.cost(level.probabilities[index]),
          turning: Self.cost(level.turnings[index]))
      }
    }
    return table
  }

  private static func cost(_ probability: Double) -> Int {
    Int((-log(probability) * Double(GramTable.unit)).rounded())
  }

  private mutating func addLevel(_ length: Int, _ counts: GramCounts, _ raw: GramCounts) {
    let discounts = Self.discounts(counts)
    let least = Self.leastCounts[length - 1]
    var level = Level()
    var start = 0
    while start < counts.keys.count {
      let context = counts.keys[start] >> WordSymbols.bits
      var end = start
      while end < counts.keys.count, counts.keys[end] >> WordSymbols.bits == context { end += 1 }
      let kept = (start..<end).filter { raw.count(counts.keys[$0]) >= least }
      let total = (start..<end).reduce(0) { $0 + Double(counts.counts[$1]) }
      func share(_ index: Int) -> Double {
        let count = counts.counts[index]
        return (Double(count) - discounts[Int(min(count, 3)) - 1]) / total
      }
      let left = 1 - kept.reduce(0) { $0 + share($1) }
      for index in kept {
        level.keys.append(counts.keys[index])
        level.probabilities.append(share(index) + left * shorter(counts.keys[index], length))
      }
      if length > 1 { setTurning(Self.rekey(context, length), left) }
      start = end
    }
    level.turnings = [Double](repeating: 1, count: level.keys.count)
    levels.append(level)
  }

  /// The share of sequences seen once, twice, more often that goes to the unseen.
  private static func discounts(_ counts: GramCounts) -> [Double] {
    let seen = (1...4).map { Double(max(counts.number(with: Int32($0)), 1)) }
    let base = seen[0] / (seen[0] + 2 * seen[1])
    return (1...3).map { count -> Double in
      let (most, share) = (Double(count), Double(count + 1) * base * seen[count] / seen[count - 1])
      return min(max(most - share, 0.1), most - 0.1)
    }
  }

  /// A context cut off a key of `length` symbols still says `length`; makes it a key of its own.
  private static func rekey(_ context: UInt64, _ length: Int) -> UInt64 {
    let size = WordSymbols.bits * UInt64(length - 1)
    return UInt64(length - 1) << size | context & (UInt64(1) << size - 1)
  }

  private mutating func setTurning(_ context: UInt64, _ share: Double) {
    let last = levels.count - 1
    guard let index = levels[last].keys.sortedIndex(of: context) else { return }
    levels[last].turnings[index] = share
  }

  /// The probability of the last symbol after a context shorter by one, as the pruned model has it.
  private func shorter(_ key: UInt64, _ length: Int) -> Double {
    guard length > 1 else { return uniform }
    let size = WordSymbols.bits * UInt64(length - 1)
    let suffix = UInt64(length - 1) << size | key & (UInt64(1) << size - 1)
    let level = levels[length - 2]
    if let index = level.keys.sortedIndex(of: suffix) { return level.probabilities[index] }
    let context = Self.rekey(suffix >> WordSymbols.bits, length - 1)
    let turning =
      length > 2
      ? levels[length - 3].keys.sortedIndex(of: context).map { levels[length - 3].turnings[$0] } : 1
    return (turning ?? 1) * shorter(suffix, length - 1)
  }
}
