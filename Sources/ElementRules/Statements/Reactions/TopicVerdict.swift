import TextCore

/// What a clause says about a thing by its name: 押金没错, 入职时间和岗位没有异议, 利息我不认, 违约金过高.
///
/// A verdict speaks of what its own clause names, else of what the clause before it names (租金，我没有异议).
struct TopicVerdict: Hashable {
  /// How it stands to what the other side says.
  enum Kind: Hashable {
    /// It is right; what is asked for may be granted.
    case accepts
    /// It may be granted, which says nothing of the facts: 租金愿意退一部分.
    case grants
    /// It is not right, or is not owed.
    case rejects
    /// It is not owed or too much, which says nothing of the facts (facts annotation, rule 6).
    case resists

    /// True for what takes the other side's part.
    var agrees: Bool { self == .accepts || self == .grants }
    /// True for what speaks of claims only.
    var isOfClaims: Bool { self == .resists || self == .grants }
  }

  let kind: Kind
  /// The words that name the thing, up to the end of the verdict's clause.
  let range: Range<Int>

  private static let accepts = Cues(
    ReactionWords.unopposed + ReactionWords.recognized + ReactionWords.isSo + ReactionWords.isMine + [
      "不否认", "不争", "不抵赖", "不赖", "认账", "是这样", "也没错", "没话说", "有这个内容", "有这条", "是写了", "是有", "有是有", "签过的", "签过",
      "收到过",
      "见过", "都收到", "不高", "不否定", "认的", "认得", "不错", "写了的", "是这么写的", "是这样写的", "这个我认", "这个对",
    ])
  private static let grants = Cues(["同意", "愿意", "接受", "服判", "不上诉"])
  private static let rejects = Cues(
    ReactionWords.unrecognized + ReactionWords.isNotSo + ReactionWords.isFalse + ReactionWords.notByHand + [
      "不认", "不对", "不是真的", "不成立", "哪有", "不存在", "有异议", "有意见", "有争议", "算错", "不准确", "不符", "对不上", "不是这个数", "没这么多",
      "没有这么多", "没那么多", "哪有这么多", "没有那么多", "否认", "不相符", "没签过", "没有签过", "乱写", "乱说", "胡说", "瞎说", "编的",
    ])
  private static let resists = Cues(
    ReactionWords.excess + ReactionWords.atMost + [
      "不同意", "不接受", "不愿意", "重复计算", "没有依据", "无依据", "没有法律依据", "没有事实依据",
      "缺乏依据", "没有合同依据", "没道理", "没有道理", "不合理", "不合法", "不应", "不该", "不能支持", "不予支持", "驳回", "调低", "调减", "酌减", "酌情",
      "降低",
      "核减", "扣减", "扣除", "减少", "减免", "抵扣", "凭什么", "凭哪样", "无需", "无须", "不需要", "不用", "没约定", "没有约定", "过了时效",
      "超过时效",
      "诉讼时效",
      "时效", "已经付清", "已付清", "付清了", "已经结清", "已结清", "结清了", "足额", "早就付", "早付", "早就给", "不欠", "没有欠", "没欠", "不负",
      "不承担", "不担",
      "与我无关", "跟我无关", "跟我没关系", "和我没关系", "与我没有关系", "不该由", "不由", "一分不", "一分钱不", "坚决不", "不交", "不给", "不付", "不赔",
      "不还", "不退",
    ])
  /// Hold a word of a verdict and are none, or only of a part.
  private static let innocent = Cues(
    ReactionWords.whether + ReactionWords.indeed + ReactionWords.nothingToAsk + ReactionWords.views + [
      "最多的", "没见过", "没有见过",
      "认可不认可", "同意不同意", "愿不愿意", "同不同意", "对不对", "认为", "认识", "认定", "认真", "确认", "自认", "对的起", "真的不", "证明目的",
      "关联性", "合法性", "证明力", "真实性", "不认识", "不对称",
    ])
  private static let suppositions = Cues(ReactionWords.suppositions + ["除非"])
  private static let questionEnd = Cues(["？"])
  private static let contrasts = Cues(["但", "不过", "可是", "只是", "然而"])
  private static let comma = 3
  /// Bytes from the thing to a contrast that still speaks of it.
  private static let farthest = 600

  /// The verdicts of a speech in order; what is asked or supposed holds none. Linear.
  static func all(_ bytes: [UInt8], _ speech: Range<Int>) -> [TopicVerdict] {
    SentenceSplitter.sentences(bytes, speech).flatMap { sentence -> [TopicVerdict] in
      guard !suppositions.occur(bytes, in: sentence) else { return [] }
      return verdicts(bytes, sentence)
    }
  }

  private static func verdicts(_ bytes: [UInt8], _ sentence: Range<Int>) -> [TopicVerdict] {
    var found: [TopicVerdict] = []
    var named = sentence.lowerBound
    var going = false
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let end = max(Clause.end(bytes, after: start, to: sentence.upperBound), start)
      let next = min(end + comma, sentence.upperBound)
      // 同意支付，但车间有空调，应当核减 goes on about the same thing; 关系没有异议，但金额不对 does not.
      if let last = found.last, start - last.range.lowerBound <= farthest,
        contrasts.length(bytes, at: start, to: end) != nil, GenericNoun.types(bytes, in: start..<end).isEmpty
      {
        named = last.range.lowerBound
        going = true
      }
      if !isAsked(bytes, start..<end, in: sentence), let kind = kind(bytes, start..<end) {
        found.append(TopicVerdict(kind: kind, range: named..<end))
        named = next
        going = false
      } else if !going {
        named = start
      }
      start = next
    }
    return found
  }

  /// True for the last clause of a question, unless it is a rhetorical one: 凭什么让我付？
  private static func isAsked(_ bytes: [UInt8], _ clause: Range<Int>, in sentence: Range<Int>) -> Bool {
    clause.upperBound + comma >= sentence.upperBound
      && questionEnd.length(bytes, before: sentence.upperBound, from: sentence.lowerBound) != nil
      && !rhetorical.occur(bytes, in: clause)
  }

  private static let rhetorical = Cues(ReactionWords.rhetorical + ReactionWords.rhetoricalDenials)

  /// The strongest verdict in a clause: that nothing is owed or that it is wrong counts more than that something is right.
  private static func kind(_ bytes: [UInt8], _ clause: Range<Int>) -> Kind? {
    var accepted = false
    var offset = clause.lowerBound
    var resisted = false
    var mayBe = false
    while offset < clause.upperBound {
      if let length = innocent.length(bytes, at: offset, to: clause.upperBound) {
        offset += length
        continue
      }
      let rejected = rejects.length(bytes, at: offset, to: clause.upperBound) ?? 0
      let opposed = resists.length(bytes, at: offset, to: clause.upperBound) ?? 0
      let agreed = accepts.length(bytes, at: offset, to: clause.upperBound) ?? 0
      let granted = grants.length(bytes, at: offset, to: clause.upperBound) ?? 0
      let most = max(rejected, opposed, agreed, granted)
      guard most > 0 else {
        offset += UTF8Bytes.length(lead: bytes[offset])
        continue
      }
      if rejected == most { return .rejects }
      if opposed == most {
        resisted = true
      } else if agreed == most {
        accepted = true
      } else {
        mayBe = true
      }
      offset += most
    }
    return resisted ? .resists : accepted ? .accepts : mayBe ? .grants : nil
  }
}
