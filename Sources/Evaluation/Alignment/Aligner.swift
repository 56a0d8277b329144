/// Finds one alignment of least cost: Myers' bit vectors, traced back directly when the band fits in memory, and
/// halved by Hirschberg's method (1975) while it does not.
///
/// Of several best alignments it takes, from the end, a deletion before an insertion before a diagonal, which is
/// what rapidfuzz (and so jiwer) does on texts of one line. Exact, O(length · distance / 32) time.
public struct Aligner: Sendable {
  /// Bytes of band kept for the traceback before the problem is halved.
  let memory: Int

  /// An aligner that keeps at most `memory` bytes of matrix.
  public init(memory: Int = 48 << 20) { self.memory = memory }

  /// Aligns two texts given as scalars.
  public func align(_ gold: [UInt32], _ predicted: [UInt32]) -> Alignment {
    let (first, second, count) = SymbolRows.symbols(gold, predicted)
    var steps: [Alignment.Step] = []
    steps.reserveCapacity(max(gold.count, predicted.count))
    extend(&steps, first[...], second[...], count)
    return Alignment(steps: steps)
  }

  private func extend(
    _ steps: inout [Alignment.Step], _ gold: ArraySlice<Int32>, _ predicted: ArraySlice<Int32>, _ symbols: Int
  ) {
    let head = zip(gold, predicted).prefix { $0 == $1 }.count
    let tail = zip(gold.dropFirst(head).reversed(), predicted.dropFirst(head).reversed()).prefix { $0 == $1 }
      .count
    let (gold, predicted) = (gold.dropFirst(head).dropLast(tail), predicted.dropFirst(head).dropLast(tail))
    steps += repeatElement(.match, count: head)
    solve(&steps, gold, predicted, symbols)
    steps += repeatElement(.match, count: tail)
  }

  private func solve(
    _ steps: inout [Alignment.Step], _ gold: ArraySlice<Int32>, _ predicted: ArraySlice<Int32>, _ symbols: Int
  ) {
    if gold.isEmpty || predicted.isEmpty {
      steps += repeatElement(.deletion, count: gold.count)
      steps += repeatElement(.insertion, count: predicted.count)
      return
    }
    let distance = EditDistance.between(gold, predicted, symbolCount: symbols)
    let bandWords = min((gold.count + 63) / 64, distance / 64 + 2)
    if bandWords * 16 * predicted.count <= memory || predicted.count < 2 {
      steps += traced(gold, predicted, symbols, distance)
      return
    }
    let middle = predicted.startIndex + predicted.count / 2
    let cut = split(gold, predicted, at: middle, symbols, distance)
    extend(&steps, gold[..<cut], predicted[..<middle], symbols)
    extend(&steps, gold[cut...], predicted[middle...], symbols)
  }

  /// The gold index where a best alignment passes the column `middle`.
  private func split(
    _ gold: ArraySlice<Int32>, _ predicted: ArraySlice<Int32>, at middle: Int, _ symbols: Int, _ limit: Int
  ) -> Int {
    let down = half(gold, predicted[..<middle], predicted.count, symbols, limit)
    let up = half(
      ArraySlice(gold.reversed()), ArraySlice(predicted[middle...].reversed()), predicted.count, symbols,
      limit)
    var best = (cost: Int.max, row: 0)
    for (offset, value) in down.values.enumerated() {
      let row = down.firstRow + offset
      let other = gold.count - row - up.firstRow
      guard up.values.indices.contains(other) else { continue }
      let cost = value + up.values[other]
      if cost < best.cost { best = (cost, row) }
    }
    return gold.startIndex + best.row
  }

  private func half(
    _ gold: ArraySlice<Int32>, _ part: ArraySlice<Int32>, _ columns: Int, _ symbols: Int, _ limit: Int
  ) -> (firstRow: Int, values: [Int]) {
    var band = BitBand(rowCount: gold.count, columnCount: columns, limit: limit)
    band.run(part, on: SymbolRows(gold, symbolCount: symbols))
    return band.values()
  }

  private func traced(
    _ gold: ArraySlice<Int32>, _ predicted: ArraySlice<Int32>, _ symbols: Int, _ distance: Int
  ) -> [Alignment.Step] {
    var trace = BandTrace(columnCount: predicted.count)
    var band = BitBand(rowCount: gold.count, columnCount: predicted.count, limit: distance)
    band.run(predicted, on: SymbolRows(gold, symbolCount: symbols)) { trace.keep($0) }
    return trace.path(Array(gold), Array(predicted))
  }
}
