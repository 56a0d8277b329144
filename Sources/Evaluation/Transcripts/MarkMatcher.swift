/// Compares the marks of both sides at aligned positions.
///
/// A gold mark and a predicted mark are at the same position when the alignment path passes through the pair of
/// their cuts; equal marks at one position are matched once each, in path order.
struct MarkMatcher {
  /// A mark that has no equal at its position, with the mark that stands there instead, when there is one.
  struct Miss {
    let gold: Int?
    let predicted: Int?
  }

  private(set) var hits: [Int] = []  // indices of gold marks found
  private(set) var misses: [Miss] = []
  private let pair: AlignedPair
  private var goldUsed: [Bool]
  private var predictedUsed: [Bool]

  init(_ pair: AlignedPair) {
    self.pair = pair
    goldUsed = Array(repeating: false, count: pair.gold.marks.count)
    predictedUsed = Array(repeating: false, count: pair.predicted.marks.count)
    sweep { $0 == $1 }
    hits = goldUsed.indices.filter { goldUsed[$0] }
    let found = goldUsed
    sweep { _, _ in true }
    misses += goldUsed.indices.filter { !goldUsed[$0] }.map { Miss(gold: $0, predicted: nil) }
    misses += predictedUsed.indices.filter { !predictedUsed[$0] }.map { Miss(gold: nil, predicted: $0) }
    misses = misses.filter { miss in miss.gold.map { !found[$0] } ?? true }
  }

  /// Walks the path once and pairs unused marks that meet `agree`. O(path + marks).
  private mutating func sweep(_ agree: (UInt32, UInt32) -> Bool) {
    let gold = pair.gold.marks
    let predicted = pair.predicted.marks
    var start = 0
    for index in gold.indices where !goldUsed[index] {
      let cuts = pair.cuts[gold[index].cut]
      while start < predicted.count, predicted[start].cut < cuts.lowerBound { start += 1 }
      var other = start
      while other < predicted.count, predicted[other].cut <= cuts.upperBound {
        if !predictedUsed[other], agree(gold[index].scalar, predicted[other].scalar) {
          pairUp(index, other)
          break
        }
        other += 1
      }
    }
  }

  private mutating func pairUp(_ gold: Int, _ predicted: Int) {
    goldUsed[gold] = true
    predictedUsed[predicted] = true
    if pair.gold.marks[gold].scalar != pair.predicted.marks[predicted].scalar {
      misses.append(Miss(gold: gold, predicted: predicted))
    }
  }
}
