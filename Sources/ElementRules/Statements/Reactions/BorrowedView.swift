import TextCore

/// A view taken over from another of the same side, which agrees with that one and not with the other side:
/// 我没意见，跟保险公司一样; 同被告一的意见，没有异议.
enum BorrowedView {
  /// True when the sentence around `range` says that a defendant thinks as another defendant does.
  static func holds(_ bytes: [UInt8], _ range: Range<Int>, _ speaker: Speaker) -> Bool {
    guard speaker.turn.side == .defendant, speaker.turn.speech.contains(range.lowerBound) else {
      return false
    }
    let sentence = SentenceSplitter.sentence(around: range, bytes, in: speaker.turn.speech)
    guard let other = others.first(bytes, in: sentence) else { return false }
    return views.occur(bytes, in: other..<sentence.upperBound)
  }

  private static let others = Cues(
    ["跟", "和", "同", "与", "同意"].flatMap { joint in
      ["保险公司", "被告一", "被告二", "被告三", "第一被告", "第二被告", "第三人", "前面"].map { joint + $0 }
    })
  private static let views = Cues(["一样", "一致", "相同", "意见"])
}
