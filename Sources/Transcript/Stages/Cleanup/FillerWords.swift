/// The closed list of fillers and the places where each is empty.
enum FillerWords {
  /// 那, 这, 就, 然, 怎, 的: the first characters.
  static let (that, this, just, then) = (UInt32(0x90A3), UInt32(0x8FD9), UInt32(0x5C31), UInt32(0x7136))
  static let (how, of) = (UInt32(0x600E), UInt32(0x7684))

  private static let words: [(word: Word, length: Int)] = [
    ("那个", 2), ("这个", 2), ("就是说", 3), ("就是", 2), ("然后", 2), ("怎么说呢", 4), ("的话", 2),
  ].map { (Word($0.0), $0.1) }

  /// 个 是 后 么 话: the second characters.
  private static let seconds: [UInt32] = [0x4E2A, 0x662F, 0x540E, 0x4E48, 0x8BDD]

  /// The length of the filler candidate at `index`, 0 when there is none.
  static func length(_ speech: SpeechScalars, _ index: Int) -> Int {
    guard seconds.contains(speech[index + 1]) else { return 0 }
    return words.first { speech.has($0.word, at: index) }?.length ?? 0
  }

  /// The length of 对吧, 是吧, 你知道吧 at `index`, 0 when there is none.
  static func tagLength(_ speech: SpeechScalars, _ index: Int) -> Int {
    guard speech[index + 1] == 0x5427 || speech[index + 1] == 0x77E5 else { return 0 }  // 吧, 知
    if speech.has(anyOf: shortTags, at: index) { return 2 }
    return speech.has(longTag, at: index) ? 4 : 0
  }

  private static let shortTags = Word.list("对吧 是吧")
  private static let longTag: Word = "你知道吧"

  /// False for 不是吧, 算是吧, 就是吧 (是 is the verb there), 你…对吧 (asks somebody).
  static func isTag(_ speech: SpeechScalars, _ at: Int) -> Bool {
    guard !verbBefore.contains(speech[at - 1]) else { return false }
    var index = at - 1
    while index >= 0, at - index < 25, !(speech.has(.mark, at: index) && !speech.has(.comma, at: index)) {
      if addressed.contains(speech[index]) || speech.has(anyOf: parties, at: index) {
        return false
      }
      index -= 1
    }
    return true
  }
  private static let parties = Word.list("被告 原告")
  private static let verbBefore = Set("不算就能也还都可该总又倒只".unicodeScalars.map(\.value))
  private static let addressed = Set("你您吗？?".unicodeScalars.map(\.value))

  /// 那个 or 这个 before something that cannot be pointed at: a party (那个原告…), a full year, a connective, an ordinal
  /// of a list.
  static func cannotPointAt(_ speech: SpeechScalars, _ at: Int, _ end: Int, _ isOpen: Bool) -> Bool {
    guard !(at > 0 && speech[at - 1] == of) else { return false }
    if isYear(speech, end) { return true }
    let isThat = speech[at] == that
    if isThat && isOrdinal(speech, at) && speech.has(.hesitation, at: end) { return true }
    if isThat && speech.has(anyOf: never, at: end) { return true }
    return isOpen && speech.has(anyOf: openers, at: end)
  }
  /// 在那个在超市: the same word on both sides. A pronoun after a verb may be its object, and 然后 inside a clause orders
  /// two events (他打了我然后我就报警了).
  static func standsInStutter(_ speech: SpeechScalars, _ at: Int, _ end: Int) -> Bool {
    guard at > 0, speech[at - 1] == speech[end], repeats.contains(speech[end]) else { return false }
    if speech.startsClause(at - 1) { return true }
    let verb = speech[at - 2] == 0x4E86 || speech[at - 2] == 0x8FC7 ? at - 3 : at - 2  // 了 过
    return speech[at] != then && !(speech.has(.pronoun, at: end) && speech.has(.takesPerson, at: verb))
  }
  private static let repeats = Set("在我他她你有从到要去给对跟".unicodeScalars.map(\.value))
  private static let never = Word.list("被上诉人 上诉人 本案 我方 第一组 第二组 第三组 第四组 第五组 首先 也就是 其次 所以 但是 如果 根据 按照 关于 由于 另外")
  private static let openers = Word.list("根据 按照 关于 由于 所以 但是 以公司 以我 另外 首先 俺娘 俺爹 俺妈 俺爸")

  /// 第四那个呃涉案金额: an item of a list that the speaker looks for words for.
  private static func isOrdinal(_ speech: SpeechScalars, _ at: Int) -> Bool {
    speech.has(.numeral, at: at - 1) && speech[at - 2] == 0x7B2C
  }

  private static func isYear(_ speech: SpeechScalars, _ at: Int) -> Bool {
    (at..<(at + 4)).allSatisfy { speech.has(.numeral, at: $0) } && speech[at + 4] == 0x5E74
  }

  /// 就是说 that only gains time: not 也就是说, 那就是说, 说过就是说过, and not the answer to a question of one's own.
  static func isEmptyThatIs(_ speech: SpeechScalars, _ at: Int, _ end: Int) -> Bool {
    let before = speech[at - 1]
    return !meaningBefore.contains(before) && !meaningAfter.contains(speech[end]) && end < speech.count
  }
  private static let meaningBefore = Set("也那不他她它这我你您们只都可人了过的来这告方额若？?".unicodeScalars.map(\.value))
  private static let meaningAfter = Set("过了的是他她你我".unicodeScalars.map(\.value))

  /// 证据四的话, 第二组证据的话, 利息的话: a noun alone before 的话 is a topic; a clause before it is a condition and stays.
  static func endsTopic(_ speech: SpeechScalars, _ at: Int, _ end: Int) -> Bool {
    guard end < speech.count else { return false }
    if speech.has(.numeral, at: at - 1), speech.has(evidence, at: evidenceStart(speech, at)) { return true }
    return topics.contains { topic in
      let start = at - topic.scalars.count
      return speech.has(topic, at: start) && speech.startsClause(start) && start >= 0
    }
  }

  private static let evidence: Word = "证据"

  private static func evidenceStart(_ speech: SpeechScalars, _ at: Int) -> Int {
    var start = at
    while start > 0, speech.has(.numeral, at: start - 1) { start -= 1 }
    return start - 2
  }

  private static let topics = Word.list(
    "第一组证据 第二组证据 第三组证据 第四组证据 第五组证据 第一组 第二组 第三组 第四组 第五组 证据 合同 借条 欠条 收条 收据 送货单 对账单 "
      + "发票 流水 转账记录 聊天记录 鉴定意见 鉴定费 利息 本金 租金 工资 加班费 违约金 真实性 合法性 关联性 三性 金额 数额 诉讼费 房子 车子 "
      + "我们这边 我这边 我方这边 原告这边 被告这边 原告方面 被告方面 质证意见 诉讼请求 答辩意见 时间 地点 事实和理由 事实与理由")
}
