import TextCore

/// What a question for a figure asks: two things at once (哪天签的，哪天交货？), or one of several (第七批哪天送的？).
enum AskedThings {
  /// The kinds of value that are asked for.
  static let kinds: Set<SlotKind> = [.money, .number, .date]
  private static let days = Cues(["什么时候", "哪天", "哪一天", "几号", "何时", "啥时候", "哪年", "几月"])
  private static let amounts = Cues(["多少", "好多"])
  private static let ordinal = Array("第".utf8)
  private static let counts = Cues(["二", "三", "四", "五", "六", "七", "八", "九", "十"])
  private static let parts = Cues(["批", "笔", "车", "趟", "期"])
  private static let lastParts = Cues(["最后一批", "最后一车", "最后一趟"])

  /// One past the clause of the last sentence that asks first, when another asks for a thing of its kind; else the end.
  /// A bare value answers the first of the two.
  static func firstEnd(_ bytes: [UInt8], _ question: Range<Int>) -> Int {
    guard let last = SentenceSplitter.sentences(bytes, question).last else { return question.upperBound }
    for asks in [days, amounts] {
      guard let first = asks.first(bytes, in: last) else { continue }
      let end = Clause.end(bytes, after: first, to: last.upperBound)
      if asks.occur(bytes, in: end..<last.upperBound) { return end }
    }
    return question.upperBound
  }

  /// True for a question about a later one of several: its answer tells nothing of the whole, nor of the first.
  static func areParts(_ bytes: [UInt8], _ question: Range<Int>) -> Bool {
    guard !lastParts.occur(bytes, in: question) else { return true }
    return question.contains { offset in
      guard UTF8Bytes.hasPrefix(bytes, offset, ordinal),
        let count = counts.length(bytes, at: offset + ordinal.count, to: question.upperBound)
      else { return false }
      return parts.length(bytes, at: offset + ordinal.count + count, to: question.upperBound) != nil
    }
  }
}
