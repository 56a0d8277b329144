/// Fills a `CaseScore` from an aligned pair.
struct CaseTally {
  private let pair: AlignedPair
  private let phaseOfTurn: [HearingPhase]
  private var score: CaseScore
  private var slices: [TranscriptCounts]  // by gold turn

  init(_ gold: GoldCase, _ pair: AlignedPair) {
    self.pair = pair
    score = CaseScore(gold)
    score.counts.hearings = 1
    phaseOfTurn = HearingPhase.phases(of: pair.gold)
    slices = Array(repeating: .zero, count: max(1, pair.gold.turns.count))
  }

  mutating func countBody() {
    score.counts.bodyLength = pair.gold.body.count
    score.counts.bodyDistance = EditDistance.between(
      pair.gold.body, pair.predicted.body, near: pair.alignment.distance * 5 / 4)
  }

  mutating func countContent() {
    for (index, turn) in pair.gold.turns.enumerated() { slices[index].contentLength += turn.content.count }
    var (gold, predicted) = (0, 0)
    for step in pair.alignment.steps {
      let turn = step == .insertion ? pair.goldTurn(atCut: gold) : pair.goldTurn[gold]
      switch step {
      case .match: break
      case .substitution: slices[turn].substitutions += 1
      case .deletion: slices[turn].deletions += 1
      case .insertion: slices[turn].insertions += 1
      }
      if step != .match { confuse(step, gold, predicted) }
      if step != .insertion { gold += 1 }
      if step != .deletion { predicted += 1 }
    }
    for run in pair.runs { addError(run) }
  }

  mutating func countMarks() {
    let matcher = MarkMatcher(pair)
    for mark in pair.gold.marks { slices[mark.turn].markGold[slot(mark.scalar)] += 1 }
    for mark in pair.predicted.marks { slices[turnOf(predicted: mark)].markPredicted[slot(mark.scalar)] += 1 }
    for hit in matcher.hits {
      slices[pair.gold.marks[hit].turn].markHits[slot(pair.gold.marks[hit].scalar)] += 1
    }
    for miss in matcher.misses { addError(miss) }
  }

  mutating func countSpeakers() {
    var run: (start: Int, turn: Int, other: Int)?
    for index in pair.gold.content.indices {
      let turn = pair.goldTurn[index]
      let place = pair.counterpart[index]
      let label = pair.gold.turns[turn].label
      guard place >= 0 else {
        score.roles.add(label, "")
        continue
      }
      let other = pair.predictedTurn[place]
      score.roles.add(label, pair.predicted.turns[other].label)
      let isRight = pair.predicted.turns[other].label == label
      if isRight { slices[turn].rightSpeaker += 1 }
      if let open = run, isRight || open.turn != turn || open.other != other {
        addRoleError(open.start..<index, open.other)
        run = nil
      }
      if !isRight, run == nil { run = (index, turn, other) }
    }
    if let open = run { addRoleError(open.start..<pair.gold.content.count, open.other) }
  }

  mutating func countSafety(names: [String]) {
    var inspector = SafetyInspector(pair, names: names)
    score.safety = inspector.inspect()
    let turns = Dictionary(
      pair.gold.turns.enumerated().map { ($1.line, $0) }, uniquingKeysWith: { first, _ in first })
    for error in score.safety {
      guard let slot = SafetyKind.allCases.firstIndex(of: error.kind) else { continue }
      slices[turns[error.goldLine] ?? 0].safety[slot] += 1
    }
  }

  /// The score with the slices summed up.
  func finished() -> CaseScore {
    var score = score
    for (index, slice) in slices.enumerated() {
      score.counts += slice
      guard pair.gold.turns.indices.contains(index) else { continue }
      score.speakers[pair.gold.turns[index].label, default: .zero] += slice
      score.phases[phaseOfTurn[index], default: .zero] += slice
    }
    score.characterInterval = interval()
    score.errors.sort { ($0.goldLine, $0.predictedLine) < ($1.goldLine, $1.predictedLine) }
    return score
  }

  /// Turns are the units here, since one hearing alone has nothing else to resample.
  private func interval() -> Interval? {
    guard slices.count > 1 else { return nil }
    let turns = slices.map { ErrorRatio(errors: $0.contentErrors, length: $0.contentLength) }
    return Bootstrap(rounds: 500).intervals(turns, [{ $0.accuracy }])[0]
  }

  private func slot(_ scalar: UInt32) -> Int {
    ContentClass.marks.firstIndex(of: scalar) ?? ContentClass.marks.count
  }

  /// Gold turn that a predicted mark falls into.
  private func turnOf(predicted mark: TranscriptText.Mark) -> Int {
    var low = 0
    var high = pair.cuts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if pair.cuts[middle].upperBound < mark.cut { low = middle + 1 } else { high = middle }
    }
    return pair.goldTurn(atCut: low)
  }

  private mutating func confuse(_ step: Alignment.Step, _ gold: Int, _ predicted: Int) {
    let right = step == .insertion ? "" : TranscriptText.string([pair.gold.content[gold]])
    let wrong = step == .deletion ? "" : TranscriptText.string([pair.predicted.content[predicted]])
    score.characters.add(right, wrong)
  }

  private mutating func addError(_ run: AlignedPair.Run) {
    let kind = ErrorKinds.kind(of: run, in: pair)
    let text = (pair.gold.string(run.gold), pair.predicted.string(run.predicted))
    append(kind, run.gold, run.predicted, text, weight: max(run.gold.count, run.predicted.count))
  }

  private mutating func addError(_ miss: MarkMatcher.Miss) {
    let gold = miss.gold.map { pair.gold.marks[$0] }
    let predicted = miss.predicted.map { pair.predicted.marks[$0] }
    let text = (
      gold.map { TranscriptText.string([$0.scalar]) } ?? "",
      predicted.map { TranscriptText.string([$0.scalar]) } ?? ""
    )
    score.marks.add(text.0, text.1)
    let context = MarkContext(pair, gold: gold, predicted: predicted)
    score.errors.append(
      TranscriptError(
        kind: .punctuation, goldLine: context.goldLine, predictedLine: context.predictedLine,
        speaker: context.speaker, gold: text.0, predicted: text.1, before: context.before,
        after: context.after,
        weight: 1))
  }

  private mutating func addRoleError(_ range: Range<Int>, _ other: Int) {
    let turn = pair.gold.turns[pair.goldTurn[range.lowerBound]]
    let wrong = pair.predicted.turns[other]
    append(.roles, range, pair.region(of: range), (turn.label, wrong.label), weight: range.count)
  }

  private mutating func append(
    _ kind: TranscriptError.Kind, _ gold: Range<Int>, _ predicted: Range<Int>, _ text: (String, String),
    weight: Int
  ) {
    let context = ErrorContext(pair, gold: gold, predicted: predicted)
    score.errors.append(
      TranscriptError(
        kind: kind, goldLine: context.goldLine, predictedLine: context.predictedLine,
        speaker: context.speaker,
        gold: text.0, predicted: text.1, before: context.before, after: context.after, weight: weight))
  }
}

/// Errors against length, for resampling turns cheaply.
private struct ErrorRatio: AdditiveCounts {
  static let zero = ErrorRatio(errors: 0, length: 0)
  var errors: Int
  var length: Int

  static func += (sum: inout ErrorRatio, other: ErrorRatio) {
    sum.errors += other.errors
    sum.length += other.length
  }

  var accuracy: Double { length == 0 ? 1 : max(0, 1 - Double(errors) / Double(length)) }
}
