import ChineseText
import TextCore

/// A typed value found in a text.
public struct SlotMatch: Hashable, Sendable {
  /// What kind of value.
  public let kind: SlotKind
  /// Where it stands, in bytes of the text searched.
  public let range: Range<Int>
  /// Its value in the form of fact sheets: `12300`, `2023-05-06`, `P3M`, `15%/年`.
  public let value: String
}

/// Reads typed values from text with the readers of ChineseText; what is not certain is no value.
struct SlotReader {
  private static let markWords = ["，", "。", "；", "：", "、", "？", "！", "（", "）", "“", "”", "《", "》"]
  private static let marks = Cues(markWords)
  /// Before a number, these say that it is no exact one: 数十万元, 上百万元, 第三.
  private static let vague = Cues(["数", "几", "上", "第", "多", "余"])
  private static let separators = [",", ".", "，", "．"].map { Array($0.utf8) }
  /// What may follow a name in a running sentence.
  private static let afterName = Cues([
    "由", "归", "随", "跟", "现", "于", "年", "，", "（", "(", "和", "与", "、", "男", "女", "今年", "已", "的", "系", "为", "签",
    "借", "是", "在", "均", "也", "都",
  ])

  let bytes: [UInt8]
  let end: Int
  let context: SpeechContext

  init(_ bytes: [UInt8], end: Int, context: SpeechContext) {
    self.bytes = bytes
    self.end = end
    self.context = context
  }

  /// All values of a kind that begin at these places, left to right.
  func all(_ kind: SlotKind, at starts: SlotStarts) -> [SlotMatch] {
    if kind == .date || kind == .age { return dated(kind, at: starts) }
    var found: [SlotMatch] = []
    forEachStart(starts, kind) { offset in
      guard let (value, stop) = read(kind, at: offset), stop > offset else { return nil }
      found.append(SlotMatch(kind: kind, range: offset..<stop, value: value))
      return stop
    }
    return found
  }

  /// Calls `body` with the places where a value of a kind may begin; it returns where the value ends that does. Values
  /// never overlap, and a number that begins no value is passed over whole.
  @inline(__always)
  func forEachStart(_ starts: SlotStarts, _ kind: SlotKind, _ body: (Int) -> Int?) {
    var offset = 0
    for place in starts.places where place.offset >= offset {
      if place.mayBegin(kind), let stop = body(place.offset) {
        offset = stop
      } else {
        offset = place.numberEnd
      }
    }
  }

  /// Text from `offset` up to the next mark, of a list over 、 too.
  func text(_ kind: SlotKind, after offset: Int) -> SlotMatch? {
    var stop = offset
    while stop < end, stop - offset < Self.longestText, !isEnd(stop, of: kind) {
      stop += UTF8Bytes.length(lead: bytes[stop])
    }
    return text(kind, offset, min(stop, end))
  }

  /// Text from the mark before `offset`, not before `start`.
  func text(_ kind: SlotKind, before offset: Int, from start: Int) -> SlotMatch? {
    var first = offset
    while first > start, offset - first < Self.longestText,
      let scalar = UTF8Bytes.scalar(bytes, before: first),
      !isEnd(first - scalar.length, of: kind)
    {
      first -= scalar.length
    }
    return text(kind, max(first, start), offset)
  }

  /// Bytes of a text value; what goes on longer without a mark is cut.
  private static let longestText = 600

  private func isEnd(_ offset: Int, of kind: SlotKind) -> Bool {
    isMark(offset) && (kind == .text || !has(Self.enumeration, offset))
  }

  private static let enumeration = Array("、".utf8)

  private func text(_ kind: SlotKind, _ start: Int, _ stop: Int) -> SlotMatch? {
    guard start < stop else { return nil }
    return SlotMatch(
      kind: kind, range: start..<stop, value: String(decoding: bytes[start..<stop], as: UTF8.self))
  }

  func read(_ kind: SlotKind, at offset: Int) -> (String, Int)? {
    switch kind {
    case .money: money(offset)
    case .date, .age: nil
    case .period: period(offset)
    case .rate: rate(offset)
    case .percent: percent(offset)
    case .time: exact(offset) { ClockTime.read(bytes, at: offset, end: end) }
    case .number: number(offset)
    case .caseNumber: CaseNumber.read(bytes, at: offset).flatMap { $1 <= end ? ($0.text, $1) : nil }
    case .party: person(offset)
    case .name: name(offset)
    case .text, .list: nil
    }
  }

  private func exact<T: CustomStringConvertible>(_ offset: Int, _ read: () -> Reading<T>?) -> (String, Int)? {
    guard !isVague(offset), let reading = read() else { return nil }
    return (reading.value.description, reading.end)
  }

  /// True for a number of four digits.
  func isYear(_ offset: Int) -> Bool {
    offset + 4 <= end && bytes[offset..<offset + 4].allSatisfy(Self.isDigit)
  }

  /// With its unit anywhere, else as `bareMoney` reads it.
  private func money(_ offset: Int) -> (String, Int)? {
    if let found = exact(offset, { MoneyReader.read(bytes, at: offset, end: end) }) {
      return isInexact(found.1) || isTogether(offset, found.1) || isCoins(offset, found.1) ? nil : found
    }
    return moreThan(offset) ?? bareMoney(offset)
  }

  /// True when what follows an amount says that it is not exact: 9毛多, 两块二三.
  private func isInexact(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let next = offset + UTF8Bytes.length(lead: bytes[offset])
    let isRange = [offset, next].allSatisfy {
      $0 < end && NumeralScalar.code(bytes, $0, end).code != NumeralScalar.none
    }
    return isRange && bytes[offset] >= 0x80 || Self.more.length(bytes, at: offset, to: end) != nil
  }

