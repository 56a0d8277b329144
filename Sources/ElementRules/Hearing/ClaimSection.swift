import TextCore

/// Finds, in the speech in which a plaintiff pleads, where the claims end and the facts begin.
enum ClaimSection {
  private static let reasons = Cues(["事实与理由", "事实和理由", "事实理由", "事实及理由"])
  private static let costs = Cues(["诉讼费", "受理费"])
  private static let claims = Cues(["判令", "请求", "要求", "诉请", "主张", "判决", "依法"])

  /// Go on with a list of claims: 请求判令支付：一、……；二、……
  private static let items = Cues("二三四五六七八九".map { "\($0)、" })

  /// What the other side shall do.
  static let demands = Cues([
    "支付", "偿还", "归还", "赔偿", "返还", "承担", "解除", "腾退", "给付", "交付", "离婚", "抚养", "确认", "判令",
  ])
  /// Tell of what was or was not done.
  private static let told = Cues(["已经", "没有", "一直", "至今", "拒不", "未", "还没", "曾", "当时", "后来"])

  /// The bytes of `speech` that are claims: up to 事实与理由, else to the sentence that asks for the costs, which comes
  /// last by custom; else the sentences that ask for something, by a word for asking or by what shall be done, with the
  /// items of a list that such a sentence begins.
  static func ranges(_ bytes: [UInt8], _ speech: Range<Int>) -> [Range<Int>] {
    if let place = reasons.first(bytes, in: speech) { return [speech.lowerBound..<place] }
    let sentences = SentenceSplitter.sentences(bytes, speech)
    if let last = sentences.last(where: { costs.occur(bytes, in: $0) }),
      isAsked(bytes, speech.lowerBound..<last.upperBound)
    {
      return [speech.lowerBound..<last.upperBound]
    }
    var goesOn = false
    let asked = sentences.filter { sentence in
      goesOn =
        claims.occur(bytes, in: sentence)
        || goesOn && items.length(bytes, at: sentence.lowerBound, to: sentence.upperBound) != nil
      return goesOn
    }
    return asked.isEmpty ? sentences.filter { isAsked(bytes, $0) && !told.occur(bytes, in: $0) } : asked
  }

  /// The bytes of `speech` that list what is not owed: in each sentence those behind the colon that follows 无需支付.
  static func disclaimed(_ bytes: [UInt8], _ speech: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = speech.lowerBound
    while let place = disclaimers.first(bytes, in: start..<speech.upperBound) {
      let stop = stops.first(bytes, in: place..<speech.upperBound) ?? speech.upperBound
      if let colon = colons.first(bytes, in: place..<stop) { ranges.append(colon + mark..<stop) }
      start = stop
    }
    return ranges
  }

  /// Say that something is not to be paid.
  static let disclaimers = Cues(["无需", "无须", "不需", "不支付", "不予支付", "不用支付", "不向被告支付"])
  private static let stops = Cues(["。", "？"])
  private static let colons = Cues(["："])
  private static let mark = 3

  private static func isAsked(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    claims.occur(bytes, in: range) || demands.occur(bytes, in: range)
  }
}
