import ChineseText
import TextCore

/// Dates of a speech, with the years that only the speech or the day of the hearing tells.
///
/// A date without a year takes that of the date before it in the same speech, unless it would then lie earlier than
/// that date: then the year is not certain and nothing is read. 当天 and 同日 are the day before them, 年底 is December
/// (facts annotation, rule 9).
extension SlotReader {
  private static let sameDay = ["当天", "当日", "同日", "同一天", "那天"].map { Array($0.utf8) }
  private static let yearEnd = ["年底", "年末"].map { Array($0.utf8) }
  private static let relativeYear = ["去年", "前年", "今年", "本年", "当年"].map { Array($0.utf8) }
  private static let lunarDay = ["初", "廿"].map { Array($0.utf8) }

  /// All dates that begin at these places, left to right.
  func dates(at starts: SlotStarts) -> [SlotMatch] {
    var found: [SlotMatch] = []
    var last: PartialDate?
    var event: PartialDate?
    forEachStart(starts, .date) { offset in
      let isSameDay = Self.sameDay.contains { has($0, offset) }
      guard let (date, stop) = date(at: offset, after: isSameDay ? event ?? last : last) else { return nil }
      if !isDue(offset, stop) { event = date }
      found.append(SlotMatch(kind: .date, range: offset..<stop, value: date.description))
      if !isEnd(offset, last, date) { last = date }
      return stop
    }
    return found
  }

  /// True for the end of a stretch that lies after the hearing: what is told next happened before it (到2027年5月17日, 5月17日放款).
  private func isEnd(_ offset: Int, _ last: PartialDate?, _ date: PartialDate) -> Bool {
    guard last != nil, let day = context.day, let year = day.year, let own = date.year else { return false }
    return own > year && Self.ends.length(bytes, before: offset, from: 0) != nil
  }

  /// True for the end of a term and a day that is due, which no 当日 means: 至2023年6月17日止, 2024年3月9日到期.
  private func isDue(_ offset: Int, _ stop: Int) -> Bool {
    Self.ends.length(bytes, before: offset, from: 0) != nil
      || Self.dues.length(bytes, at: stop, to: end) != nil
  }

  private static let dues = Cues(["止", "到期", "前", "之前", "以前", "届满", "还清"])
  private static let ends = Cues(["到", "至", "—", "-", "～"])

  func date(at offset: Int, after last: PartialDate?) -> (PartialDate, Int)? {
    if let word = Self.sameDay.first(where: { has($0, offset) }) {
      return last.flatMap { $0.day == nil ? nil : ($0, offset + word.count) }
    }
    if let word = Self.yearEnd.first(where: { has($0, offset) }), let year = last?.year {
      return PartialDate(year: year, month: 12).map { ($0, offset + word.count) }
    }
    if let lunar = lunar(at: offset, after: last) { return lunar }
    guard let reading = DateReader.read(bytes, at: offset, end: end, reference: reference(at: offset)),
      endsItself(reading.end) || NumeralScalar.code(bytes, reading.end, end).code == NumeralScalar.none,
      !Self.lunarDay.contains(where: { has($0, reading.end) }),
      !DateReader.isLunar(bytes, at: reading.end, end: end), !isSpan(reading.value, offset..<reading.end)
    else { return nil }
    return dated(reading.value, after: last).map { december($0, reading.end) }
  }

  /// A lunar day as the civil one it is (facts annotation, rule 9); without its year that of the date before it.
  private func lunar(at offset: Int, after last: PartialDate?) -> (PartialDate, Int)? {
    guard let reading = LunarDate.read(bytes, at: offset, end: end),
      let year = reading.value.year ?? last?.year,
      let day = reading.value.gregorian(year: year)
    else { return nil }
    return PartialDate(year: day.year, month: day.month, day: day.day).map { ($0, reading.end) }
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

  /// The date with its year; nil when the year is not certain.
  private func dated(_ date: PartialDate, after last: PartialDate?) -> PartialDate? {
    guard date.year == nil else { return date }
    guard let month = date.month else { return nil }
    guard let year = last?.year else { return lately(month, date.day) }
    if let before = last?.month {
      guard (month, date.day ?? 31) >= (before, last?.day ?? 1) else { return nil }
    }
    return PartialDate(year: year, month: month, day: date.day)
  }

  /// A day without any year in its speech is the same day as one said before, else the last such day before the hearing,
  /// for what is told has happened; but not when the hearing was speaking of another year.
  private func lately(_ month: Int, _ day: Int?) -> PartialDate? {
    guard let day, let hearing = context.day?.date else { return nil }
    if let said = context.said, let before = said.year, said.month == month, said.day == day,
      (before, month, day) <= (hearing.year, hearing.month, hearing.day)
    {
      return said
    }
    let year = (month, day) <= (hearing.month, hearing.day) ? hearing.year : hearing.year - 1
    guard context.said?.year ?? year == year else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// 2021年底 is December 2021.
  private func december(_ date: PartialDate, _ stop: Int) -> (PartialDate, Int) {
    guard date.month == nil, let year = date.year,
      let word = ["底", "末"].map({ Array($0.utf8) }).first(where: { has($0, stop) }),
      let end = PartialDate(year: year, month: 12)
    else { return (date, stop) }
    return (end, stop + word.count)
  }
}
