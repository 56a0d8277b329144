/// Values of numbers, dates and article numbers.
extension SafetyInspector {
  /// Compares every gold numeral with the predicted numerals it became, and reports invented ones.
  mutating func inspectNumbers() {
    let gold = NumberToken.all(in: pair.gold)
    let predicted = NumberToken.all(in: pair.predicted)
    let links = links(gold, predicted)
    var isLinked = [Bool](repeating: false, count: predicted.count)
    for (index, token) in gold.enumerated() {
      for other in links[index] { isLinked[other] = true }
      let values = Set(links[index].map { predicted[$0].value })
      if values == [token.value] || token.isWeak
        || isOnlyRunTogether(token, links[index].map { predicted[$0] })
      {
        continue
      }
      let low = links[index].map { predicted[$0].range.lowerBound }.min()
      let high = links[index].map { predicted[$0].range.upperBound }.max()
      let region = low.flatMap { low in high.map { low..<$0 } } ?? pair.region(of: token.range)
      if low == nil, isRepeat(around(token.range), in: pair.gold.content) { continue }
      report(Self.kind(token.role), gold: token.range, predicted: region)
    }
    for (index, token) in predicted.enumerated() where !isLinked[index] && !token.isWeak {
      let near = [index - 1, index + 1].contains {
        predicted.indices.contains($0) && predicted[$0].value == token.value
      }
      if near || token.range.allSatisfy({ pair.isMatched[$0] }) { continue }
      report(Self.kind(token.role), gold: goldRegion(of: token.range), predicted: token.range)
    }
  }

  /// For every gold numeral the predicted ones that share a character with it, or stand where it stood.
  private func links(_ gold: [NumberToken], _ predicted: [NumberToken]) -> [[Int]] {
    var owner = [Int](repeating: -1, count: pair.predicted.content.count)
    for (index, token) in predicted.enumerated() { for place in token.range { owner[place] = index } }
    var shared = [Bool](repeating: false, count: predicted.count)
    var result = gold.map { token in
      let owners = token.range.compactMap { pair.counterpart[$0] }.filter { $0 >= 0 && owner[$0] >= 0 }.map {
        owner[$0]
      }
      return owners.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    }
    for list in result { for index in list { shared[index] = true } }
    for (index, token) in gold.enumerated() {
      let low = pair.cuts[token.range.lowerBound].lowerBound
      let high = pair.cuts[token.range.upperBound].upperBound
      for place in low..<max(low, high) where owner[place] >= 0 && !shared[owner[place]] {
        shared[owner[place]] = true
        result[index].append(owner[place])
      }
    }
    return result
  }

  /// True when the same Chinese numerals only lack the mark between them (证据四，一共 → 证据四一共).
  private func isOnlyRunTogether(_ token: NumberToken, _ others: [NumberToken]) -> Bool {
    guard let first = token.range.first, pair.gold.content[first] > 0x7F, pair.isIntact(token.range) else {
      return false
    }
    return others.allSatisfy { $0.range.allSatisfy { pair.isMatched[$0] } }
  }

  /// The differing run that holds a range, or the range.
  private func around(_ range: Range<Int>) -> Range<Int> {
    pair.runs.first { $0.gold.lowerBound <= range.lowerBound && range.upperBound <= $0.gold.upperBound }?.gold
      ?? range
  }

  private static func kind(_ role: NumberToken.Role) -> SafetyKind {
    switch role {
    case .number: .number
    case .date: .date
    case .statute: .statute
    }
  }
}
