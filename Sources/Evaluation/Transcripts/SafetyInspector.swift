/// Finds the changes of meaning in a prediction: names, statutes, dates, numbers, answers, negations.
///
/// Each changed place is counted once, under the first kind that claims it in that order. What only looks different
/// (一万二 for 12000, a repeat of the same words) is no safety error.
struct SafetyInspector {
  let pair: AlignedPair
  let names: [[UInt32]]
  var errors: [SafetyError] = []
  private var claimedGold: [Bool]
  private var claimedPredicted: [Bool]

  /// An inspector that knows the participants' names.
  init(_ pair: AlignedPair, names: [String]) {
    self.pair = pair
    self.names = names.map { $0.unicodeScalars.map(\.value) }.filter { $0.count >= 2 }
    claimedGold = Array(repeating: false, count: pair.gold.content.count)
    claimedPredicted = Array(repeating: false, count: pair.predicted.content.count)
  }

  /// All safety errors, in gold order.
  mutating func inspect() -> [SafetyError] {
    inspectNames()
    inspectStatuteTitles()
    inspectNumbers()
    inspectAnswers()
    inspectNegations()
    return errors.sorted {
      ($0.goldLine, $0.predictedLine, $0.gold) < ($1.goldLine, $1.predictedLine, $1.gold)
    }
  }

  /// Records one error unless its place is claimed already.
  mutating func report(_ kind: SafetyKind, gold: Range<Int>, predicted: Range<Int>) {
    let taken = gold.contains { claimedGold[$0] } || predicted.contains { claimedPredicted[$0] }
    guard !taken else { return }
    for index in gold { claimedGold[index] = true }
    for index in predicted { claimedPredicted[index] = true }
    let context = ErrorContext(pair, gold: gold, predicted: predicted)
    errors.append(
      SafetyError(
        kind: kind, goldLine: context.goldLine, predictedLine: context.predictedLine,
        speaker: context.speaker,
        gold: pair.gold.string(gold), predicted: pair.predicted.string(predicted), before: context.before,
        after: context.after))
  }

  private mutating func inspectNames() {
    for name in names {
      for range in Self.occurrences(of: name, in: pair.gold.content) where !pair.isIntact(range) {
        report(.name, gold: range, predicted: pair.region(of: range))
      }
      for range in Self.occurrences(of: name, in: pair.predicted.content)
      where !range.allSatisfy({ pair.isMatched[$0] }) && !isRepeat(range, in: pair.predicted.content) {
        report(.name, gold: goldRegion(of: range), predicted: range)
      }
    }
  }

  private mutating func inspectStatuteTitles() {
    var open: Int?
    for mark in pair.gold.marks {
      if mark.scalar == 0x300A { open = mark.cut }
      guard mark.scalar == 0x300B, let start = open, start < mark.cut else { continue }
      open = nil
      let range = start..<mark.cut
      let title = pair.gold.string(range)
      guard SafetyLexicon.statuteEndings.contains(where: title.hasSuffix), !pair.isIntact(range) else {
        continue
      }
      report(.statute, gold: range, predicted: pair.region(of: range))
    }
  }

  private mutating func inspectAnswers() {
    for (index, turn) in pair.gold.turns.enumerated() where index > 0 && !turn.content.isEmpty {
      guard endsInQuestion(index - 1) else { continue }
      let content = pair.gold.content[turn.content]
      let word = SafetyLexicon.answers.first { content.starts(with: $0) }
      let length = max(word?.count ?? 0, turn.content.count <= 2 ? turn.content.count : 0)
      let range = turn.content.lowerBound..<turn.content.lowerBound + length
      if length > 0, !pair.isIntact(range) { report(.answer, gold: range, predicted: pair.region(of: range)) }
    }
  }

  private func endsInQuestion(_ turn: Int) -> Bool {
    var last: UInt32 = 0
    var low = 0
    var high = pair.gold.marks.count
    while low < high {
      let middle = (low + high) / 2
      if pair.gold.marks[middle].turn <= turn { low = middle + 1 } else { high = middle }
    }
    if low > 0, pair.gold.marks[low - 1].turn == turn { last = pair.gold.marks[low - 1].scalar }
    return last == 0xFF1F
  }

  private mutating func inspectNegations() {
    for run in pair.runs {
      let gold = run.gold.filter { Self.negates(pair.gold.content, $0) }
      var predicted = run.predicted.filter { Self.negates(pair.predicted.content, $0) }
      for index in gold {
        if let same = predicted.firstIndex(where: { pair.predicted.content[$0] == pair.gold.content[index] })
        {
          predicted.remove(at: same)
        } else if !isRepeat(run.gold, in: pair.gold.content) {
          report(.negation, gold: index..<index + 1, predicted: pair.region(of: index..<index + 1))
        }
      }
      for index in predicted where !isRepeat(run.predicted, in: pair.predicted.content) && !isStutter(index) {
        let cut = goldRegion(of: index..<index + 1)
        report(.negation, gold: cut, predicted: index..<index + 1)
      }
    }
  }

  /// Gold characters that a predicted range stands for; an empty cut when there are none.
  func goldRegion(of range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = pair.cuts.count
    while low < high {
      let middle = (low + high) / 2
      if pair.cuts[middle].upperBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < pair.gold.content.count, pair.cuts[end].upperBound < range.upperBound { end += 1 }
    return min(low, pair.gold.content.count)..<max(min(low, pair.gold.content.count), end)
  }

  /// True when the range, or a shift of it, says again what stands right beside it.
  func isRepeat(_ range: Range<Int>, in content: [UInt32]) -> Bool {
    let length = range.count
    guard length > 0 else { return false }
    var same = 0
    var left = range.lowerBound
    while left > 0, same < length, content[left - 1] == content[left - 1 + length] {
      left -= 1
      same += 1
    }
    var right = range.upperBound
    while right < content.count, same < length, content[right] == content[right - length] {
      right += 1
      same += 1
    }
    return same >= length
  }

  /// True when the same character stands beside it, with nothing but fillers between.
  private func isStutter(_ index: Int) -> Bool {
    let content = pair.predicted.content
    var left = index - 1
    while left >= 0, SafetyLexicon.fillers.contains(content[left]) { left -= 1 }
    if left >= 0, content[left] == content[index] { return true }
    var right = index + 1
    while right < content.count, SafetyLexicon.fillers.contains(content[right]) { right += 1 }
    return right < content.count && content[right] == content[index]
  }

  private static func negates(_ content: [UInt32], _ index: Int) -> Bool {
    guard SafetyLexicon.negations.contains(content[index]) else { return false }
    return !SafetyLexicon.notNegating.contains { word in
      guard let place = word.firstIndex(of: content[index]) else { return false }
      let start = index - place
      return start >= 0 && start + word.count <= content.count
        && content[start..<start + word.count].elementsEqual(word)
    }
  }

  static func occurrences(of word: [UInt32], in content: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard let first = word.first, content.count >= word.count else { return [] }
    for start in 0...(content.count - word.count)
    where content[start] == first && content[start..<start + word.count].elementsEqual(word) {
      found.append(start..<start + word.count)
    }
    return found
  }
}
