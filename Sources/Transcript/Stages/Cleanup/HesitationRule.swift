/// Takes out hesitations, 嗯 呃 额 啊 哦 哎 唉 呐, where they carry no meaning (standard, section 3).
///
/// They stay as the whole answer to a question, quoted (他回复说嗯), inside words (金额, 哎呀) and, 啊, in questions and
/// pleas. A turn that holds nothing else when nothing was asked is emptied.
struct HesitationRule: RemovalRule {
  let closesGaps = true

  func mark(_ speech: SpeechScalars, _ turn: SpokenTurn, _ mask: inout RemovalMask) {
    if isBare(speech) { return markBare(speech, &mask, isAnswer: turn.context.mayAnswer(turn.index)) }
    let side = turn.context.side(turn.index)
    for place in 0..<speech.count where speech.has(.hesitation, at: place) {
      if let reason = reason(speech, place, side) { mask.remove(place..<(place + 1), reason) }
    }
  }

  private static let (en, e, eh, a, o) = (
    UInt32(0x55EF), UInt32(0x5443), UInt32(0x989D), UInt32(0x554A), UInt32(0x54E6)
  )
  private static let na = UInt32(0x5450)

  /// True when the speech holds hesitations and marks only.
  private func isBare(_ speech: SpeechScalars) -> Bool {
    var found = false
    for index in 0..<speech.count {
      if speech.has(.hesitation, at: index) {
        found = true
      } else if !speech.isMarkOrSpace(index) {
        return false
      }
    }
    return found
  }

  /// Of an answer only 呃 and 额 go, and only when something else is left; a back-channel goes whole.
  private func markBare(_ speech: SpeechScalars, _ mask: inout RemovalMask, isAnswer: Bool) {
    let answers = speech.values.contains { $0 == Self.en || $0 == Self.a || $0 == Self.o }
    guard isAnswer, answers else { return mask.remove(0..<speech.count, .backchannel) }
    for index in 0..<speech.count where speech[index] == Self.e || speech[index] == Self.eh {
      mask.remove(index..<(index + 1), .hesitation)
    }
  }

  private func reason(_ speech: SpeechScalars, _ index: Int, _ side: TurnContext.Side) -> RemovalReason? {
    guard !isQuoted(speech, index) else { return nil }
    switch speech[index] {
    case Self.en: return isWord(speech, index) || mayBeAnswer(speech, index) ? nil : .hesitation
    case Self.e: return speech[index - 1] == 0x6253 || speech[index + 1] == 0x9006 ? nil : .hesitation
    case Self.a: return isWord(speech, index) ? nil : particle(speech, index, side)
    case Self.na: return speech.startsClause(index) ? .hesitation : particle(speech, index, side)
    case Self.eh: return isLoneSound(speech, index) ? .hesitation : nil
    default: return isFree(speech, index) && !isWord(speech, index) ? .hesitation : nil
    }
  }

  /// 额 is also the Shaanxi 我 and the sum of 金额: it goes only when it stands alone between marks or hesitations.
  private func isLoneSound(_ speech: SpeechScalars, _ index: Int) -> Bool {
    isFree(speech, index) && (speech.has(.comma, at: index + 1) || speech.has(.hesitation, at: index + 1))
  }

  /// 哎呀 啊呀 哎哟 唉哟 嗯哼: exclamations are words.
  private func isWord(_ speech: SpeechScalars, _ index: Int) -> Bool {
    Self.exclaims.contains(speech[index + 1]) || (index > 0 && speech[index - 1] == 0x963F)
  }
  private static let exclaims = Set("呀哟呦哈哼喂".unicodeScalars.map(\.value))

  /// True at the beginning of a clause, next to another hesitation, or before a mark that nothing but it precedes.
  private func isFree(_ speech: SpeechScalars, _ index: Int) -> Bool {
    speech.startsClause(index) || speech[index - 1] == Self.en || speech[index - 1] == Self.e
  }

  /// 签的吗嗯: right after a question the sound may be another voice's answer, where the change of speaker was lost.
  /// With or without the mark that a later step has put between.
  private func mayBeAnswer(_ speech: SpeechScalars, _ index: Int) -> Bool {
    speech[speech[index - 1] == 0xFF1F ? index - 2 : index - 1] == 0x5417
  }

  /// 说嗯, 这个嗯, 一个“哦”: the word itself is talked about.
  private func isQuoted(_ speech: SpeechScalars, _ index: Int) -> Bool {
    if speech.has(.bracket, at: index + 1) || speech.has(.bracket, at: index - 1) { return true }
    return speech[index] == Self.en && Self.quoting.contains(speech[index - 1])
  }
  private static let quoting = Set("说答回应个声句字".unicodeScalars.map(\.value))

  /// 啊 and 呐 at the end of a clause: they stay in questions, rhetorical ones too, and pleas.
  private func particle(_ speech: SpeechScalars, _ index: Int, _ side: TurnContext.Side) -> RemovalReason? {
    if speech.startsClause(index) || Self.hesitates(speech[index - 1]) { return .hesitation }
    let clause = clauseStart(speech, index)..<index
    if isPlea(speech, clause, side) || QuestionForm.asks(speech, clause) { return nil }
    return speech[index + 1] == 0xFF1F || speech[index + 1] == 0x3F ? nil : .particle
  }

  private static func hesitates(_ scalar: UInt32) -> Bool { scalar == en || scalar == e }

  private func clauseStart(_ speech: SpeechScalars, _ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 14, !speech.startsClause(start) { start -= 1 }
    return start
  }

  private static let pleas = Word.list(
    "冤 求 得 苦 难 老天 命 可怜 良心 救 哪 惨 欺负 老天 造孽 太 这么 那么 好好 千万 怎 你 您 谁 死 凭 傻 还想 我不 我也不 我还不 他不 他也不 她不 她也不")
  /// What a judge addresses to the parties is no plea: 都坐好了啊.
  private static let courtPleas = Word.list("怎 哪 谁 难道 凭")

  private func isPlea(_ speech: SpeechScalars, _ clause: Range<Int>, _ side: TurnContext.Side) -> Bool {
    let words = side == .court ? Self.courtPleas : Self.pleas
    return clause.contains { speech.has(anyOf: words, at: $0) }
  }
}
