import TextCore

/// What a short answer says to a question: yes or no.
struct Reply: Hashable {
  /// True for 是, 对, 有, 认可 …; false for 不是, 没有 …
  let isYes: Bool
  /// The words, up to the first mark.
  let range: Range<Int>

  /// 没错 and 不假 are no denials.
  private static let yes = Cues([
    "是", "对", "嗯", "有", "认可", "承认", "属实", "同意", "愿意", "没错", "不错", "不假", "可以", "好的", "确实", "当然", "收到", "认识",
    "知道", "清楚",
    "记得", "办了", "做过", "肯定", "没问题", "约定了", "说过", "签了", "给了", "还了", "认的", "那可不", "可不", "那是", "就是", "我认", "我承认",
    "我认可", "没有异议", "没异议", "无异议", "没有意见", "没意见", "无意见", "冇意见", "冇异议", "没得意见", "没得异议", "没有问题", "没有错",
    "都是真的", "真的", "都真的", "都对", "都是", "都认", "数额对", "数是对的", "数对", "数没错", "金额对", "金额没错", "准确", "一致",
  ])
  private static let no = Cues([
    "不", "没", "未", "无", "否", "从来没", "并没有", "并未", "哪有", "哪里有", "谁说", "我没", "我不", "我们没", "我们不", "公司没", "当时没",
    "都没", "根本没",
    "根本不", "还没", "暂时没", "目前没", "这个没", "也没", "也不", "从没", "从未", "冇", "莫得", "没得",
  ])
  /// Said before the answer proper.
  private static let openings = Cues([
    "审判长，", "审判员，", "法官，", "报告审判长，", "回法官，", "这个", "那个", "嗯，", "哦，", "啊，", "就", "当时", "确实",
  ])
  /// Begin like an answer and say neither yes nor no: 是这样, 有时候, 不清楚.
  private static let neither = Cues([
    "是这样", "是这么", "有时", "有一部分", "有部分", "有的时候", "有些", "对方", "对于", "对这", "不清楚", "不知道", "不记得", "记不", "不好说",
    "没注意", "不一定",
    "不晓得", "不懂", "不太清楚", "不确定", "无法", "未必", "没印象", "没听清", "同意调解", "愿意调解", "可以调解", "有话", "有几",
  ])

  private static let acceptance = Cues(["认可", "认", "属实", "没", "无", "同意", "对的", "冇"])
  private static let objection = Cues(["有异议", "不认", "有意见", "不同意"])
  private static let unopposed = Cues(["没有异议", "没有意见", "没有其他意见", "不认识", "认不认", "有没有异议", "有没有意见"])

  /// True when it agrees with what was asked: no to 有没有异议, and 认可, do.
  func agrees(to form: Question.Form, _ bytes: [UInt8]) -> Bool {
    guard form == .objection, isYes else {
      return form == .objection || isYes && !Self.objection.occur(bytes, in: range, skipping: Self.unopposed)
    }
    return Self.acceptance.occur(bytes, in: range)
      && !Self.objection.occur(bytes, in: range, skipping: Self.unopposed)
  }

  /// True for 没有 and the like, which agree with a question that denies.
  func isLack(_ bytes: [UInt8]) -> Bool {
    !isYes && Self.lacks.length(bytes, at: range.lowerBound, to: range.upperBound) != nil
  }

  private static let lacks = Cues(["没", "未", "从来没", "从没", "也没", "都没", "确实没", "是没", "冇", "还没"])
  private static let questionMark = Array("？".utf8)
  private static let done = Cues(["了", "过", "的"])
  private static let longestVerb = 3

  /// The reply that a sentence opens with; nil when it is neither yes nor no. 打了 answers 打没打 with yes.
  static func read(_ bytes: [UInt8], _ sentence: Range<Int>, to question: Range<Int>) -> Reply? {
    guard !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, questionMark) else { return nil }
    if let reply = read(bytes, sentence) {
      return !reply.isYes && repeats(bytes, reply.range, of: question)
        ? Reply(isYes: true, range: reply.range) : reply
    }
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

  /// True for a denial that the question itself holds: 没有变 agrees with 没有变吧, not with 有没有变.
  private static func repeats(_ bytes: [UInt8], _ reply: Range<Int>, of question: Range<Int>) -> Bool {
    guard let start = negations.first(bytes, in: reply) else { return false }
    let denial = start..<min(reply.upperBound, start + longestDenial)
    guard denial.count >= shortestDenial,
      let length = negations.length(bytes, at: start, to: denial.upperBound),
      denial.count > length
    else { return false }
    var offset = question.lowerBound
    while offset + denial.count <= question.upperBound {
      if bytes[offset] == bytes[start], bytes[offset..<offset + denial.count].elementsEqual(bytes[denial]) {
        let before = bytes[max(question.lowerBound, offset - 3)..<offset]
        let verb = bytes[denial].dropFirst(length).prefix(3)
        // 有没有变 and 变没变 ask whether.
        return !before.elementsEqual(has) && !before.elementsEqual(verb)
      }
      offset += UTF8Bytes.length(lead: bytes[offset])
    }
    return false
  }

  private static let negations = Cues(["没有", "没", "不"])
  private static let has = Array("有".utf8)
  private static let shortestDenial = 6
  private static let longestDenial = 12

  private static func read(_ bytes: [UInt8], _ sentence: Range<Int>) -> Reply? {
    let start = sentence.lowerBound
    let skipped = start + (openings.length(bytes, at: start, to: sentence.upperBound) ?? 0)
    for place in Set([start, skipped]).sorted() {
      guard neither.length(bytes, at: place, to: sentence.upperBound) == nil else { return nil }
      let (yes, no) = (
        yes.length(bytes, at: place, to: sentence.upperBound) ?? 0,
        no.length(bytes, at: place, to: sentence.upperBound) ?? 0
      )
      guard max(yes, no) > 0 else { continue }
      let end = Clause.end(bytes, after: place, to: sentence.upperBound)
      return Reply(isYes: yes > no, range: start..<max(end, place))
    }
    return nil
  }
}
