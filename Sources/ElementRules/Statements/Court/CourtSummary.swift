import TextCore

/// What the court puts on record as agreed: 双方对离婚没有争议, 垫付23000元，双方都认.
///
/// It is said by both sides in the court's words (facts annotation, rule 1); a question puts nothing on record.
enum CourtSummary {
  private static let both = Cues(["双方", "两边", "原、被告", "原被告", "原告、被告", "原告和被告", "各方", "你们两个", "两家"])
  private static let agreed = Cues(
    ReactionWords.unopposed + [
      "都认", "均认", "都承认", "均承认", "都没意见", "都没有意见", "说法一致", "陈述一致", "意见一致", "都一致", "都不争", "都同意",
      "达成一致", "达成了一致", "都愿意", "都自愿",
    ])
  /// Take it back, or speak of what is to come.
  private static let others = Cues(["如果", "的话", "有争议的", "没有争议的", "无争议的", "没有异议的", "不再", "争议焦点", "庭前"])

  /// Words put on record as agreed, and by whom.
  struct Agreement {
    let range: Range<Int>
    let sides: [Side]
    /// True when both agree; what one side is said to admit says only that it does.
    var isCommon: Bool { sides.count > 1 }
  }

  /// Open a list of what the court has found so far, or of what nobody contests.
  private static let lists = Cues([
    "查明的事实", "查明的基本事实", "归纳几条", "庭前确认", "庭前已经确认", "庭前会议确认", "没有争议的事", "没争议的事", "无争议的事",
  ])
  /// End such a list, or make it no list of facts.
  private static let disputes = Cues(["争议焦点", "有争议的是", "焦点是", "焦点有", "争议的焦点", "需要查", "如果"])

  /// What is listed as found: 上午查明的事实我归纳几条，各方补充。 opens it.
  private static func listed(_ bytes: [UInt8], _ speech: Range<Int>) -> [Range<Int>] {
    let sentences = SentenceSplitter.sentences(bytes, speech)
    guard let first = sentences.firstIndex(where: { lists.occur(bytes, in: $0) }) else { return [] }
    return sentences[first...].prefix { !disputes.occur(bytes, in: $0) }.filter {
      !UTF8Bytes.hasSuffix(bytes, $0.upperBound, Array("？".utf8))
    }
  }

  /// The words of a speech of the court that are put on record as agreed, one stretch a sentence.
  static func agreements(_ bytes: [UInt8], _ speech: Range<Int>) -> [Agreement] {
    let listed = listed(bytes, speech).map { Agreement(range: $0, sides: [.plaintiff, .defendant]) }
    return listed
      + agreed(bytes, speech).filter { agreed in !listed.contains { agreed.range.overlaps($0.range) } }
  }

  private static func agreed(_ bytes: [UInt8], _ speech: Range<Int>) -> [Agreement] {
    SentenceSplitter.sentences(bytes, speech).compactMap { sentence in
      guard !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Array("？".utf8)),
        !others.occur(bytes, in: sentence)
      else { return nil }
      return common(bytes, sentence) ?? ofOne(bytes, sentence)
    }
  }

  private static func common(_ bytes: [UInt8], _ sentence: Range<Int>) -> Agreement? {
    guard let place = both.first(bytes, in: sentence) else { return nil }
    let clause = place..<Clause.end(bytes, after: place, to: sentence.upperBound)
    guard let verdict = agreed.first(bytes, in: clause) else { return nil }
    // 垫付23000元，双方都认: what is meant stands before.
    let start = verdict - place <= bare ? sentence.lowerBound : place
    return Agreement(range: start..<clause.upperBound, sides: [.plaintiff, .defendant])
  }

  /// 被告对护理费不持异议，记录在案
  private static func ofOne(_ bytes: [UInt8], _ sentence: Range<Int>) -> Agreement? {
    guard records.occur(bytes, in: sentence), let place = parties.first(bytes, in: sentence) else {
      return nil
    }
    let clause = place..<Clause.end(bytes, after: place, to: sentence.upperBound)
    guard admitted.occur(bytes, in: clause) else { return nil }
    let side: Side = UTF8Bytes.hasPrefix(bytes, place, Array("原告".utf8)) ? .plaintiff : .defendant
    return Agreement(range: clause, sides: [side])
  }

  private static let records = Cues(["记一下", "记下", "记录", "记明", "记入", "书记员记"])
  private static let parties = Cues(["原告", "被告"])
  private static let admitted = Cues(ReactionWords.unopposed + ["认可", "承认"])

  /// Bytes from both sides to their agreement when no thing stands between.
  private static let bare = 12
}
