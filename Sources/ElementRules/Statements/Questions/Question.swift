import TextCore

/// A question of the court, and the form in which it asks.
struct Question {
  /// What kind of answer it wants.
  enum Form {
    /// 是不是, 有没有, 吗: yes and no take a position on what it says.
    case yesNo
    /// 有没有异议: no admits what it says.
    case objection
    /// 多少, 哪天: what it says is taken for granted, not asked.
    case open
  }

  /// The speech that asks.
  let turn: Hearing.Turn
  /// Its last sentences, up to two.
  let range: Range<Int>
  /// Its last sentence.
  let last: Range<Int>
  /// True when it asks whether what it says is right.
  let asksAgreement: Bool
  /// The form in which all that it says is asked, when it asks whether that is right.
  private let agreementForm: Form

  private static let objections = Cues([
    "异议", "有没有意见", "有无意见", "有意见吗", "有意见没", "意见吧", "别的意见", "其他意见", "不同意见", "有争议吗", "争议吧", "有没有争议", "有无争议",
    "争不争",
    "出入",
  ])
  /// Hold the word and ask for no objection: 质量异议的期限, 管辖权异议.
  private static let things = Cues([
    "质量异议", "权异议", "管辖异议", "异议期", "异议书", "异议函", "提出异议", "提过异议", "提异议", "异议申请",
  ])
  private static let opens = Cues([
    "什么", "多少", "几个", "几次", "几分", "几天", "几月", "几年", "几号", "几点", "第几", "几岁", "几口", "几笔", "几万", "几套", "谁", "哪",
    "怎么", "如何", "为何", "咋", "啥", "何时", "多久", "多长", "多大", "还是",
  ])
  private static let choices = Cues(["是不是", "有没有", "对不对", "是吗", "对吗", "是吧", "对吧"])
  private static let sides: [(word: [UInt8], side: Side)] = [
    (Array("原告".utf8), .plaintiff), (Array("被告".utf8), .defendant), (Array("第三人".utf8), .thirdParty),
  ]

  /// The question at the end of a speech of the court; nil when it is empty.
  init?(_ turn: Hearing.Turn, _ bytes: [UInt8]) {
    let sentences = SentenceSplitter.sentences(bytes, turn.speech).suffix(2)
    guard let first = sentences.first, let last = sentences.last else { return nil }
    self.turn = turn
    range = first.lowerBound..<last.upperBound
    self.last = last
    asksAgreement = Self.agreements.occur(bytes, in: last, skipping: Self.things)
    // 证上是5月24日。被告看一下。 asks about what stands before.
    let asks = UTF8Bytes.hasSuffix(bytes, last.upperBound, Array("？".utf8))
    addressed =
      asks && Self.sides.contains { UTF8Bytes.hasPrefix(bytes, last.lowerBound, $0.word) } ? last : nil
    agreementForm = Self.objections.occur(bytes, in: last, skipping: Self.things) ? .objection : .yesNo
  }

  /// The form of the sentence that says something.
  private func ownForm(of sentence: Range<Int>, _ bytes: [UInt8]) -> Form {
    if Self.objections.occur(bytes, in: sentence, skipping: Self.things) { return .objection }
    let lastClause = Clause.start(
      bytes, before: max(sentence.lowerBound, sentence.upperBound - 4), from: sentence.lowerBound)
    if Self.choices.occur(bytes, in: lastClause..<sentence.upperBound) { return .yesNo }
    return Self.opens.occur(bytes, in: sentence) ? .open : .yesNo
  }

  /// What the question puts to the party: after a recital that ends in 认可不 or 有无异议 the whole speech.
  var content: Range<Int> { asksAgreement ? turn.speech : addressed ?? range }

  /// The last sentence when it calls somebody: what was said before is not asked.
  private let addressed: Range<Int>?

  /// The form in which the words of a sentence of it are asked: a recital is asked about by its last sentence.
  func form(of sentence: Range<Int>, _ bytes: [UInt8]) -> Form {
    asksAgreement ? agreementForm : ownForm(of: sentence, bytes)
  }

