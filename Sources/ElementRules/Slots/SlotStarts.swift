import ChineseText
import TextCore

/// The places of a stretch where a value can begin, and which kinds of value, found once for all kinds.
///
/// A numeral begins only values whose unit can follow the number that it is part of: 2023 before 年 no money. Numbers are
/// passed over whole, so that no value begins inside a longer one; so every numeral is a place, if of no kind.
struct SlotStarts {
  /// A place.
  struct Place {
    let offset: Int
    /// The kinds that can begin here.
    let kinds: SlotKinds
    /// One past the number that stands here; `offset` when there is none.
    let numberEnd: Int

    func mayBegin(_ kind: SlotKind) -> Bool { kinds.contains(SlotKinds(kind)) }
  }

  /// The places, in order.
  private(set) var places: [Place] = []

  /// Looks through the text of a reader from `start` on. Linear.
  init(_ reader: SlotReader, from start: Int) {
    let (people, arePeople) = (Self.people(reader.context), !reader.context.people.isEmpty)
    places.reserveCapacity((reader.end - start) / 16)
    reader.bytes.withUnsafeBufferPointer { text in
      Self.first.withUnsafeBufferPointer { first in
        var (offset, number) = (start, start)
        while offset < reader.end {
          let (scalar, length) = UTF8Bytes.scalar(text, offset)
          var kinds = scalar < first.count ? first[Int(scalar)] : 0
          if arePeople, people.mayBegin(reader.bytes, at: offset) {
            kinds |= SlotKind.party.bit | SlotKind.name.bit
          }
          if kinds != 0 || number > offset {
            add(kinds, scalar, offset..<offset + length, &number, reader)
          }
          offset += length
        }
      }
    }
  }

  /// Adds a place of the kinds that its character can begin, as far as what follows allows them; up to `number` what
  /// stands there is known to be one.
  private mutating func add(
    _ begun: UInt16, _ scalar: UInt32, _ range: Range<Int>, _ number: inout Int, _ reader: SlotReader
  ) {
    let offset = range.lowerBound
    var kinds = begun
    if kinds & Self.numeral != 0 {
      if number <= offset { number = reader.pastNumber(offset) }
      kinds &= Self.others | Self.kinds(of: offset..<number, reader)
    } else {
      if Self.isSpan(scalar), !Self.mayRate(reader, range.upperBound) { kinds &= ~SlotKind.rate.bit }
      if kinds & SlotKind.date.bit != 0, !Self.mayDate(reader, offset) { kinds &= ~Self.dates }
    }
    guard kinds != 0 || number > offset else { return }
    places.append(Place(offset: offset, kinds: SlotKinds(rawValue: kinds), numberEnd: max(number, offset)))
  }

  private static func people(_ context: SpeechContext) -> ScalarFilter {
    var filter = ScalarFilter()
    for person in context.people { filter.admit(person.word, backward: false) }
    return filter
  }

  // MARK: Characters

  /// Marks numerals in `first`.
  private static let numeral: UInt16 = 1 << 15
  /// Kinds that a number alone can be, or that do not begin with one.
  private static let others: UInt16 =
    SlotKind.number.bit | SlotKind.time.bit | SlotKind.party.bit | SlotKind.name.bit

  /// The kinds that a number can begin, by what follows it and what it holds: 三万 can be money without a unit, 2023.5.6
  /// is a date.
  private static func kinds(of number: Range<Int>, _ reader: SlotReader) -> UInt16 {
    guard number.count <= longestNumber else { return 0 }
    // 八二 alone is a share of liability.
    var kinds: UInt16 = number.count == 6 ? SlotKind.percent.bit : 0
    if number.upperBound < reader.end {
      let next = UTF8Bytes.scalar(reader.bytes, number.upperBound).value
      // 3千.5 goes on.
      if next == 0x2E { return .max }
      if next < after.count { kinds |= after[Int(next)] }
      // Of years and days only 一年 and 一天 have a rate, and 一年期 and 五年期 the LPR.
      if isSpan(next), !isOne(number, reader) { kinds &= ~SlotKind.rate.bit }
    }
    var offset = number.lowerBound
    while offset < number.upperBound {
      let (code, length) = NumeralScalar.code(reader.bytes, offset, reader.end)
      if NumeralScalar.isUnit(code) { kinds |= SlotKind.money.bit }
      if reader.bytes[offset] == UInt8(ascii: ".") { kinds |= SlotKind.date.bit | SlotKind.age.bit }
      offset += max(length, 1)
    }
    return kinds
  }

