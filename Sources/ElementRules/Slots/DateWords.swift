import ChineseText
import TextCore

/// Dates that are told by words: lunar days, feasts, 去年春上3月份, 当月23日.
extension SlotReader {
  private static let relativeYears: [(word: [UInt8], shift: Int)] = [
    ("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0),
  ].map { (Array($0.0.utf8), $0.1) }
  private static let thatMonth = Cues(["当月", "同月"])
  private static let of = Cues(["的"])
  private static let seasons = Cues([
    "春天", "春上", "春", "夏天", "夏", "秋天", "秋上", "秋", "冬天", "冬", "上半年", "下半年", "开春", "年初", "年底", "大概", "大约", "大约是",
    "大概是",
    "差不多",
  ])
  private static let commas = Cues(["，", "、"])

  /// 今年 and the like with 的 after it: the year and where it ends.
  private func relativeYear(at offset: Int) -> (year: Int, end: Int)? {
    guard let now = context.day?.year,
      let found = Self.relativeYears.first(where: { has($0.word, offset) })
    else { return nil }
    let stop = offset + found.word.count
    return (now + found.shift, stop + (Self.of.length(bytes, at: stop, to: end) ?? 0))
  }

  /// A lunar day as the civil one it is (facts annotation, rule 9); without its year that of the date before it, so that
  /// what has happened does not lie after the hearing.
  func lunar(at offset: Int, _ years: DateYears) -> (PartialDate, Int)? {
    let told = relativeYear(at: offset)
    guard let reading = LunarDate.read(bytes, at: told?.end ?? offset, end: end), !isOther(reading.end),
      let year = told?.year ?? reading.value.year ?? years.anchor?.year ?? context.day?.year,
      let date = civil(reading.value, year)
    else { return nil }
    guard reading.value.year == nil, years.isAhead(date), !mayLieAhead(offset, reading.end) else {
      return (date, reading.end)
    }
    return civil(reading.value, year - 1).map { ($0, reading.end) }
  }

  /// 12月初一共, 月初一直: the one belongs to the next word.
  private func isOther(_ stop: Int) -> Bool {
    has(Self.one, stop - Self.one.count) && Self.ones.length(bytes, at: stop, to: end) != nil
  }

  private static let one = Array("一".utf8)
  private static let ones = Cues(["共", "直", "起", "次", "定", "般", "家", "个", "笔", "批", "车", "些", "开始", "下"])

  private func civil(_ lunar: LunarDate, _ year: Int) -> PartialDate? {
    lunar.gregorian(year: year).map { PartialDate($0) }
  }

  /// 当月23日: a day of the month of the date before it; nil when 当月 does not stand here or stands alone.
  func dayOfThatMonth(at offset: Int, _ years: DateYears) -> (PartialDate, Int)? {
    guard let length = Self.thatMonth.length(bytes, at: offset, to: end),
      let anchor = years.event ?? years.anchor, let year = anchor.year, let month = anchor.month,
      let reading = DateReader.read(bytes, at: offset + length, end: end),
      reading.value.year == nil, reading.value.month == nil, let day = reading.value.day
    else { return nil }
    return PartialDate(year: year, month: month, day: day).map { ($0, reading.end) }
  }

  /// True for 当月 and 同月, which mean the month of what is told, not that of the hearing.
  func isThatMonth(_ offset: Int) -> Bool { Self.thatMonth.length(bytes, at: offset, to: end) != nil }

  /// The month that words after a year add to it: 去年的3月, 去年春上3月份, 今年夏天，7月.
  func month(of year: Reading<PartialDate>) -> Reading<PartialDate>? {
    guard let number = year.value.year, year.value.month == nil else { return nil }
    var next = year.end + (Self.of.length(bytes, at: year.end, to: end) ?? 0)
    if let season = Self.seasons.length(bytes, at: next, to: end) {
      next += season
      next += Self.commas.length(bytes, at: next, to: end) ?? 0
      next += Self.of.length(bytes, at: next, to: end) ?? 0
    }
    guard next > year.end, let reading = DateReader.read(bytes, at: next, end: end),
      reading.value.year == nil, let month = reading.value.month,
      let date = PartialDate(year: number, month: month, day: reading.value.day)
    else { return nil }
    return Reading(date, end: reading.end)
  }

  // MARK: Feasts

  private static let civilFeasts: [(word: [UInt8], month: Int, day: Int)] = [
    ("国庆节", 10, 1), ("元旦", 1, 1), ("劳动节", 5, 1),
  ].map { (Array($0.0.utf8), $0.1, $0.2) }
  private static let lunarFeasts: [(word: [UInt8], day: [UInt8])] = [
    ("中秋节", "农历八月十五"), ("端午节", "农历五月初五"), ("重阳节", "农历九月初九"), ("大年初一", "正月初一"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
  /// After the name of a feast: not the day itself.
  private static let around = Cues([
    "期间", "前", "后", "以", "之", "假", "放", "长假", "左右", "档", "节前", "节后", "小", "的时候",
  ])

  /// The feast that a year stands before: 2015年国庆节.
  func feast(of year: Reading<PartialDate>) -> Reading<PartialDate>? {
    guard let number = year.value.year, year.value.month == nil else { return nil }
    let start = year.end + (Self.of.length(bytes, at: year.end, to: end) ?? 0)
    guard let (date, stop) = civilFeast(at: start, number) ?? lunarFeast(at: start, number),
      Self.around.length(bytes, at: stop, to: end) == nil
    else { return nil }
    return Reading(date, end: stop)
  }

  private func civilFeast(at offset: Int, _ year: Int) -> (PartialDate, Int)? {
    guard let feast = Self.civilFeasts.first(where: { has($0.word, offset) }) else { return nil }
    return PartialDate(year: year, month: feast.month, day: feast.day).map { ($0, offset + feast.word.count) }
  }

  private func lunarFeast(at offset: Int, _ year: Int) -> (PartialDate, Int)? {
    guard let feast = Self.lunarFeasts.first(where: { has($0.word, offset) }),
      let day = LunarDate.read(feast.day, at: 0)?.value
    else { return nil }
    return civil(day, year).map { ($0, offset + feast.word.count) }
  }

  /// True for 2015年正月里: a lunar month without its day, of which only the year is certain.
  func isFirstMonth(_ offset: Int) -> Bool {
    has(Self.firstMonth, offset) && LunarDate.read(bytes, at: offset, end: end) == nil
  }

  private static let firstMonth = Array("正月".utf8)
}