  /// True when it recites what the plaintiff claims.
  func recitesClaims(_ bytes: [UInt8]) -> Bool { Self.claims.occur(bytes, in: range) }

  private static let claims = Cues([
    "原告要求", "原告请求", "诉讼请求", "你要求", "你请求", "你的请求", "你的要求", "你主张", "原告主张", "诉请", "起诉要求", "你们要求", "你方要求", "你方请求",
    "你们请求", "请求判令",
  ])

  /// True when it asks about all that the other side has just told: 他说的这些是不是事实.
  func asksOfAll(_ bytes: [UInt8]) -> Bool { Self.speaksOfAll(bytes, last) }

  /// True for words that point to all that was told before: 他说的这些, 以上.
  static func speaksOfAll(_ bytes: [UInt8], _ sentence: Range<Int>) -> Bool {
    told.occur(bytes, in: sentence)
  }

  private static let told = Cues([
    "他说的", "她说的", "他讲的", "她讲的", "原告说的", "被告说的", "原告讲的", "被告讲的", "对方说的", "对方讲的", "刚才说的", "刚才讲的", "原告陈述",
    "被告陈述",
    "对方陈述", "这些", "以上", "上述",
  ])

  /// True when it asks whether what is claimed is right or may be granted.
  func speaksOfClaims(_ bytes: [UInt8]) -> Bool {
    recitesClaims(bytes) || Self.grants.occur(bytes, in: last)
  }

  private static let grants = Cues(["认可", "认不认", "认吗", "承认", "同意", "愿意", "愿不愿", "接受"])

  /// True when it wants an opinion of what it names: 违约金有没有意见, 利息怎么看.
  func asksOpinion(_ bytes: [UInt8]) -> Bool {
    asksAgreement || Self.opinions.occur(bytes, in: last)
  }

  private static let opinions = Cues([
    "什么意见", "意见呢", "怎么看", "怎么说", "什么看法", "什么说法", "啥意见", "咋看", "咋说", "同意不", "同意吗", "同不同意", "接受吗",
    "接不接受",
  ])
  private static let agreements = Cues([
    "认可不", "认可吗", "认不认", "是否认可", "异议", "有没有意见", "有无意见", "对吗", "对不对", "对吧", "属实吗", "是否属实", "是不是这样", "是不是这个",
    "是不是这些", "是不是这回事", "是这样吗",
    "有意见吗", "有意见没", "意见吧", "别的意见", "其他意见", "不同意见", "争议吗", "争议吧", "有没有争议", "有无争议", "争不争", "是不是真的", "是真的吗",
    "真不真",
    "真的假的", "是否真实", "是否准确", "准不准确", "准确吗",
    "有没有出入", "有无出入", "有出入吗", "是这样吧", "是否如此", "认吗", "承认吗", "承不承认", "是不是属实", "是不是事实", "是事实吗", "是否事实", "是不是实情",
  ])

  /// False when the question names another side than the one that answers.
  func isFor(_ side: Side, _ bytes: [UInt8]) -> Bool {
    for sentence in SentenceSplitter.sentences(bytes, range).reversed() {
      for (word, addressed) in Self.sides where UTF8Bytes.hasPrefix(bytes, sentence.lowerBound, word) {
        if isComma(bytes, sentence.lowerBound + word.count, sentence.upperBound) { return addressed == side }
      }
    }
    return true
  }

  /// True for 被告， and 原告说明一下， and 被告代理人呢？, but not for 原告催过没有？.
  private func isComma(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    let stop = Clause.end(bytes, after: offset, to: end)
    guard stop < end else { return false }
    if UTF8Bytes.hasPrefix(bytes, stop, Array("，".utf8)), stop - offset <= 12 { return true }
    return stop == offset || Self.titles.length(bytes, at: offset, to: stop) == stop - offset
  }

  private static let titles = Cues([
    "一", "二", "三", "四", "五", "方", "呢", "说", "你说", "代理人", "一代理人", "二代理人", "三代理人", "一呢", "二呢", "三呢", "本人",
    "的代理人", "律师", "们", "一方", "二方",
  ])
}
