/// Decides whether a repetition is a stutter: what kind of word it is, what stands before it and what follows.
struct StutterJudge {
  let speech: SpeechScalars
  /// Plain text: one line may hold question and answers of several voices, so answers never collapse.
  let mayHoldAnswers: Bool
  /// Where the last word of the speech ends.
  private let lastWordEnd: Int

  init(speech: SpeechScalars, mayHoldAnswers: Bool) {
    self.speech = speech
    self.mayHoldAnswers = mayHoldAnswers
    var end = speech.count
    while end > 0, speech.isMarkOrSpace(end - 1) { end -= 1 }
    lastWordEnd = end
  }

  /// True when all repetitions but the last may go.
  func isStutter(_ repetition: Repetition) -> Bool {
    guard !isReduplication(repetition), !isANotA(repetition) else { return false }
    switch repetition.evidence {
    case .direct:
      return repetition.length == 1 ? isStutteredCharacter(repetition) : isStutteredWord(repetition)
    case .comma: return isStutterAcrossComma(repetition)
    case .hesitation: return isStutterAcrossHesitation(repetition)
    }
  }

  // MARK: one character

  private func isStutteredCharacter(_ repetition: Repetition) -> Bool {
    let start = repetition.start
    if speech.has(.pronoun, at: start) { return isFreePronoun(repetition) }
    if speech.has(.function, at: start) { return !isStraddled(start) }
    guard !mayHoldAnswers else { return false }
    if speech.has(.answer, at: start), opens(start) {
      return repetition.times > 2 || speech.endsClause(repetition.end)
    }
    return opens(start) && StutterWords.starters.contains(speech[start])
  }

  /// 我我 after a verb may be its object and the next subject; three are a stutter all the same.
  private func isFreePronoun(_ repetition: Repetition) -> Bool {
    let start = repetition.start
    if opens(start) { return true }
    let before = speech[start - 1]
    let verb = before == 0x4E86 || before == 0x8FC7 || before == 0x8FC7 ? speech[start - 2] : before
    guard !ScalarClass.of(verb).contains(.takesPerson) else { return false }
    return repetition.times > 2 || speech.has(.predicate, at: repetition.end)
  }

  /// 现在在, 因为为了: the first of the two belongs to the word before.
  private func isStraddled(_ start: Int) -> Bool {
    start > 0 && StutterWords.straddles.contains([speech[start - 1], speech[start]])
  }

  // MARK: words

  private func isStutteredWord(_ repetition: Repetition) -> Bool {
    let start = repetition.start
    if isCyclic(repetition) || isStraddled(start) { return false }
    if isFunctionWord(repetition) || isDemonstrative(repetition) {
      let isNo = speech[start] == 0x6CA1
      return opens(start) || !isNo && !speech.has(.takesPerson, at: start - 1)
    }
    guard !mayHoldAnswers, !isDescription(repetition) else { return false }
    return opens(start) || speech.endsClause(repetition.end) && start > 0
  }

  /// 还在还在还, 朋友的朋友的: where the unit begins is arbitrary, so it is no repeated word.
  private func isCyclic(_ repetition: Repetition) -> Bool {
    let start = repetition.start
    return start > 0 && speech[start - 1] == speech[start + repetition.length - 1] || speech[start] == 0x7684
  }

  /// 这笔钱这笔钱, 那张单子那张单子.
  private func isDemonstrative(_ repetition: Repetition) -> Bool {
    let first = speech[repetition.start]
    return repetition.length >= 3 && (first == 0x8FD9 || first == 0x90A3)
  }

  private func isFunctionWord(_ repetition: Repetition) -> Bool {
    StutterWords.functionWords.contains(
      Array(speech.values[repetition.start..<(repetition.start + repetition.length)]))
  }

  /// 雪白雪白的: reduplicated adjectives take 的 or 地.
  private func isDescription(_ repetition: Repetition) -> Bool {
    let after = speech[repetition.end]
    return repetition.length == 2 && (after == 0x7684 || after == 0x5730)
  }

  // MARK: gaps

  /// A word before a comma may close its clause (证明，证明…); only one that cannot is a stutter, or a whole answer.
  private func isStutterAcrossComma(_ repetition: Repetition) -> Bool {
    let start = repetition.start
    let isWhole = start == 0 && repetition.end >= lastWordEnd
    if isWhole { return !mayHoldAnswers }
    if repetition.length == 1 {
      if speech.has(.pronoun, at: start) {
        return start > 0 && opens(start) && speech.has(.predicate, at: repetition.end)
      }
      return speech.has(.function, at: start) && !isStraddled(start) && speech[start] != 0x4E0D
        && speech[start] != 0x6CA1
    }
    return isFunctionWord(repetition) && StutterWords.cannotEnd(speech, repetition)
  }

  private func isStutterAcrossHesitation(_ repetition: Repetition) -> Bool {
    let start = repetition.start
    if mayHoldAnswers { return isFunctionWord(repetition) || isStutteredPronoun(repetition) }
    if repetition.length > 1 { return !speech.has(.takesPerson, at: start - 1) }
    return isStutteredPronoun(repetition) || speech.has(.function, at: start) && !isStraddled(start)
      || start == 0 && repetition.end >= lastWordEnd
  }

  private func isStutteredPronoun(_ repetition: Repetition) -> Bool {
    repetition.length == 1 && speech.has(.pronoun, at: repetition.start) && isFreePronoun(repetition)
  }

  // MARK: exceptions

  private func isReduplication(_ repetition: Repetition) -> Bool {
    guard repetition.evidence == .direct else { return false }
    if repetition.length == 1 {
      return StutterWords.doubled.contains(speech[repetition.start]) && !isManyAnswers(repetition)
    }
    let unit = Array(speech.values[repetition.start..<(repetition.start + repetition.length)])
    return StutterWords.doubledWords.contains(unit)
  }

  /// 好好好, 对对对: more than two are no reduplication.
  private func isManyAnswers(_ repetition: Repetition) -> Bool {
    repetition.times > 2 && speech.has(.answer, at: repetition.start)
  }

  /// 是不是不, 有没有没有, 退不退退多少, 爱咋办咋办.
  private func isANotA(_ repetition: Repetition) -> Bool {
    let (start, length) = (repetition.start, repetition.length)
    let isNegation: (Int) -> Bool = { speech[$0] == 0x4E0D || speech[$0] == 0x6CA1 }
    if (0..<length).contains(where: { StutterWords.asking.contains(speech[start + $0]) }) { return true }
    if length == 2, isNegation(start + 1) || isNegation(start) && speech[start - 1] == speech[start + 1] {
      return true
    }
    return isNegation(start - 1) && start > 1
      && (0..<length).allSatisfy { speech[start - 1 - length + $0] == speech[start + $0] }
  }

  /// True when nothing before `index` in its clause can own the first repetition.
  private func opens(_ index: Int) -> Bool {
    speech.startsClause(index) || speech.has(.hesitation, at: index - 1) && speech[index - 1] != 0x989D
  }
}
