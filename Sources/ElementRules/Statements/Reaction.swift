import TextCore

/// What a sentence says about the other side's words as a whole: 不同意原告的诉讼请求, 事实属实, 三性无异议.
///
/// These belong to the language of hearings, not to a cause of action; what they mean for single documents stands in
/// the rule bases as `confirms` and `disputes`.
struct Reaction {
  /// What it is about.
  enum Target { case claims, facts, exhibits }

  let target: Target
  let confirms: Bool
  let range: Range<Int>

  private static let claims = Cues(["诉讼请求", "诉请", "诉求", "全部请求", "各项请求"])
  private static let partial = Cues(["第一项", "第二项", "第三项", "第四项", "部分", "基本", "其他", "其余", "但", "除了", "除"])
  private static let refusals = Cues(["不同意", "不认可", "不接受", "驳回", "不应支持", "不予支持", "有异议", "不能成立"])
  private static let consents = Cues(["同意", "认可", "没有异议", "无异议", "没意见", "没有意见"])
  private static let told = Cues(["说的", "讲的", "陈述", "所述", "事实", "情况", "所说"])
  private static let truths = Cues(["属实", "没有异议", "无异议", "没意见", "没有意见", "是真的", "没错", "认可", "都对", "是对的"])
  private static let denials = Cues(["不", "没有事实"])
  private static let accepts = Cues([
    "无异议", "没有异议", "没意见", "没有意见", "认可", "是真的", "属实", "没有问题", "没问题", "我认", "都认", "承认",
  ])
  private static let reserves = Cues(["不", "有异议", "没见过", "关联性", "证明目的", "但", "假", "核实", "无关", "证明内容", "质疑"])

  /// The reactions in the sentences of a speech; `isExamination` when evidence is being commented on.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>, isExamination: Bool) -> [Reaction] {
    if isExamination { return [exhibits(bytes, speech)].compactMap { $0 } }
    return SentenceSplitter.sentences(bytes, speech).compactMap { sentence($0, bytes) }
  }

  private static func sentence(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Reaction? {
    guard !partial.occur(bytes, in: sentence) else { return nil }
    if claims.occur(bytes, in: sentence) {
      if refusals.occur(bytes, in: sentence) { return Reaction(target: .claims, confirms: false, range: sentence) }
      if consents.occur(bytes, in: sentence) { return Reaction(target: .claims, confirms: true, range: sentence) }
      return nil
    }
    guard told.occur(bytes, in: sentence), truths.occur(bytes, in: sentence),
      !denials.occur(bytes, in: sentence)
    else { return nil }
    return Reaction(target: .facts, confirms: true, range: sentence)
  }

  /// Accepted without reservation in the whole speech (facts annotation, rule 5).
  private static func exhibits(_ bytes: [UInt8], _ speech: Range<Int>) -> Reaction? {
    guard accepts.occur(bytes, in: speech), !reserves.occur(bytes, in: speech) else { return nil }
    return Reaction(target: .exhibits, confirms: true, range: speech)
  }
}