  /// 八角井: 角 and 分 alone are an amount only where a mark or 钱 follows.
  private func isCoins(_ offset: Int, _ stop: Int) -> Bool {
    guard Self.coins.length(bytes, before: stop, from: offset) != nil,
      !Self.yuan.occur(bytes, in: offset..<stop)
    else { return false }
    return stop < end && !isMark(stop) && !has(Self.cash, stop)
  }

  private static let coins = Cues(["角", "分"])
  private static let yuan = Cues(["元", "块"])
  private static let cash = Array("钱".utf8)

  /// 一块儿过: together, no amount.
  private func isTogether(_ offset: Int, _ stop: Int) -> Bool {
    has(Self.together, offset) && offset + Self.together.count == stop
      && Self.doing.length(bytes, at: stop, to: end) != nil
  }

  private static let together = Array("一块".utf8)
  private static let doing = Cues([
    "儿", "过", "去", "来", "办", "经营", "合", "做", "住", "生活", "干", "给", "算", "还", "打", "走", "吃",
  ])
  private static let more = Cues(["多", "余", "来块", "几"])

  private func number(_ offset: Int) -> (String, Int)? {
    guard !isVague(offset), let numeral = Numeral.read(bytes, at: offset, end: end), !numeral.approximate,
      let value = numeral.value
    else { return nil }
    return (value.description, numeral.end)
  }

  /// A person, or several named one after the other: 程广才、尚玉梅.
  private func person(_ offset: Int) -> (String, Int)? {
    guard let first = onePerson(offset) else { return nil }
    var (names, stop) = ([first.name], offset + first.word.count)
    while has(Self.enumeration, stop), let next = onePerson(stop + Self.enumeration.count),
      !names.contains(next.name)
    {
      names.append(next.name)
      stop += Self.enumeration.count + next.word.count
    }
    return (names.joined(separator: "、"), stop)
  }

  private func onePerson(_ offset: Int) -> SpeechContext.Person? {
    context.people.first { has($0.word, offset) }
  }

  /// Two or three characters that begin with a surname and end where a name can end.
  private func name(_ offset: Int) -> (String, Int)? {
    if let known = person(offset) { return known }
    guard offset + 6 <= end else { return nil }
    let first = UTF8Bytes.scalar(bytes, offset)
    let second = UTF8Bytes.scalar(bytes, offset + first.length).value
    guard Surname.isSingle(first.value) || Surname.isDouble(first.value, second) else { return nil }
    return [3, 2].lazy.compactMap { nameEnd(offset, $0) }.first.map {
      (String(decoding: bytes[offset..<$0], as: UTF8.self), $0)
    }
  }

  /// One past so many characters, where a name can end after them.
  private func nameEnd(_ offset: Int, _ count: Int) -> Int? {
    var stop = offset
    for _ in 0..<count {
      guard stop < end, bytes[stop] >= 0xE4, !isMark(stop) else { return nil }
      stop += UTF8Bytes.length(lead: bytes[stop])
    }
    return stop >= end || isMark(stop) || Self.afterName.length(bytes, at: stop, to: end) != nil ? stop : nil
  }

  func isVague(_ offset: Int) -> Bool {
    Self.vague.length(bytes, before: offset, from: 0) != nil
      && Self.counts.length(bytes, before: offset, from: 0) == nil
  }

  /// End in such a word and are exact: 系数10%, 剩余5万元, 加上3000元.
  private static let counts = Cues([
    "剩余", "尚余", "下余", "结余", "其余", "还余", "加上", "算上", "连上", "搭上", "补上", "贴上", "还上", "交上", "再加上", "系数", "指数",
    "份数", "天数", "次数", "总数", "人数", "期数", "基数", "月数", "年数", "岁数", "件数", "吨数", "车数",
  ])

  func isMark(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case 0x0A: true
    // With these bytes marks begin, and no Chinese character.
    case 0xE2, 0xE3, 0xEF: Self.marks.length(bytes, at: offset, to: end) != nil
    default: false
    }
  }

  func has(_ word: [UInt8], _ offset: Int) -> Bool {
    offset + word.count <= end && UTF8Bytes.hasPrefix(bytes, offset, word)
  }

  /// True when `word` ends at `stop`.
  func has(_ word: [UInt8], before stop: Int) -> Bool { UTF8Bytes.hasSuffix(bytes, stop, word) }

  /// One past the number at `offset`, with its separators (1,234.56 and 1，234.56); `offset` when there is none.
  func pastNumber(_ offset: Int) -> Int {
    var next = offset
    while next < end {
      let (code, length) = NumeralScalar.code(bytes, next, end)
      if code != NumeralScalar.none {
        next += max(length, 1)
      } else if let length = separator(next) {
        next += length
      } else {
        break
      }
    }
    return next
  }

  /// Length of a separator between two Arabic digits.
  private func separator(_ offset: Int) -> Int? {
    guard offset > 0, Self.isDigit(bytes[offset - 1]),
      let mark = Self.separators.first(where: { has($0, offset) }),
      offset + mark.count < end, Self.isDigit(bytes[offset + mark.count])
    else { return nil }
    return mark.count == 1 || isThousands(offset, offset + mark.count) ? mark.count : nil
  }

  /// True when a comma of the sentence can only group thousands: 1，234, but not 12800，125200 or H6，2018年.
  private func isThousands(_ offset: Int, _ next: Int) -> Bool {
    var before = offset
    while before > 0, Self.isDigit(bytes[before - 1]), offset - before <= Self.group { before -= 1 }
    var after = next
    while after < end, Self.isDigit(bytes[after]), after - next <= Self.group { after += 1 }
    return offset - before <= Self.group && after - next == Self.group
  }

  private static let group = 3

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
