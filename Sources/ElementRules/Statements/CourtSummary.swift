import TextCore

/// What the court puts on record as agreed: 双方对离婚没有争议, 垫付23000元，双方都认.
///
/// It is said by both sides in the court's words (facts annotation, rule 1); a question puts nothing on record.
enum CourtSummary {
  private static let both = Cues(["双方", "两边", "原、被告", "原被告", "原告、被告", "原告和被告", "各方", "你们两个", "两家"])
  private static let agreed = Cues(
    ReactionWords.unopposed + [
      "都认", "均认", "都承认", "均承认", "都没意见", "都没有意见", "说法一致", "陈述一致", "意见一致", "都一致", "都不争", "都同意",
    ])
  /// Take it back, or speak of what is to come.
  private static let others = Cues(["如果", "的话", "有争议的", "没有争议的", "无争议的", "没有异议的", "不再", "争议焦点", "庭前"])

  /// The words of a speech of the court that are put on record as agreed, one stretch a sentence.
  static func agreements(_ bytes: [UInt8], _ speech: Range<Int>) -> [Range<Int>] {
    SentenceSplitter.sentences(bytes, speech).compactMap { sentence in
      guard let place = both.first(bytes, in: sentence) else { return nil }
      let clause = place..<Clause.end(bytes, after: place, to: sentence.upperBound)
      guard let verdict = agreed.first(bytes, in: clause),
        !UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Array("？".utf8)), !others.occur(bytes, in: sentence)
      else { return nil }
      // 垫付23000元，双方都认: what is meant stands before.
      return (verdict - place <= bare ? sentence.lowerBound : place)..<clause.upperBound
    }
  }

  /// Bytes from both sides to their agreement when no thing stands between.
  private static let bare = 12
}
