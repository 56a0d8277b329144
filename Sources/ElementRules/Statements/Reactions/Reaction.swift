import TextCore

/// What a sentence says about the other side's words as a whole: 不同意原告的诉讼请求, 事实属实, 三性无异议.
///
/// These belong to the language of hearings, not to a cause of action; what they mean for single documents stands in
/// the rule bases as `confirms` and `disputes`.
struct Reaction {
  /// What it is about.
  enum Target {
    case claims, facts, lastSpeech
    /// All the sums that are asked for, unless the words name what they refuse: 一分钱也不赔.
    case payment
    /// The last thing that was said: 没那么多.
    case lastThing
  }

  let target: Target
  let confirms: Bool
  let range: Range<Int>

  private static let claims = Cues(["诉讼请求", "诉请", "诉求", "全部请求", "各项请求"])
  private static let partial = Cues(["第一项", "第二项", "第三项", "第四项", "部分", "基本", "其他", "其余", "但", "除了", "除"])
  /// Who wants the first judgment upheld refuses what the appeal asks for.
  private static let upheld = Cues([
    "维持原判", "维持一审", "维持原审", "应当维持", "应予维持", "请求维持", "驳回上诉", "判得公正", "判得公道", "不同意改判", "不同意改",
  ])
  private static let penniless = Cues(
    ["一分", "一分钱", "一毛", "一毛钱", "分文"].flatMap { sum in
      ["不", "也不", "都不"].flatMap { no in ["赔", "给", "出", "付"].map { sum + no + $0 } }
    })
  private static let refusals = Cues(
    ReactionWords.refused + ReactionWords.unrecognized + ["不应支持", "有异议", "不能成立"])
  private static let consents = Cues(ReactionWords.unopposed + ReactionWords.recognized + ["同意"])
  /// The other side's words as a whole.
  private static let told = Cues([
    "原告说的", "原告讲的", "原告陈述", "原告所述", "原告所说", "被告说的", "被告所述", "他说的", "她说的", "起诉的事实", "诉状上的事实", "诉状的事实", "以上事实",
    "上述事实",
    "事实和理由", "事实与理由", "所述事实", "陈述的事实", "对方说的", "对方陈述", "基本事实",
  ])
  /// What can follow them when nothing narrower is meant: 原告说的都属实, not 原告说的借款金额没有异议.
  private static let wholly = Cues([
    "都", "是", "情况", "事实", "的事实", "话", "，", "没", "无", "属实", "认可", "这些", "内容", "我",
  ])
  private static let truths = Cues(ReactionWords.unopposed + ReactionWords.recognized + ReactionWords.isSo)
  private static let views = Cues(ReactionWords.views)
  private static let denials = Cues(["不", "没有事实"])

