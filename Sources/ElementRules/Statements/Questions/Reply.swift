import TextCore

/// What a short answer says to a question: yes or no.
struct Reply: Hashable {
  /// True for 是, 对, 有, 认可 …; false for 不是, 没有 …
  let isYes: Bool
  /// The words, up to the first mark.
  let range: Range<Int>

  /// 没错 and 不假 are no denials.
  private static let yes = Cues(
    ReactionWords.unopposed + ReactionWords.recognized + ReactionWords.isSo + ReactionWords.iAgree + [
      "是", "对", "嗯", "有", "同意", "愿意", "不错", "可以", "好的", "确实", "当然", "收到", "收着了", "认识", "知道", "清楚", "记得", "办了",
      "做过",
      "肯定", "约定了", "说过", "签了", "给了", "还了", "认的", "那可不", "可不", "那是，", "那是。", "那是的", "那是当然", "那是肯定", "就是",
      "都是真的", "都真的", "都是", "数额对", "数是对的",
      "数对", "数没错", "金额对", "金额没错", "准确", "一致", "我都认", "我全认", "金额认可", "数额认可", "我方认可", "我司认可", "公司认可", "我们认可",
      "我们认", "也认可",
      "也认", "我也认", "大致上是", "基本上是", "基本是", "差不多是", "大体是",
    ])
  private static let no = Cues([
    "真的没", "真的不", "不", "没", "未", "无", "否", "从来没", "并没有", "并未", "哪有", "哪里有", "谁说", "我没", "我不", "我们没", "我们不",
    "公司没", "当时没",
    "都没", "根本没",
    "根本不", "还没", "暂时没", "目前没", "这个没", "也没", "也不", "从没", "从未", "冇", "莫得", "没得",
  ])
  /// Said before the answer proper.
  private static let openings = Cues([
    "审判长，", "审判员，", "法官，", "报告审判长，", "回法官，", "这个", "那个", "嗯，", "哦，", "啊，", "就", "当时", "确实",
  ])
  /// Begin like an answer and say neither yes nor no: 是这样, 有时候, 不清楚.
  private static let neither = Cues(
    ReactionWords.unsure + ReactionWords.views + [
      "是这样", "是这么", "有时", "有一部分", "有部分", "有的时候", "有些", "对方", "对于", "对这", "记不", "不好说", "没注意", "不一定", "不晓得",
      "不太清楚", "不确定", "无法", "未必", "没印象", "没听清", "同意调解", "愿意调解", "可以调解", "有话", "有几",
    ])

  private static let acceptance = Cues(["认可", "认", "属实", "没", "无", "同意", "对的", "冇", "不争"])
  private static let objection = Cues(ReactionWords.opposed + ReactionWords.unrecognized + ["不认"])
  private static let unopposed = Cues(ReactionWords.unopposed + ReactionWords.whether + ["不认识"])

  /// True when it agrees with what was asked: no to 有没有异议, and 认可, do.
  func agrees(to form: Question.Form, _ bytes: [UInt8]) -> Bool {
    guard form == .objection, isYes else {
      return form == .objection || isYes && !Self.objection.occur(bytes, in: range, skipping: Self.unopposed)
    }
    return Self.acceptance.occur(bytes, in: range)
      && !Self.objection.occur(bytes, in: range, skipping: Self.unopposed)
  }

  /// True when it contradicts a question that denies: to 没有约定利息吧, 约定了 and 不对 do, 对 and 没有 do not.
  func overturns(_ bytes: [UInt8]) -> Bool {
    let words = isYes ? Self.assents : Self.contradictions
    let start = Self.pastOpening(bytes, range)
    return isYes != (words.length(bytes, at: start, to: range.upperBound) != nil)
  }

  private static let assents = Cues(
    ReactionWords.unopposed + ReactionWords.isSo + [
      "是", "对", "嗯", "好的", "可以", "确实", "当然", "不错", "肯定", "可不", "那可不", "那是", "就是", "都是", "准确", "一致", "没", "无",
      "懂", "明白", "知道", "清楚", "记得",
    ])
  private static let contradictions = Cues(["不对", "不是这", "不是的", "谁说", "哪有", "哪里有"])

  private static let questionMark = Array("？".utf8)
  private static let done = Cues(["了", "过", "的"])
  private static let longestVerb = 3

  /// The reply that a sentence opens with; nil when it is neither yes nor no. 打了 answers 打没打 with yes.
  static func read(_ bytes: [UInt8], _ sentence: Range<Int>, to question: Range<Int>) -> Reply? {
    guard !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, questionMark) else { return nil }
    if let reply = read(bytes, sentence) { return reply }
    guard neither.length(bytes, at: sentence.lowerBound, to: sentence.upperBound) == nil else { return nil }
    var verb = sentence.lowerBound
    for _ in 0..<longestVerb where verb < sentence.upperBound {
      verb += UTF8Bytes.length(lead: bytes[verb])
      guard done.length(bytes, at: verb, to: sentence.upperBound) != nil else { continue }
      let echo = Cues([String(decoding: bytes[sentence.lowerBound..<verb], as: UTF8.self)])
      guard echo.occur(bytes, in: question) else { return nil }
      return Reply(
        isYes: true, range: sentence.lowerBound..<Clause.end(bytes, after: verb, to: sentence.upperBound))
    }
    return nil
  }

  private static func read(_ bytes: [UInt8], _ sentence: Range<Int>) -> Reply? {
    let start = sentence.lowerBound
    for place in Set([start, pastOpening(bytes, sentence)]).sorted() {
      guard neither.length(bytes, at: place, to: sentence.upperBound) == nil else { return nil }
      let (yes, no) = (
        yes.length(bytes, at: place, to: sentence.upperBound) ?? 0,
        no.length(bytes, at: place, to: sentence.upperBound) ?? 0
      )
      guard max(yes, no) > 0, !isPreposition(bytes, place, yes, sentence.upperBound) else { continue }
      let end = Clause.end(bytes, after: place, to: sentence.upperBound)
      return Reply(isYes: yes > no, range: start..<max(end, place))
    }
    return nil
  }

  /// Where the answer proper begins.
  private static func pastOpening(_ bytes: [UInt8], _ words: Range<Int>) -> Int {
    words.lowerBound + (openings.length(bytes, at: words.lowerBound, to: words.upperBound) ?? 0)
  }

  /// True for 对 that leads to what it is about: 对行政处罚没有提起诉讼.
  private static func isPreposition(_ bytes: [UInt8], _ place: Int, _ length: Int, _ end: Int) -> Bool {
    let next = place + length
    guard length == right.count, UTF8Bytes.hasPrefix(bytes, place, right), next < end else { return false }
    return !Clause.isMark(bytes, next) && particles.length(bytes, at: next, to: end) == nil
  }

  private static let right = Array("对".utf8)
  private static let particles = Cues([
    "的", "着", "头", "啊", "呀", "呢", "吧", "嘛", "了", "哦", "哩", "哟", "对", "是", "我", "没", "就", "这", "有", "确", "应",
    "他", "她", "原", "被",
  ])
}
