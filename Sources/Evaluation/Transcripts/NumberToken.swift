/// A numeral in running text and what kind of thing it numbers.
struct NumberToken: Hashable, Sendable {
  /// What the numeral belongs to.
  enum Role: Sendable { case number, date, statute }

  let range: Range<Int>
  let value: String
  let role: Role

  private static let counters = Set(
    "个次天年月日号元块毛角分万亿岁份张组条款项名人件页期套间栋楼层室米里吨斤克公平倍成点时小周户笔辆台本只口把封遍句家位步种审级路弄幢单排册卷回趟女男".unicodeScalars.map(\.value))
  private static let leaders = Set("第据告人星期".unicodeScalars.map(\.value))
  private static let idioms: Set<String> = ["万一", "千万", "十分", "百分", "一一", "百万千万"]
  private static let inside = Set(".,:点".unicodeScalars.map(\.value))

  /// All numerals of a transcript; a run is cut where punctuation or a turn's end stands between.
  static func all(in text: TranscriptText) -> [NumberToken] {
    var tokens: [NumberToken] = []
    var index = 0
    while index < text.content.count {
      guard let end = end(of: index, in: text) else {
        index += 1
        continue
      }
      if let token = token(index..<end, in: text) { tokens.append(token) }
      index = end
    }
    return tokens
  }

  private static func end(of start: Int, in text: TranscriptText) -> Int? {
    let content = text.content
    guard NumeralValue.isNumeral(content[start]) else { return nil }
    var index = start + 1
    if isShare(start, in: text) { index = start + 3 }
    while index < content.count, adjacent(index, in: text) {
      if NumeralValue.isNumeral(content[index]) {
        index += 1
      } else if inside.contains(content[index]), index + 1 < content.count, adjacent(index + 1, in: text),
        NumeralValue.isNumeral(content[index + 1])
      {
        index += 2
      } else {
        break
      }
    }
    if index < content.count, content[index] == 0x25 || content[index] == 0x2030 { index += 1 }
    return index
  }

  private static func token(_ range: Range<Int>, in text: TranscriptText) -> NumberToken? {
    let scalars = Array(text.content[range])
    let next = range.upperBound < text.content.count ? text.content[range.upperBound] : 0
    let before = range.lowerBound > 0 ? text.content[range.lowerBound - 1] : 0
    if scalars.count == 1, scalars[0] > 0x7F, !counters.contains(next), !leaders.contains(before) {
      return nil
    }
    if idioms.contains(TranscriptText.string(scalars)) { return nil }
    let role = role(scalars, before: before, next: next)
    return NumberToken(range: range, value: NumeralValue.canonical(scalars), role: role)
  }

  private static func role(_ scalars: [UInt32], before: UInt32, next: UInt32) -> Role {
    switch next {
    case 0x6761, 0x6B3E, 0x9879: return before == 0x7B2C ? .statute : .number  // 第…条 款 项
    case 0x5E74: return scalars.count >= 2 ? .date : .number  // 年
    case 0x6708, 0x65E5, 0x53F7, 0x65F6: return .date  // 月 日 号 时
    default: return scalars.contains(0x3A) ? .date : .number
    }
  }

  private static func isShare(_ start: Int, in text: TranscriptText) -> Bool {
    guard start + 3 < text.content.count, text.content[start] > 0x7F else { return false }
    return text.content[start + 1] == 0x5206 && text.content[start + 2] == 0x4E4B  // 分之
      && NumeralValue.isNumeral(text.content[start + 3])
  }

  private static func adjacent(_ index: Int, in text: TranscriptText) -> Bool {
    text.offsets[index] == text.offsets[index - 1] + 1
  }
}
