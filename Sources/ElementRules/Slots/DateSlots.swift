import ChineseText
import TextCore

/// Dates of a speech, with the years that only the speech, the ones before it or the day of the hearing tell.
///
/// 当天 and 同日 are the day of what was told before them, 年底 is December (facts annotation, rule 9).
extension SlotReader {
  private static let sameDay = ["当天", "当日", "同日", "同一天", "那天"].map { Array($0.utf8) }
  private static let yearEnd = ["年底", "年末"].map { Array($0.utf8) }
  private static let relativeYear = ["去年", "前年", "今年", "本年", "当年"].map { Array($0.utf8) }
  private static let lunarDay = ["初", "廿"].map { Array($0.utf8) }

  /// A date and where it stands; `isAnchor` when dates without a year may take theirs from it: a month or day of what
  /// has happened, not 2020年8月20日以前.
  typealias DatePlace = (date: PartialDate, range: Range<Int>, isAnchor: Bool)

  /// All dates that begin at these places, left to right.
  func dates(at starts: SlotStarts) -> [DatePlace] {
    var found: [DatePlace] = []
    var years = DateYears(context)
    forEachStart(starts, .date) { offset in
      guard let (date, stop) = date(at: offset, years) else { return nil }
      let isBound = Self.bounds.length(bytes, at: stop, to: end) != nil
      found.append((date, offset..<stop, date.month != nil && !isBound && !years.isAhead(date)))
      years.add(date, isDue: isDue(offset, stop), counts: !isEnd(offset, date))
      return stop
    }
    return found
  }

  /// The values of dates, or of how old it makes somebody who was born then.
  func dated(_ kind: SlotKind, at starts: SlotStarts) -> [SlotMatch] {
    guard kind == .date || context.day != nil else { return [] }
    return dates(at: starts).compactMap { date, range, _ in
      let value = kind == .age ? Age.years(since: date, at: context.day).map { "\($0)" } : date.description
      return value.map { SlotMatch(kind: kind, range: range, value: $0) }
    }
  }

  /// True for the end of a stretch that lies after the hearing: what is told next happened before it (到2027年5月17日, 5月17日放款).
  private func isEnd(_ offset: Int, _ date: PartialDate) -> Bool {
    guard let day = context.day, let year = day.year, let own = date.year else { return false }
    return own > year && Self.ends.length(bytes, before: offset, from: 0) != nil
  }

  /// True for the end of a term and a day that is due, which no 当日 means: 至2023年6月17日止, 2024年3月9日到期.
  private func isDue(_ offset: Int, _ stop: Int) -> Bool {
    Self.ends.length(bytes, before: offset, from: 0) != nil
      || Self.dues.length(bytes, at: stop, to: end) != nil
  }

  /// True for a day that may lie after the hearing: the end of a term, what is due, what is meant to be done.
  func mayLieAhead(_ offset: Int, _ stop: Int) -> Bool {
    isDue(offset, stop) || Self.plans.length(bytes, before: offset, from: 0) != nil
  }

  private static let bounds = Cues(["以前", "以后", "之前", "之后", "起施行", "施行", "实施"])
  private static let dues = Cues(["止", "到期", "前", "之前", "以前", "届满", "还清", "还款", "付清"])
  private static let ends = Cues(["到", "至", "—", "-", "～"])
  private static let plans = Cues(["将于", "定于", "最迟", "最晚", "争取", "保证", "约定", "准备", "打算", "期限到", "等到"])

  func date(at offset: Int, _ years: DateYears) -> (PartialDate, Int)? {
    if let word = Self.sameDay.first(where: { has($0, offset) }) {
      return (years.event ?? years.last).flatMap { $0.day == nil ? nil : ($0, offset + word.count) }
    }
    if isThatMonth(offset) { return dayOfThatMonth(at: offset, years) }
    if let word = Self.yearEnd.first(where: { has($0, offset) }), let year = years.last?.year {
      return PartialDate(year: year, month: 12).map { ($0, offset + word.count) }
    }
    if let lunar = lunar(at: offset, years) { return lunar }
    guard var reading = DateReader.read(bytes, at: offset, end: end, reference: reference(at: offset)),
      !Self.lunarDay.contains(where: { has($0, reading.end) }), !isSpan(reading.value, offset..<reading.end),
      !isDayOfMonth(offset, reading)
    else { return nil }
    reading = month(of: reading) ?? feast(of: reading) ?? reading
    guard endsItself(reading.end) || NumeralScalar.code(bytes, reading.end, end).code == NumeralScalar.none,
      !DateReader.isLunar(bytes, at: reading.end, end: end) || isFirstMonth(reading.end)
    else { return nil }
    return dated(reading.value, offset..<reading.end, years).map { december($0, reading.end) }
  }

