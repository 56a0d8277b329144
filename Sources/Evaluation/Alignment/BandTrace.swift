/// The bands of all columns of a small problem, kept so that a best path can be read back.
struct BandTrace {
  private var starts: [Int] = [0]
  private var firsts: [Int] = []
  private var positive: [UInt64] = []
  private var negative: [UInt64] = []

  init(columnCount: Int) {
    starts.reserveCapacity(columnCount + 1)
    firsts.reserveCapacity(columnCount)
  }

  /// Keeps the current column of `band`.
  mutating func keep(_ band: borrowing BitBand) {
    firsts.append(band.first)
    positive += band.positive[band.first...band.last]
    negative += band.negative[band.first...band.last]
    starts.append(positive.count)
  }

  /// The path from the beginning to the end; ties: deletion, then insertion, then the diagonal, from the end.
  func path(_ gold: [Int32], _ predicted: [Int32]) -> [Alignment.Step] {
    var steps: [Alignment.Step] = []
    var (row, column) = (gold.count, predicted.count)
    while row > 0, column > 0 {
      if bit(positive, row, column, outside: false) {
        steps.append(.deletion)
        row -= 1
      } else if column > 1, bit(negative, row, column - 1, outside: false) {
        steps.append(.insertion)
        column -= 1
      } else {
        row -= 1
        column -= 1
        steps.append(gold[row] == predicted[column] ? .match : .substitution)
      }
    }
    steps += repeatElement(.deletion, count: row)
    steps += repeatElement(.insertion, count: column)
    return steps.reversed()
  }

  /// The bit of 1-based `row` in 1-based `column`.
  private func bit(_ bits: [UInt64], _ row: Int, _ column: Int, outside: Bool) -> Bool {
    let word = starts[column - 1] + (row - 1) / 64 - firsts[column - 1]
    guard word >= starts[column - 1], word < starts[column] else { return outside }
    return bits[word] >> UInt64((row - 1) & 63) & 1 == 1
  }
}
