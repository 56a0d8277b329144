/// Marks by clause cues alone, for use without a model: words that open a clause get a mark before them.
struct CueScorer: BoundaryScorer {
  /// Scores every gap; O(scalars).
  func scores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    var result = [BoundaryScores](
      repeating: BoundaryScores(40, 0, -20, -80, -80, -80, -80, -400), count: speech.count)
    guard let last = speech.indices.last else { return result }
    var sinceMark = 0
    let (openers, firsts) = (Self.openers, Self.firsts)
    for index in 0..<last {
      sinceMark += 1
      guard sinceMark >= 3, index + 4 <= last, speech[index + 1] < 0x1_0000,
        firsts[Int(speech[index + 1])], openers.contains(Self.pair(speech[index + 1], speech[index + 2]))
      else { continue }
      result[index][1] = 60
      sinceMark = 0
    }
    result[last] = end(speech, setting)
    return result
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  private func end(_ speech: [UInt32], _ setting: SpeechSetting) -> BoundaryScores {
    let near = QuestionCue.lastDistance(speech)
    let asks = near == 1 || (near > 0 && setting.voice == .bench)
    return BoundaryScores(-400, -400, 0, asks ? 24 : -40, -400, -400, -400, -400)
  }

  private static let openers: Set<UInt64> = Set(
    [
      "但是", "因为", "所以", "然后", "后来", "而且", "如果", "虽然", "不过", "可是", "于是", "因此", "并且", "或者",
      "另外", "同时", "其中", "但他", "但我", "我们", "他们", "他说", "我说", "我就", "他就", "当时", "现在", "我方",
      "原告", "被告", "证据", "根据", "依据", "按照", "由于", "请求", "要求", "没有", "有没", "是不", "是否", "第一",
      "第二", "第三", "第四", "第五", "第六", "至于", "对于", "关于", "其次", "首先", "最后", "也就", "到现", "直到", "那你",
      "你们", "这个", "那个", "那就", "这是", "并承", "并支", "住所", "住址", "身份", "电话", "汉族", "男汉", "女汉",
    ].map { word in
      let scalars = word.unicodeScalars.map(\.value)
      return pair(scalars[0], scalars[1])
    })

  /// By code point: whether an opener begins with it.
  private static let firsts: [Bool] = {
    var firsts = [Bool](repeating: false, count: 0x1_0000)
    for opener in openers { firsts[Int(opener >> 32)] = true }
    return firsts
  }()
}
