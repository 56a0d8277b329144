import TextCore

/// Reads pleadings and judgments: who speaks in a paragraph is told by its first words (诉称, 辩称, 经审理查明).
enum DocumentReader {
  /// Words that say whose position follows; the one that stands last near the front of a paragraph counts.
  private static let leads: [(cues: Cues, side: Side)] = [
    (Cues(["诉称", "向本院提出诉讼请求", "诉讼请求", "事实与理由", "事实和理由"]), .plaintiff),
    (Cues(["辩称", "答辩"]), .defendant),
    (Cues(["第三人述称"]), .thirdParty),
    (Cues(["查明", "认定事实如下", "本院认为", "本院认定", "判决如下"]), .bench),
  ]
  /// Bytes of a paragraph in which the words may stand.
  private static let front = 120

  /// One turn for each paragraph; a paragraph without such words goes on as the one before, at first as the court's.
  static func turns(_ lines: [Range<Int>], _ bytes: [UInt8]) -> [Hearing.Turn] {
    var side = Side.bench
    return lines.enumerated().map { index, line in
      let front = line.lowerBound..<min(line.upperBound, line.lowerBound + front)
      let found = leads.compactMap { lead in lead.cues.first(bytes, in: front).map { ($0, lead.side) } }
      if let last = found.max(by: { $0.0 < $1.0 }) { side = last.1 }
      return Hearing.Turn(
        number: index + 1, label: nil, side: side, by: side == .bench ? "法院" : side.rawValue, speech: line)
    }
  }
}
