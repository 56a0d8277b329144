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
  /// Lead to what the value came to later: 一个月9000元，第三年涨到10500元.
  private static let rises = Cues(["涨到", "涨成", "涨至", "加到", "提到", "升到", "提高到", "增加到", "上调到", "调高到"])
  /// Bytes after a value in which it may rise.
  private static let reach = 60
  /// Revisions followed, one after another.
  private static let most = 3

  /// The value that `first` rose to, in `unit`; nil when it did not.
  static func rise(_ first: SlotMatch, _ bytes: [UInt8], in unit: Range<Int>, _ slots: SlotTable)
    -> SlotMatch?
  {
    let near = first.range.upperBound..<min(unit.upperBound, first.range.upperBound + reach)
    guard let cue = rises.first(bytes, in: near),
      let length = rises.length(bytes, at: cue, to: unit.upperBound),
      let next = slots.value(first.kind, startingAt: cue + length), next.range.upperBound <= unit.upperBound
    else { return nil }
    return next
  }

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
