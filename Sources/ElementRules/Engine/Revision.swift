import TextCore

/// The value that a speaker puts in place of the one just said: 从16552元变更为12414元, 5万元，不对，是6万元.
enum Revision {
  /// Lead from a value to the one that replaces it.
  private static let changes = Cues([
    "变更为", "变更成", "改为", "改成", "变为", "调整为", "调整到", "调到", "降到", "降为", "降至", "减到", "减为", "减少到", "减少为", "增加到",
    "增加为", "改按", "调成",
    "主动调到", "调低到", "下调到", "下调为", "，现在变更为", "，变更为", "，现变更为", "，现在改为", "，调整为", "，不对，是", "，不对，应该是", "，不是，是",
    "，说错了，是",
    "，说错了，应该是", "，不对，", "，错了，是", "，口误，是", "，更正一下，是", "，更正为",
  ])
  /// Revisions followed, one after another.
  private static let most = 3

  /// The last value that replaces `first`, in `unit`; nil when none does.
  static func last(_ first: SlotMatch, _ bytes: [UInt8], in unit: Range<Int>, _ slots: SlotTable)
    -> SlotMatch?
  {
    var found: SlotMatch?
    var offset = first.range.upperBound
    for _ in 0..<most {
      guard let length = changes.length(bytes, at: offset, to: unit.upperBound),
        let next = slots.value(first.kind, startingAt: offset + length),
        next.range.upperBound <= unit.upperBound
      else { break }
      found = next
      offset = next.range.upperBound
    }
    return found
  }
}