  /// Bytes of a number; more are none, and looking through them from each numeral would cost their square.
  private static let longestNumber = 200

  /// What the words begin with that are dates without a number before them: 当天, 年底, 去年, 上个月 …
  private static let dateWords = [
    "当天", "当日", "当月", "当年", "同日", "同一", "同月", "那天", "年底", "年末", "今年", "今天", "今日", "本年", "本月", "去年", "前年",
    "前天", "大前", "明年", "明天", "明日", "后年", "后天", "昨天", "昨日", "这个", "上个", "上月", "下个", "下月", "农历", "阴历", "旧历",
    "古历", "正月", "冬月", "腊月",
  ]
  private static let dateCues = Cues(dateWords)
  private static let dates = SlotKind.date.bit | SlotKind.age.bit

  /// True where such a word begins.
  private static func mayDate(_ reader: SlotReader, _ offset: Int) -> Bool {
    dateCues.length(reader.bytes, at: offset, to: reader.end) != nil
  }

  private static func isSpan(_ scalar: UInt32) -> Bool {
    scalar == 0x5E74 || scalar == 0x6708 || scalar == 0x65E5 || scalar == 0x5929  // 年月日天
  }

  /// True for 1, 一 and 五.
  private static func isOne(_ number: Range<Int>, _ reader: SlotReader) -> Bool {
    let (scalar, length) = UTF8Bytes.scalar(reader.bytes, number.lowerBound)
    return length == number.count && (scalar == 0x31 || scalar == 0x4E00 || scalar == 0x4E94)
  }

  /// False when 年, 月 or 日 before this place begins no rate: there follow neither interest nor a share, as in a date.
  private static func mayRate(_ reader: SlotReader, _ offset: Int) -> Bool {
    guard offset < reader.end else { return false }
    let scalar = UTF8Bytes.scalar(reader.bytes, offset).value
    guard scalar < first.count, first[Int(scalar)] & numeral != 0 else {
      return rated.contains(scalar)
    }
    let number = offset..<reader.pastNumber(offset)
    return kinds(of: number, reader) & (SlotKind.rate.bit | SlotKind.percent.bit) != 0
  }

  /// After 年, 月 and 日 in a rate.
  private static let rated = Set("利息化按为是：:算约的 \t\u{3000}".unicodeScalars.map(\.value))

  /// By character the kinds that begin with it; those of numerals besides depend on what follows.
  private static let first: [UInt16] = {
    let dateFirsts = String(dateWords.compactMap(\.first))
    var table = Self.table([
      (.money, "人Rr￥¥ \t\u{3000}"),  // 人民币; a space before a number
      (.date, dateFirsts), (.age, dateFirsts),
      (.period, "半"), (.percent, "对"),
      (.rate, "年月日每逐同合起贷全按为是算约的逾LlL：: \t\u{3000}"),  // 年利率, 同期LPR, 利息按一分五, 逾期一日
      (.time, "下晚傍当夜午中上早凌清"),
      (.caseNumber, "（(〔【["),
    ])
    for scalar in Surname.firsts where scalar < table.count {
      table[Int(scalar)] |= SlotKind.name.bit
    }
    for scalar in 0..<UInt32(table.count) where NumeralScalar.code(of: scalar) != NumeralScalar.none {
      table[Int(scalar)] |= numeral | SlotKinds.all.rawValue & ~SlotKind.name.bit
    }
    return table
  }()

  /// By character the kinds of a number that it follows.
  private static let after: [UInt16] = table([
    (.money, "元块圆圓塊毛角分多余"), (.date, "年月日号號天-/"), (.age, "年月日号號天-/"), (.period, "个年月星礼周工自天日小钟分"),
    (.rate, "%％‰‱个分厘年天倍×x"), (.percent, "%％‰‱个成分半开"),
  ])

  private static func table(_ characters: [(SlotKind, String)]) -> [UInt16] {
    var table = [UInt16](repeating: 0, count: 1 << 16)
    for (kind, characters) in characters {
      for scalar in characters.unicodeScalars { table[Int(scalar.value)] |= kind.bit }
    }
    return table
  }
}

extension SlotKind {
  fileprivate var bit: UInt16 { SlotKinds(self).rawValue }
}
