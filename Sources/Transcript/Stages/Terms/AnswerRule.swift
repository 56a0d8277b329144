/// 没有意义 heard for 没有异议: the two sound alike and both are language, so only the place decides.
///
/// It is an objection when it answers a question about objections, opinions or recusal, when it speaks about evidence,
/// identities or the like (对真实性没有意义), or when the bench asks both sides (双方对到庭人员有无意义). 再鉴定没有意义 stays.
struct AnswerRule {
  private static let meaning = Word("意义").scalars
  private static let objection = Word("异议").scalars
  private static let phrases = Word.list("有没有 是否有 没有 有无 没 无 没啥 没得 没什么 有")
  private static let questions = Word.list("有没有 是否有 有无")
  private static let objects = Word.list(
    "人员 身份 证据 真实性 关联性 合法性 真实 三性 焦点 事实 笔录 罪名 主体 管辖 程序 指控 金额 数额 本息 流水 借条 合同 清单 鉴定意见 鉴定书 组 份 性 质证 答辩 归纳 概括")
  private static let bench = Word.list("双方 原告 被告 对方 原被告 上诉人 公诉人 辩护人 还 其他")
  /// 这样没有意义, 再测也没有意义: something was called pointless.
  private static let pointless = Set("样再也就经测定来去做算证说谈着下了是很都更还这那".unicodeScalars.map(\.value))

  func apply(_ speech: inout HeardSpeech, asked: @autoclosure () -> Bool) {
    guard speech.count > 2 else { return }
    let first = Self.meaning[0]
    for index in 1..<(speech.count - 1)
    where speech.values[index] == first && speech.has(Self.meaning, at: index) {
      if isObjection(speech, index, asked) { speech.take(Self.objection, at: index, by: .answer) }
    }
  }

  private func isObjection(_ speech: HeardSpeech, _ index: Int, _ asked: () -> Bool) -> Bool {
    guard let phrase = Self.phrases.first(where: { speech.has($0.scalars, at: index - $0.scalars.count) })
    else {
      return false
    }
    let start = index - phrase.scalars.count
    let before = max(0, start - 15)..<start
    if Self.questions.contains(phrase) {
      return speech.holds(anyOf: Self.objects, in: before) || speech.holds(anyOf: Self.bench, in: before)
    }
    guard phrase.scalars.count > 1 || phrase.scalars[0] != 0x6709 else { return false }
    if speech.isEdge(start - 1) {
      return asked() || speech.holds(anyOf: Self.objects, in: before) || asksItself(speech, start)
    }
    if asksItself(speech, start) { return true }
    if Self.pointless.contains(speech[start - 1]) {
      return [0x90FD, 0x4E5F].contains(speech[start - 1])
        && (asked() || speech.holds(anyOf: Self.objects, in: before))
    }
    let clause = clauseStart(speech, start)..<start
    return speech.holds(anyOf: Self.objects, in: clause)
      && (speech.holds(anyOf: Self.about, in: clause) || speech[start - 1] == 0x6027)
      || speech[start - 1] == 0x6027
  }

  private static let about: [Word] = ["对"]

  /// Plain text: the question stands in the same line (有没有异议没有意义).
  private func asksItself(_ speech: HeardSpeech, _ start: Int) -> Bool {
    speech.holds(anyOf: Self.ownQuestions, in: max(0, start - 16)..<start)
  }

  private static let ownQuestions = Word.list("有没有异议 有异议吗 有无异议 有没有意义 申请回避 申请回必")

  private func clauseStart(_ speech: HeardSpeech, _ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 15, !speech.isEdge(start - 1) { start -= 1 }
    return start
  }
}
