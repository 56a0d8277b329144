import TextCore

/// What a sentence says about the other side's words as a whole: 不同意原告的诉讼请求, 事实属实, 三性无异议.
///
/// These belong to the language of hearings, not to a cause of action; what they mean for single documents stands in
/// the rule bases as `confirms` and `disputes`.
struct Reaction {
  /// What it is about.
  enum Target { case claims, facts, lastSpeech }

  let target: Target
  let confirms: Bool
  let range: Range<Int>

  private static let claims = Cues(["诉讼请求", "诉请", "诉求", "全部请求", "各项请求"])
  private static let partial = Cues(["第一项", "第二项", "第三项", "第四项", "部分", "基本", "其他", "其余", "但", "除了", "除"])
  private static let refusals = Cues(["不同意", "不认可", "不接受", "驳回", "不应支持", "不予支持", "有异议", "不能成立"])
  private static let consents = Cues(["同意", "认可", "没有异议", "无异议", "没意见", "没有意见"])
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
  private static let truths = Cues(["属实", "没有异议", "无异议", "没意见", "没有意见", "是真的", "没错", "认可", "都对", "是对的"])
  private static let denials = Cues(["不", "没有事实"])

  /// The reactions in the sentences of a speech.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>) -> [Reaction] {
    let sentences = SentenceSplitter.sentences(bytes, speech)
    return [sentences.first.flatMap { bare($0, bytes) }].compactMap { $0 }
      + sentences.compactMap { sentence($0, bytes) }
  }

  private static func sentence(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Reaction? {
    guard !partial.occur(bytes, in: sentence) else { return nil }
    if claims.occur(bytes, in: sentence) {
      if refusals.occur(bytes, in: sentence) {
        return Reaction(target: .claims, confirms: false, range: sentence)
      }
      if consents.occur(bytes, in: sentence) {
        return Reaction(target: .claims, confirms: true, range: sentence)
      }
      return nil
    }
    guard isWhole(bytes, sentence), truths.occur(bytes, in: sentence),
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

  private static let assents = Cues([
    "是事实", "属实", "都属实", "情况属实", "是的", "没有异议", "无异议", "都认", "认可", "我认", "我认可", "我承认", "没错", "他说得对", "他说的对",
    "她说的对", "是这样", "是这样的",
    "对的", "对", "是", "应该没错", "应该差不了", "差不多", "差不多吧", "行吧", "不错", "对着呢", "认", "都是真的", "是那样", "是这个数", "是有的",
    "有是有", "是那一天", "是的呀", "嗯", "都认可", "没错的",
    "对对", "对头", "就是", "冇意见", "没得意见", "没什么意见", "没意见", "没有意见", "都是事实", "都对",
    "一致", "与我方主张一致", "跟我方主张一致", "与我方一致", "和我方一致", "这点一致", "也对", "是这个日子", "是那天", "没有出入", "没得错", "是这个意思", "确实是",
    "确实如此",
    "事实如此", "我没意见", "我没有意见", "我方没有异议", "我方没有意见", "我方无异议", "我方认可", "我们认可", "我们没意见", "这个认可", "这个我认", "这点认可",
    "这些都认", "这些认可",
    "这个没错", "没问题", "没有问题", "都没错", "都没问题", "都是对的", "全对", "准确", "基本准确",
  ])
  private static let dissents = Cues([
    "不属实", "不是事实", "没有这回事", "没有的事", "没这回事", "不认可", "胡说", "乱说", "瞎说", "不对", "他说的不对", "她说的不对", "不是这样的", "不是这样",
  ])
}
