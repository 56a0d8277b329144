import TextCore

/// Tells when no means yes: a denial that the question holds itself agrees with it.
enum SharedDenial {
  private static let negations = Cues(["没有", "没", "不"])
  /// Deny what follows them, whatever the verb.
  private static let denials = Cues(["没有", "没", "从未", "并未", "不曾"])
  /// Hold a negation and deny nothing, or ask whether.
  private static let innocent = Cues(
    ReactionWords.unsure + ReactionWords.unopposed + [
      "有没有", "没收", "没多久", "没想到",
    ])
  /// Ask whether all that stands before is right.
  private static let tags = Cues(["对吧", "对不对", "对吗", "是吧", "是不是", "是吗", "是不是这样", "是这样吧", "没错吧"])
  private static let lacks = Cues(["没", "未", "从来没", "从没", "也没", "都没", "确实没", "是没", "冇", "还没"])
  private static let question = Cues(["？"])
  private static let has = Array("有".utf8)
  private static let shortest = 6
  private static let longest = 12

  /// True for 没有 and 没有变 in answer to 没有变吧, not to 有没有变, 变没变 or 变了没有.
  static func isHeld(_ bytes: [UInt8], _ reply: Range<Int>, by question: Range<Int>) -> Bool {
    repeats(bytes, reply, of: question)
      || lacks.length(bytes, at: reply.lowerBound, to: reply.upperBound) != nil && denies(bytes, question)
  }

  /// True when the words of the denial stand in the question.
  private static func repeats(_ bytes: [UInt8], _ reply: Range<Int>, of question: Range<Int>) -> Bool {
    guard let start = negations.first(bytes, in: reply) else { return false }
    let denial = start..<min(reply.upperBound, start + longest)
    guard denial.count >= shortest,
      let length = negations.length(bytes, at: start, to: denial.upperBound), denial.count > length
    else { return false }
    var offset = question.lowerBound
    while offset + denial.count <= question.upperBound {
      if bytes[offset] == bytes[start], bytes[offset..<offset + denial.count].elementsEqual(bytes[denial]) {
        return !asksWhether(bytes, offset..<offset + length, in: question)
      }
      offset += UTF8Bytes.length(lead: bytes[offset])
    }
    return false
  }

  /// True for a question whose last clause denies something.
  private static func denies(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    guard let clause = lastClause(bytes, text) else { return false }
    var offset = clause.lowerBound
    while offset < clause.upperBound {
      if let length = innocent.length(bytes, at: offset, to: clause.upperBound) {
        offset += length
      } else if let length = denials.length(bytes, at: offset, to: clause.upperBound) {
        return !asksWhether(bytes, offset..<offset + length, in: clause)
      } else {
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
    }
    return false
  }

  /// The clause that asks, without 对不对 and the mark; nil for what is no question.
  private static func lastClause(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int>? {
    guard let mark = question.length(bytes, before: text.upperBound, from: text.lowerBound) else {
      return nil
    }
    let end = text.upperBound - mark
    let start = Clause.start(bytes, before: end, from: text.lowerBound)
    guard tags.length(bytes, at: start, to: end) == end - start, start > text.lowerBound else {
      return start..<end
    }
    let before = start - mark
    return Clause.start(bytes, before: before, from: text.lowerBound)..<before
  }

  /// True for the negation of 有没有变, 变没变 and 变了没有.
  private static func asksWhether(_ bytes: [UInt8], _ negation: Range<Int>, in text: Range<Int>) -> Bool {
    let before = bytes[max(text.lowerBound, negation.lowerBound - 3)..<negation.lowerBound]
    let after = bytes[negation.upperBound..<min(text.upperBound, negation.upperBound + 3)]
    return after.isEmpty || before.elementsEqual(has) || before.elementsEqual(after)
  }
}
