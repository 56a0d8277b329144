/// How the text before a place asks, whether what follows takes its words up, and where the lines end: what tells
/// the end of a question from any other pause.
enum TurnShape {
  /// Number of the form of question that the last characters before `index` have; 0 for none. Constant.
  static func question(_ text: SpokenText, before index: Int) -> UInt32 {
    let scalars = text.scalars
    guard index > 0 else { return 15 }
    if let ending = ending(scalars, index) { return ending }
    var place = index - 1
    let first = max(1, index - reach)
    while place >= first {
      if let word = askingWord(scalars, place) { return word }
      place -= 1
    }
    return 0
  }

  private static let reach = 12

  /// …吗, …吧, …呢, …没有, …没.
  @inline(__always)
  private static func ending(_ scalars: [UInt32], _ index: Int) -> UInt32? {
    switch scalars[index - 1] {
    case 0x5417: 1
    case 0x5427: 2
    case 0x5462: 3
    case 0x6709 where index > 1 && scalars[index - 2] == 0x6CA1: 4
    case 0x6CA1: 5
    default: nil
    }
  }

  /// 谁, 哪, 几 and 多少, 什么 and 啥, 怎么 and 咋, 是否, A不A.
  @inline(__always)
  private static func askingWord(_ scalars: [UInt32], _ place: Int) -> UInt32? {
    let before = scalars[place - 1]
    switch scalars[place] {
    case 0x8C01: return 6
    case 0x54EA: return 7
    case 0x51E0: return 8
    case 0x5C11 where before == 0x591A, 0x5927 where before == 0x591A: return 8
    case 0x4E48 where before == 0x4EC0: return 9
    case 0x5565: return 9
    case 0x4E48 where before == 0x600E: return 10
    case 0x548B: return 10
    case 0x4F55 where before == 0x4E3A || before == 0x5982: return 10
    case 0x5426: return 11
    default:
      let isNegation = before == 0x4E0D || before == 0x6CA1
      return place > 1 && isNegation && scalars[place - 2] == scalars[place] ? 12 : nil
    }
  }

  /// Whether the first character from `index` on, and the first two, were said shortly before: 是你签的吗 | 是我签的.
  static func echo(_ text: SpokenText, at index: Int) -> UInt32 {
    guard index < text.codes.count else { return 0 }
    let first = text.codes[index]
    let second = index + 1 < text.codes.count ? text.codes[index + 1] : 1
    var (one, two): (UInt32, UInt32) = (0, 0)
    for place in max(0, index - 14)..<index where text.codes[place] == first {
      if index - place <= 8 { one = 1 }
      if place + 1 < index, text.codes[place + 1] == second { two = 2 }
    }
    return one | two
  }

  /// How far `index` stands from the start and from the end of its line, in steps.
  static func linePlace(_ text: SpokenText, _ index: Int) -> (since: UInt32, until: UInt32) {
    var start = index
    var end = index + 1
    while start > 0, index - start < longLine, text.gaps[start] != .line { start -= 1 }
    while end < text.codes.count, end - index < longLine, text.gaps[end] != .line { end += 1 }
    return (step(index - start), step(end - index))
  }

  private static let longLine = 26

  private static func step(_ distance: Int) -> UInt32 {
    switch distance {
    case 0: 0
    case ..<4: 1
    case ..<9: 2
    case ..<16: 3
    case ..<26: 4
    default: 5
    }
  }

  /// Where the line of the character before `index` starts, some way back at most.
  static func lineStart(_ text: SpokenText, before index: Int) -> Int {
    var start = max(0, index - 1)
    while start > 0, index - start < 60, text.gaps[start] != .line { start -= 1 }
    return start
  }

  /// How long the lines of the text are on average, in steps.
  static func lineLength(_ text: SpokenText) -> UInt32 {
    let average = text.codes.count / max(1, text.lines)
    return UInt32([16, 24, 34, 50, 90, 400].firstIndex { average < $0 } ?? 6)
  }
}