  /// True after 日 and 号, which end a date whatever follows: 6月12日18时.
  private func endsItself(_ stop: Int) -> Bool { Self.dayMarks.length(bytes, before: stop, from: 0) != nil }

  /// 10年内, 三五年, 分开10年: so many years, not a year; of 2019年以后 the year is certain.
  private func isSpan(_ date: PartialDate, _ range: Range<Int>) -> Bool {
    guard date.month == nil,
      Self.years.length(bytes, before: range.upperBound, from: range.lowerBound) != nil,
      !isYear(range.lowerBound)
    else {
      return false
    }
    return Self.lasting.length(bytes, before: range.lowerBound, from: 0) != nil
      || Self.spanEnds.length(bytes, at: range.upperBound, to: end) != nil
      || Self.neighbours.length(bytes, at: range.lowerBound, to: range.upperBound) != nil
  }

  private static let years = Cues(["年"])
  private static let spanEnds = Cues([
    "内", "以内", "之内", "后", "以后", "之后", "以上", "多", "左右", "期", "来", "间", "的时间", "以下", "制",
  ])
  /// Before a number of years that something has lasted.
  private static let lasting = Cues([
    "了", "共", "满", "长达", "分居", "分开", "结婚", "认识", "干", "住", "工作", "已经", "快", "整整", "将近", "近", "前后", "每", "这",
    "好几", "头",
    "有", "过", "就是", "期限", "为期", "才", "不到", "超过",
  ])
  private static let neighbours = Cues(["一两", "两三", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五"])

  private static let dayMarks = Cues(["日", "号"])

  /// The day that words at `offset` count from: the hearing's; of a hearing whose year alone is known, only for 去年 ….
  private func reference(at offset: Int) -> CalendarDate? {
    guard let day = context.day else { return nil }
    if let date = day.date { return date }
    guard let year = day.year, Self.relativeYear.contains(where: { has($0, offset) }) else { return nil }
    return CalendarDate(year: year, month: 12, day: 31)
  }

  /// 每月5日前 is no five days ago.
  private func isDayOfMonth(_ offset: Int, _ reading: Reading<PartialDate>) -> Bool {
    Self.months.length(bytes, before: offset, from: 0) != nil
      && Self.before.length(bytes, before: reading.end, from: offset) != nil
  }

  private static let months = Cues(["每月", "每个月", "当月", "次月", "下月", "该月", "按月", "月的"])
  private static let before = Cues(["日前", "天前"])

  /// The date with its year; nil when the year is not certain.
  private func dated(_ date: PartialDate, _ range: Range<Int>, _ years: DateYears) -> PartialDate? {
    guard date.year == nil else { return date }
    let hints = DateYears.Hints(
      mayLieAhead: mayLieAhead(range.lowerBound, range.upperBound), isFiling: isFiling(range))
    guard let month = date.month, let year = years.year(of: month, date.day, hints) else { return nil }
    return PartialDate(year: year, month: month, day: date.day)
  }

  /// A suit is filed shortly before its hearing, whatever was spoken of before: 起诉那天，11月13日.
  private func isFiling(_ range: Range<Int>) -> Bool {
    Self.filingDays.length(bytes, before: range.lowerBound, from: 0) != nil
      || Self.filings.length(bytes, at: range.upperBound, to: end) != nil
  }

  private static let filingDays = Cues(["起诉那天，", "起诉那天", "起诉那天是", "起诉是", "立案是", "立案时间是", "起诉时间是"])
  private static let filings = Cues(["起诉", "起的诉", "立案", "立的案", "，网上立", "，立的案", "网上立", "递的诉状"])

  /// 2021年底 is December 2021.
  private func december(_ date: PartialDate, _ stop: Int) -> (PartialDate, Int) {
    guard date.month == nil, let year = date.year,
      let word = ["底", "末"].map({ Array($0.utf8) }).first(where: { has($0, stop) }),
      let end = PartialDate(year: year, month: 12)
    else { return (date, stop) }
    return (end, stop + word.count)
  }
}
