/// Whether a stretch of speech asks: question words, question particles, A-not-A.
enum QuestionForm {
  private static let words = Word.list(
    "？ ? 吗 么 呢 谁 什么 啥 嘛 哪 几 多少 怎 为何 为什么 如何 咋 何 是否 能否 可否 有无 难道 岂 凭 甚 几时 干嘛 没有不 这能 还能 知不道 不成")

  private static let endings = Word.list("没有 对吧 是吧 好吧")

  /// True when `range` of the speech holds a question form.
  static func asks(_ speech: SpeechScalars, _ range: Range<Int>) -> Bool {
    for index in range {
      if speech.has(anyOf: words, at: index) || isANotA(speech, index) { return true }
    }
    return endsOpen(speech, range.upperBound)
  }

  /// 是不是, 有没有, 认不认: one character, 不 or 没, the same again.
  static func isANotA(_ speech: SpeechScalars, _ index: Int) -> Bool {
    let middle = speech[index + 1]
    return (middle == 0x4E0D || middle == 0x6CA1) && speech[index] == speech[index + 2]
      && speech.has(.han, at: index)
  }

  /// 收到没有, 申请不申请, 是吧: the end asks.
  private static func endsOpen(_ speech: SpeechScalars, _ end: Int) -> Bool {
    var last = end
    while last > 0, speech.has(.mark, at: last - 1) || speech.has(.space, at: last - 1) { last -= 1 }
    return last > 2 && speech.has(anyOf: endings, at: last - 2)
      || last > 1 && (speech[last - 1] == 0x6CA1 || speech[last - 1] == 0x4E0D)
  }
}
