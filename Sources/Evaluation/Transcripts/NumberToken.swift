/// A numeral in running text and what kind of thing it numbers.
struct NumberToken: Hashable, Sendable {
  /// What the numeral belongs to.
  enum Role: Sendable { case number, date, statute }

  let range: Range<Int>
  let value: String
  let role: Role
  /// A single Chinese numeral that counts nothing recognizable (一 in 一般): it may answer for a gold numeral, but is
  /// never missed itself.
  let isWeak: Bool

  /// All numerals of a transcript; a run is cut where punctuation or a turn's end stands between.
  static func all(in text: TranscriptText) -> [NumberToken] {
    var scanner = NumberScanner(text)
    return scanner.scan()
  }
}

/// Finds numerals from left to right.
private struct NumberScanner {
  private static let counters = Set(
    "个次天年月日号元块毛角分万亿岁份张组条款项名人件页期套间栋楼层室米里吨斤克公平倍成点时小周户笔辆台本只口把封遍句家位步种审级路弄幢单排册卷回趟女男".unicodeScalars.map(\.value))
  private static let leaders = Set("第据告人星期".unicodeScalars.map(\.value))
  private static let myriads = Set("万亿".unicodeScalars.map(\.value))
  /// What prices and rents go by: 一个月, 一年, 一吨.
  private static let rates = Set("个年天月次人吨斤亩套间台件".unicodeScalars.map(\.value))
  private static let idioms: Set<String> = ["万一", "千万", "十分", "百分", "一一"]
  private static let (point, yuan, mao, fen, half): (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x70B9, 0x5757, 0x6BDB, 0x5206, 0x534A
  )

  private let text: TranscriptText
  private let content: [UInt32]
  private var tokens: [NumberToken] = []

  init(_ text: TranscriptText) {
    self.text = text
    content = text.content
  }

  mutating func scan() -> [NumberToken] {
    var index = 0
    while index < content.count {
      if isHalfHour(index) {
        tokens.append(NumberToken(range: index..<index + 1, value: "30", role: .date, isWeak: false))
      }
      guard NumeralValue.isNumeral(content[index]) else {
        index += 1
        continue
      }
      let end = end(of: index)
      let tail = change(after: end)
      add(index..<(tail?.end ?? end), numeral: index..<end, fraction: tail?.digits)
      index = tail?.end ?? end
    }
    return tokens
  }

  private func end(of start: Int) -> Int {
    var index = isShare(start) ? start + 3 : start + 1
    while follows(index) {
      if countsAnew(index, from: start) { break }
      if NumeralValue.isNumeral(content[index]) {
        index += 1
      } else if joins(index), follows(index + 1), NumeralValue.isNumeral(content[index + 1]) {
        index += 2
      } else {
        break
      }
    }
    if index < content.count, content[index] == 0x25 || content[index] == 0x2030 { index += 1 }
    return index
  }

  /// 15万 and 一个月: digits with 万 or 亿 are complete before 一 that counts something itself.
  private func countsAnew(_ index: Int, from start: Int) -> Bool {
    guard content[start] < 0x80, content[index] == 0x4E00, Self.myriads.contains(content[index - 1]),
      follows(index + 1)
    else { return false }
    return Self.rates.contains(content[index + 1])
  }

  /// A sign inside a number; 点 is one unless a time follows (八点四十).
  private func joins(_ index: Int) -> Bool {
    switch content[index] {
    case 0x2C, 0x2E, 0x3A: return true
    case Self.point where content[index - 1] < 0x80: return false  // 8点17 is a time
    case Self.point:
      var place = index + 1
      while follows(place), NumeralValue.isNumeral(content[place]) {
        if content[place] == 0x5341 { return false }
        place += 1
      }
      return true
    default: return false
    }
  }

  /// `块八`, `块九毛六` after an amount: the digits behind the point and where they end.
  private func change(after end: Int) -> (digits: String, end: Int)? {
    guard follows(end), content[end] == Self.yuan, follows(end + 1),
      let first = NumeralValue.digit(content[end + 1])
    else { return nil }
    guard follows(end + 2) else { return ("\(first)", end + 2) }
    guard content[end + 2] == Self.mao else {
      return Self.counters.contains(content[end + 2]) || NumeralValue.isNumeral(content[end + 2])
        ? nil : ("\(first)", end + 2)
    }
    guard follows(end + 3), let second = NumeralValue.digit(content[end + 3]) else {
      return ("\(first)", end + 3)
    }
    let withFen = follows(end + 4) && content[end + 4] == Self.fen
    return ("\(first)\(second)", withFen ? end + 5 : end + 4)
  }

  private mutating func add(_ range: Range<Int>, numeral: Range<Int>, fraction: String?) {
    let scalars = Array(content[numeral])
    guard !Self.idioms.contains(TranscriptText.string(scalars)) else { return }
    let next = range.upperBound < content.count ? content[range.upperBound] : 0
    let before = range.lowerBound > 0 ? content[range.lowerBound - 1] : 0
    let counts = Self.counters.contains(next) || Self.leaders.contains(before)
    let isWeak = scalars.count == 1 && scalars[0] > 0x7F && !counts
    let value = NumeralValue.canonical(scalars) + (fraction.map { "." + $0 } ?? "")
    tokens.append(
      NumberToken(
        range: range, value: value, role: Self.role(scalars, before: before, next: next), isWeak: isWeak))
  }

  private static func role(_ scalars: [UInt32], before: UInt32, next: UInt32) -> NumberToken.Role {
    switch next {
    case 0x6761, 0x6B3E, 0x9879: return before == 0x7B2C ? .statute : .number  // 第…条 款 项
    case 0x5E74: return scalars.count >= 2 ? .date : .number  // 年
    case 0x53F7: return before == 0x6708 ? .date : .number  // 号: a day only after 月, else a house or a seat
    case 0x6708, 0x65E5, 0x65F6: return .date  // 月 日 时
    default: return scalars.contains(0x3A) ? .date : .number
    }
  }

  private func isShare(_ start: Int) -> Bool {
    guard start + 3 < content.count, content[start] > 0x7F else { return false }
    return content[start + 1] == Self.fen && content[start + 2] == 0x4E4B
      && NumeralValue.isNumeral(content[start + 3])
  }

  /// 半 after an hour: 九点半 is 9时30分.
  private func isHalfHour(_ index: Int) -> Bool {
    guard content[index] == Self.half, index > 1, follows(index), follows(index - 1) else { return false }
    return (content[index - 1] == Self.point || content[index - 1] == 0x65F6)
      && NumeralValue.isNumeral(content[index - 2])
  }

  /// True when the character stands directly after the one before it.
  private func follows(_ index: Int) -> Bool {
    index > 0 && index < content.count && text.offsets[index] == text.offsets[index - 1] + 1
  }
}
