import ChineseText
import TextCore

/// Shares of a whole: 70%, and of liability 八二开, 按七三, 对半, 各担一半.
///
/// Of two tenths the one named first counts when it is the larger; 三七开 does not say whose is which and is not read.
extension SlotReader {
  private static let halves = Cues(["对半", "一半", "五五开", "五五分"])
  private static let larger = Cues(["一", "大", "多", "小", "前", "后", "上", "下", "另", "有"])
  private static let pairs: [(word: [UInt8], share: String)] = [
    ("九一", "90%"), ("八二", "80%"), ("七三", "70%"), ("六四", "60%"), ("五五", "50%"),
  ].map { (Array($0.0.utf8), $0.1) }
  private static let beforePair = Cues(["按", "按照", "主张", "是", "成", "就", "划", "应", "判", "认"])
  private static let afterPair = Cues([
    "开", "分", "担", "划", "责", "比", "的", "来", "承", "，", "。", "；", "、", "？", "！", "吧", "比例",
  ])

  /// The share at `offset`.
  func percent(_ offset: Int) -> (String, Int)? {
    guard !isVague(offset) else { return nil }
    if let reading = PercentReader.read(bytes, at: offset, end: end) {
      return ("\(reading.value)%", reading.end)
    }
    return half(offset) ?? pair(offset)
  }

  private func half(_ offset: Int) -> (String, Int)? {
    guard let length = Self.halves.length(bytes, at: offset, to: end),
      Self.larger.length(bytes, before: offset, from: 0) == nil
    else { return nil }
    return ("50%", offset + length)
  }

  private func pair(_ offset: Int) -> (String, Int)? {
    guard let pair = Self.pairs.first(where: { has($0.word, offset) }) else { return nil }
    let stop = offset + pair.word.count
    if has(Self.open, stop) { return (pair.share, stop + Self.open.count) }
    guard Self.beforePair.length(bytes, before: offset, from: 0) != nil,
      stop >= end || Self.afterPair.length(bytes, at: stop, to: end) != nil
    else { return nil }
    return (pair.share, stop)
  }

  private static let open = Array("开".utf8)
}
