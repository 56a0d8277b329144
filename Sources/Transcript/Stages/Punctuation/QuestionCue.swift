/// Words and forms that ask: standard section 5.
enum QuestionCue {
  /// For each scalar, how far back the last asking form ends: 0 none near, 1 at most 2 scalars, 2 at most 5,
  /// 3 at most 9, 4 at most 15.
  static func distances(_ speech: [UInt32]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: speech.count)
    var last = -100
    for index in speech.indices {
      if asks(speech, endingAt: index) { last = index }
      result[index] = step(index - last)
    }
    return result
  }

  /// What `distances` gives for the last scalar, 0 for no scalars; constant.
  static func lastDistance(_ speech: [UInt32]) -> UInt8 {
    let reach = min(16, speech.count)
    return (0..<reach).first { asks(speech, endingAt: speech.count - 1 - $0) }.map(step) ?? 0
  }

  private static func step(_ distance: Int) -> UInt8 {
    distance <= 2 ? 1 : distance <= 5 ? 2 : distance <= 9 ? 3 : distance <= 15 ? 4 : 0
  }

  /// Inside a speech, a mark after 吗 is ？, and 吗 always ends its question; a party's estimate asks nothing.
  static func closeQuestions(
    _ content: SpeechContent, _ voice: SpeechSetting.Voice, _ choice: inout MarkDecoder.Choice
  ) {
    guard content.count > 1 else { return }
    for index in 0..<content.count - 1 {
      let (scalar, mark) = (content.scalars[index], choice.marks[index])
      if scalar == 0x5417, mark != .exclamation {  // 吗
        choice.set(.question, at: index, confidence: 97)
      } else if mark == .question, content.marks[index] != .question, voice == .party,
        estimates(content.scalars, endingAt: index)
      {
        choice.set(.comma, at: index, confidence: 90)
      }
    }
  }

  /// True when 吧 only makes a number vague: 签了五六处吧, 8时多吧; not 是吧.
  static func estimates(_ speech: [UInt32], endingAt index: Int) -> Bool {
    guard speech[index] == 0x5427, index > 0, speech[index - 1] != 0x662F else { return false }
    return speech[max(0, index - 3)..<index].contains {
      (0x30...0x39).contains($0) || numerals.contains($0)
    }
  }
  private static let numerals = Set("两一二三四五六七八九十百千万几多半".unicodeScalars.map(\.value))

  /// True when what ends here can only be a question: …吗, or 是不是 对不对 行不行 好不好 是吗 as its last words.
  static func mustAsk(_ speech: [UInt32], endingAt index: Int) -> Bool {
    let scalar = speech[index]
    if scalar == 0x5417 { return true }  // 吗
    guard index > 2, speech[index - 1] == 0x4E0D, speech[index - 2] == scalar else { return false }
    return tags.contains(scalar)
  }

  /// True when a judge who ends a speech like this can only be asking: 申请仲裁了没有, 螺丝刀多长, 单价呢, 代表公司还是代表个人.
  static func benchAsks(_ speech: [UInt32]) -> Bool {
    guard let last = speech.last, speech.count > 2 else { return false }
    let before = speech[speech.count - 2]
    switch last {
    case 0x5462: return true  // 呢
    case 0x6709:  // 有
      return before == 0x6CA1 && speech.count > 3 && !denials.contains(speech[speech.count - 3])
    default:
      return before == 0x591A && degrees.contains(last) && !denials.contains(speech[speech.count - 3])
    }
  }

  /// True when the last words offer a choice: 是扎好的，还是散的; 房东做还是租户做.
  static func offersChoice(_ speech: [UInt32]) -> Bool {
    let last = speech.suffix(choiceReach).dropLast()
    return last.indices.dropFirst().contains { speech[$0 - 1] == 0x8FD8 && speech[$0] == 0x662F }  // 还是
  }
  private static let choiceReach = 16

  /// True when a party that ends a speech like this says what it does not know: 王什么我不记得了. Not 你记不记得, which asks,
  /// nor 谁不知道, which means that all know.
  static func disclaims(_ speech: [UInt32]) -> Bool {
    let end = speech.last == 0x4E86 ? speech.dropLast() : speech[...]  // 了
    guard
      let words = disclaimers.first(where: { end.count >= $0.count && end.suffix($0.count).elementsEqual($0) }
      )
    else { return false }
    let before = end.dropLast(words.count)
    guard let last = before.last else { return true }
    if last == words[1] || last == 0x8C01 { return false }  // 知不知道 谁不知道
    return !(last == 0x4E2A && before.dropLast().last == 0x54EA)  // 哪个
  }

  private static let disclaimers = ["不记得", "记不得", "记不清", "记不清楚", "不清楚", "不知道", "不晓得", "想不起来", "说不清"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// 都没有, 也没有, 没多久: what makes a denial of the same ending.
  private static let denials = Set("都也还就本么并毫从曾再没不差许".unicodeScalars.map(\.value))
  private static let degrees = Set("长大高重远久深宽厚快".unicodeScalars.map(\.value))

  private static let tags: Set<UInt32> = [0x662F, 0x5BF9, 0x884C]  // 是 对 行

  /// True when an asking word or an A-not-A form ends with the scalar at `index`.
  static func asks(_ speech: [UInt32], endingAt index: Int) -> Bool { form(speech, endingAt: index) != 0 }

  /// The form that asks and ends with the scalar at `index`, told by one scalar: 谁 for itself, 什 for 什么, 不 for
  /// A-not-A; 0 where none does.
  static func form(_ speech: [UInt32], endingAt index: Int) -> UInt32 {
    let scalar = speech[index]
    switch scalar {
    case 0x5417, 0x8C01, 0x54EA, 0x5565, 0x548B: return scalar  // 吗 谁 哪 啥 咋
    case 0x51E0: return index > 0 && isDigitOrTen(speech[index - 1]) ? 0 : scalar  // 几
    case 0x4E48: return before(speech, index, 0x4EC0, 0x600E)  // 什么 怎么
    case 0x5C11: return before(speech, index, 0x591A, 0x591A)  // 多少
    case 0x4F55: return before(speech, index, 0x4E3A, 0x5982)  // 为何 如何
    case 0x5426: return before(speech, index, 0x662F, 0x80FD)  // 是否 能否
    default: return isChoice(speech, index) ? notA : 0
    }
  }
  private static let notA: UInt32 = 0x4E0D

  /// The scalar before `index` when it is one of two; else 0.
  private static func before(_ speech: [UInt32], _ index: Int, _ one: UInt32, _ other: UInt32) -> UInt32 {
    guard index > 0, speech[index - 1] == one || speech[index - 1] == other else { return 0 }
    return speech[index - 1]
  }

  /// A不A, A没A, AB不AB: 是不是, 接受不接受.
  private static func isChoice(_ speech: [UInt32], _ index: Int) -> Bool {
    guard index > 1 else { return false }
    func negates(_ scalar: UInt32) -> Bool { scalar == 0x4E0D || scalar == 0x6CA1 }  // 不 没
    if negates(speech[index - 1]) { return speech[index - 2] == speech[index] }
    return index > 3 && negates(speech[index - 2]) && speech[index - 3] == speech[index]
      && speech[index - 4] == speech[index - 1]
  }

  private static let digits = Set("一二三四五六七八九百千".unicodeScalars.map(\.value))

  private static func isDigitOrTen(_ scalar: UInt32) -> Bool {
    // 十几 好几 七几
    (0x30...0x39).contains(scalar) || scalar == 0x5341 || scalar == 0x597D || digits.contains(scalar)
  }
}
