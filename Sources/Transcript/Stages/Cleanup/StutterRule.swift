/// Collapses stutters and immediate repeats, also across a comma or hesitation (standard, section 3):
/// 我我我不知道 → 我不知道, 有权，有权请求 → 有权请求, 手机，呃，手机 → 手机.
///
/// Reduplications (看看, 一个一个, 商量商量), numerals, A-not-A questions and repeats that two clauses share
/// (他打我我就跑) stay. Runs before hesitations go, since they tell a stutter from a second clause.
struct StutterRule: RemovalRule {
  let closesGaps = false

  func mark(_ speech: SpeechScalars, _ turn: SpokenTurn, _ mask: inout RemovalMask) {
    let judge = StutterJudge(speech: speech, mayHoldAnswers: turn.context.side(turn.index) == .unattributed)
    collapse(speech, judge, &mask)
  }

  private static let longestUnit = 8

  private func collapse(_ speech: SpeechScalars, _ judge: StutterJudge, _ mask: inout RemovalMask) {
    var index = 0
    var chains = LongChains()
    while index < speech.count {
      if speech.has(.han, at: index), speech.mayRepeat(at: index, within: Self.longestUnit),
        let repetition = repetition(speech, index, &chains), judge.isStutter(repetition)
      {
        mask.remove(index..<repetition.last, .stutter)
        index = repetition.last
      } else {
        index += 1
      }
    }
  }

  /// The shortest unit that begins at `start` and is said again at once.
  private func repetition(
    _ speech: SpeechScalars, _ start: Int, _ chains: inout LongChains
  ) -> Repetition? {
    for length in 1...Self.longestUnit {
      let end = start + length
      guard end < speech.count, isUnit(speech, end - 1) else { return nil }
      let gap = Repetition.gap(speech, end)
      if speech[gap.end] == speech[start], matches(speech, start, gap.end, length) {
        if let known = chains.known(speech, start, length, gap.evidence) { return known }
        let found = chain(speech, start, length, gap)
        chains.keep(found)
        return found
      }
    }
    return nil
  }

  private func isUnit(_ speech: SpeechScalars, _ index: Int) -> Bool {
    speech.has(.han, at: index) && !speech.has(.numeral, at: index)
  }

  private func matches(_ speech: SpeechScalars, _ first: Int, _ second: Int, _ length: Int) -> Bool {
    guard second + length <= speech.count else { return false }
    for place in 0..<length where speech[first + place] != speech[second + place] { return false }
    return true
  }

  private func chain(
    _ speech: SpeechScalars, _ start: Int, _ length: Int, _ gap: Repetition.Gap
  ) -> Repetition {
    var repetition = Repetition(start: start, length: length, times: 2, last: gap.end, evidence: gap.evidence)
    while true {
      let next = Repetition.gap(speech, repetition.end)
      guard next.evidence == .direct || next.evidence == gap.evidence,
        matches(speech, start, next.end, length)
      else { return repetition }
      repetition.times += 1
      repetition.last = next.end
    }
  }
}
