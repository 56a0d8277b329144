import TextCore

/// One speech with its right marks.
struct TrainingSpeech: Sendable {
  let scalars: [UInt32]
  /// The mark after each scalar; ！ counts as 。 since it depends on the voice, not on the words.
  let marks: [Mark]
  let setting: SpeechSetting
}

/// A hearing in the transcript standard, taken apart for training and measuring.
struct TrainingHearing: Sendable {
  /// File name.
  let name: String
  let speeches: [TrainingSpeech]

  /// Reads turns `角色：发言。` after the header; a line without a label is a speech of nobody known. O(bytes).
  init(name: String, text: [UInt8]) {
    self.name = name
    let turns = Self.turns(text)
    speeches = turns.indices.map { index in
      let content = turns[index].content
      let next =
        index + 1 < turns.count && turns[index + 1].label != turns[index].label
        ? NextSpeech(
          SpeechSetting.Voice(label: turns[index + 1].label), turns[index + 1].content.scalars) : nil
      return TrainingSpeech(
        scalars: content.scalars, marks: content.marks.map { $0 == .exclamation ? .stop : $0 },
        setting: SpeechSetting(voice: SpeechSetting.Voice(label: turns[index].label), next: next))
    }
  }

  private init(name: String, speeches: [TrainingSpeech]) {
    self.name = name
    self.speeches = speeches
  }

  /// The same words without who says them and what follows.
  var withoutSetting: TrainingHearing {
    TrainingHearing(
      name: name,
      speeches: speeches.map {
        TrainingSpeech(scalars: $0.scalars, marks: $0.marks, setting: SpeechSetting())
      })
  }

  private static func turns(_ text: [UInt8]) -> [(label: String, content: SpeechContent)] {
    var result: [(label: String, content: SpeechContent)] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = start..<end
      start = end + 1
      let label = label(text, line)
      let content = SpeechContent(text, line.lowerBound + label.bytes..<line.upperBound)
      guard content.count > 0, !headerNames.contains(label.name) else { continue }
      result.append((label.name, content))
    }
    return result
  }

  private static let headerNames: Set<String> = ["时间", "地点", "案号", "案由", "审判组织"]

  /// The label before the first ： when that comes within 48 bytes and before any other mark.
  private static func label(_ text: [UInt8], _ line: Range<Int>) -> (name: String, bytes: Int) {
    var offset = line.lowerBound
    while offset < min(line.upperBound, line.lowerBound + 48) {
      let (scalar, length) = UTF8Bytes.scalar(text, offset)
      if scalar == 0xFF1A {
        return (
          String(decoding: text[line.lowerBound..<offset], as: UTF8.self), offset + length - line.lowerBound
        )
      }
      if Mark.of(scalar) != nil { break }
      offset += length
    }
    return ("", 0)
  }
}

extension SpeechSetting.Voice {
  /// By the label of the standard.
  init(label: String) {
    if label.isEmpty {
      self = .unknown
    } else {
      self = ["审判", "人民陪审", "法官", "书记"].contains { label.hasPrefix($0) } ? .bench : .party
    }
  }
}

extension SpeechSetting {
  /// A line on its own knows neither voice nor answer, so that a model must also learn to do without.
  func hidden(_ random: inout SplitMix64) -> SpeechSetting {
    let dice = random.next()
    var setting = SpeechSetting(voice: dice % 5 == 0 ? .unknown : voice)
    if dice >> 8 % 4 != 0 { setting.next = next }
    return setting
  }
}