  /// The reactions in the sentences of a speech.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>) -> [Reaction] {
    let sentences = SentenceSplitter.sentences(bytes, speech)
    return [sentences.first.flatMap { bare($0, bytes) ?? acknowledged($0, bytes) ?? contested($0, bytes) }]
      .compactMap { $0 }
      + sentences.compactMap { sentence($0, bytes) }
  }

  private static func sentence(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Reaction? {
    guard !partial.occur(bytes, in: sentence) else { return nil }
    if penniless.occur(bytes, in: sentence) {
      return Reaction(target: .payment, confirms: false, range: sentence)
    }
    if upheld.occur(bytes, in: sentence) {
      return Reaction(target: .claims, confirms: false, range: sentence)
    }
    if claims.occur(bytes, in: sentence) {
      if refusals.occur(bytes, in: sentence) {
        return Reaction(target: .claims, confirms: false, range: sentence)
      }
      if consents.occur(bytes, in: sentence, skipping: views) {
        return Reaction(target: .claims, confirms: true, range: sentence)
      }
      return nil
    }
    guard isWhole(bytes, sentence), truths.occur(bytes, in: sentence, skipping: views),
      !denials.occur(bytes, in: sentence)
    else { return nil }
    return Reaction(target: .facts, confirms: true, range: sentence)
  }

  private static func isWhole(_ bytes: [UInt8], _ sentence: Range<Int>) -> Bool {
    guard let place = told.first(bytes, in: sentence),
      let length = told.length(bytes, at: place, to: sentence.upperBound)
    else { return false }
    return wholly.length(bytes, at: place + length, to: sentence.upperBound) != nil
  }

  /// A first clause that is nothing but assent or dissent speaks of what was said just before.
  private static func bare(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Reaction? {
    let end = Clause.end(bytes, after: sentence.lowerBound, to: sentence.upperBound)
    for (cues, confirms) in [(assents, true), (dissents, false)] {
      guard cues.length(bytes, at: sentence.lowerBound, to: end) == end - sentence.lowerBound else {
        continue
      }
      return Reaction(target: .lastSpeech, confirms: confirms, range: sentence.lowerBound..<end)
    }
    return nil
  }

  /// A first clause that is nothing but an objection to the last thing said: 没那么多, 太长了.
  private static func contested(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Reaction? {
    let clause = sentence.lowerBound..<Clause.end(bytes, after: sentence.lowerBound, to: sentence.upperBound)
    guard objections.length(bytes, at: clause.lowerBound, to: clause.upperBound) == clause.count,
      !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Array("？".utf8))
    else { return nil }
    return Reaction(target: .lastThing, confirms: false, range: clause)
  }

  private static let objections = Cues([
    "没那么多", "没有那么多", "没这么多", "没有这么多", "哪有那么多", "哪有这么多", "太多了", "太多", "太高了", "太高", "太长了", "太长", "太久了", "太贵了",
    "没有收到", "没收到",
    "没有收到过", "我没收到", "我没有收到", "多了", "高了", "不止",
  ])

  /// A first clause that owns to what the other side has just told of: 信收到了, 字是我签的, 是有这回事.
  private static func acknowledged(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Reaction? {
    let clause = sentence.lowerBound..<Clause.end(bytes, after: sentence.lowerBound, to: sentence.upperBound)
    guard clause.count <= longestAcknowledgement,
      !negations.occur(bytes, in: clause, skipping: acknowledgements),
      !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Array("？".utf8)),
      acknowledgements.length(bytes, before: clause.upperBound, from: clause.lowerBound) != nil
    else { return nil }
    return Reaction(target: .lastSpeech, confirms: true, range: clause)
  }

  private static let negations = Cues(["不", "没", "未"])
  /// Bytes of 两张条子都是我签的.
  private static let longestAcknowledgement = 36
  private static let acknowledgements = Cues([
    "收到了", "收到过", "收着了", "是我签的", "我签的字", "是我写的", "签的字", "签了", "签过", "有的", "是有", "都有", "有这个", "有这条", "有这一条",
    "有这回事",
    "有这个事", "是有这么回事", "来过", "去过", "谈过", "说过", "找过", "没话说", "我知道", "我晓得", "是我按的", "我盖的章", "是我们盖的章",
  ])

  private static let assents = Cues(
    ReactionWords.unopposed + ReactionWords.recognized + ReactionWords.isSo + ReactionWords.iAgree + [
      "不争", "都属实", "情况属实", "是的", "他说得对", "他说的对", "她说的对", "是这样", "是这样的", "对", "是", "应该没错", "应该差不了", "差不多",
      "差不多吧",
      "行吧", "不错", "对着呢", "认", "都是真的", "是那样", "是这个数", "是有的", "有是有", "是那一天", "是的呀", "嗯", "都认可", "没错的", "对对",
      "对头", "就是", "都是事实", "一致", "与我方主张一致", "跟我方主张一致", "与我方一致", "和我方一致", "这点一致", "也对", "是这个日子", "是那天", "没有出入",
      "没得错", "是这个意思", "确实是", "确实如此", "事实如此", "我没意见", "我没有意见", "我方没有异议", "我方没有意见", "我方无异议", "我方认可", "我们认可",
      "我们没意见", "这个认可", "这个我认", "这点认可", "这些都认", "这些认可", "这个没错", "都没错", "都没问题", "都是对的", "全对", "准确", "基本准确",
    ])
  private static let dissents = Cues(
    ReactionWords.isNotSo + ReactionWords.unrecognized + [
      "胡说", "乱说", "瞎说", "不对", "他说的不对", "她说的不对", "不是这样的", "不是这样",
    ])
}
