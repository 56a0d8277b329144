import ChineseText
import TextCore

/// Years, months and days of the solar calendar; lunar days stay as they were said.
extension NumbersNormalizer {
  mutating func date(_ numeral: Numeral) -> Int? {
    let after = numeral.end
    if starts(after, "年") { return yearDate(numeral) }
    if starts(after, "月") { return monthDate(numeral, from: numeral.start, prefix: "") }
    if starts(after, "号") || starts(after, "日") || starts(after, "號") { return bareDay(numeral) }
    return nil
  }

  // MARK: Year

  private mutating func yearDate(_ numeral: Numeral) -> Int? {
    guard numeral.form != .positional, let digits = numeral.digitString(bytes) else { return nil }
    if numeral.approximate, numeral.value == nil, hasLiang(numeral) { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard isYear(numeral, digits) else {
      return numeral.form == .digits ? max(numeral.end, numeral.start + 3) : nil
    }
    let after = numeral.end + 3
    if let month = Numeral.read(bytes, at: after, end: end, decimals: false), starts(month.end, "月"),
      let stop = monthDate(month, from: numeral.start, prefix: text + "年")
    {
      return stop
    }
    return propose("numbers.date", numeral.start, after, text + "年")
  }

  private func hasLiang(_ numeral: Numeral) -> Bool {
    stride(from: numeral.start, to: numeral.end, by: 3).contains {
      NumeralScalar.code(bytes, $0, end).code == NumeralScalar.liang
    }
  }

  private func isYear(_ numeral: Numeral, _ digits: [UInt8]) -> Bool {
    switch digits.count {
    case 4: return digits[0] == 0x31 || digits[0] == 0x32
    case 3: return numeral.form == .arabic || Self.eras.suffix(bytes, numeral.start, range.lowerBound) > 0
    case 2:
      if numeral.form == .arabic || !isNeighbours(digits) { return true }
      return hasYearCue(numeral)
    default: return numeral.form == .arabic
    }
  }

  private static let eras = WordList("公元 公元前 纪元 纪元前")
  private static let yearBefore = WordList("从 自 生于 于 到 至 是 在 就 那 出生 月")
  private static let yearAfter = WordList("底 初 出生 生 那会 的时候 那时 毕业 结婚 春 夏 秋 冬 腊月 正月 上半年 下半年 以后 以前 之前 之后 起")

  /// 三五年, 七八年 can be durations; 二三年 (nobody says it for 两三年) and those with a month or a cue are years.
  private func hasYearCue(_ numeral: Numeral) -> Bool {
    let after = numeral.end + 3
    if let month = Numeral.read(bytes, at: after, end: end, decimals: false), starts(month.end, "月"),
      let value = month.value?.integer, (1...12).contains(value)
    {
      return true
    }
    if NumberWords.lunarBefore.prefix(bytes, after, end) > 0 { return true }
    if numeral.digitString(bytes) == [0x32, 0x33] { return !starts(after, "了") && !starts(after, "内") }
    return Self.yearBefore.suffix(bytes, numeral.start, range.lowerBound) > 0
      && Self.yearAfter.prefix(bytes, after, end) > 0
  }

  private func isNeighbours(_ digits: [UInt8]) -> Bool {
    digits.count == 2 && digits[0] != 0x30 && (digits[1] == digits[0] + 1 || digits == [0x33, 0x35])
  }

  // MARK: Month

  /// A month with or without its day; nil when it is none. `prefix` is the year already read, from `start` on.
  private mutating func monthDate(_ month: Numeral, from start: Int, prefix: String) -> Int? {
    let after = month.end + 3
    guard let value = monthValue(month) else {
      return prefix.isEmpty ? (month.form == .digits ? month.end : nil) : nil
    }
    let yearOnly = prefix.isEmpty ? nil : month.start
    if isLunar(month, after) {
      let stop = lunarEnd(after)
      if let yearOnly { propose("numbers.date", start, yearOnly, prefix) }
      return stop
    }
    if let day = Numeral.read(bytes, at: after, end: end, decimals: false), let dayValue = dayValue(day) {
      if starts(day.end, "日") || starts(day.end, "号") || starts(day.end, "號") {
        return propose("numbers.date", start, day.end + 3, "\(prefix)\(value)月\(dayValue)日")
      }
      if prefix.isEmpty, isFestival(value, dayValue, day) { return day.end }
    }
    if prefix.isEmpty, !isMonthSure(month, value, after) { return after }
    return propose("numbers.date", start, after, "\(prefix)\(value)月")
  }

  private func monthValue(_ month: Numeral) -> Int? {
    guard month.form == .arabic || month.form == .positional, let value = month.value?.integer,
      (1...12).contains(value),
      month.dropped == nil, month.bigUnit == nil, month.count <= 2,
      NumeralScalar.code(bytes, month.start, end).code != NumeralScalar.liang
    else { return nil }
    // 一十月 is an item 一 and 十月.
    return starts(month.start, "一十") ? nil : value
  }

  private func dayValue(_ day: Numeral) -> Int? {
    guard day.form != .digits || day.count == 1, let value = day.value?.integer, (1...31).contains(value),
      day.dropped == nil, day.bigUnit == nil
    else { return nil }
    return value
  }

  /// 三月初六, 农历八月十五, 闰六月.
  private func isLunar(_ month: Numeral, _ after: Int) -> Bool {
    if ends(month.start, "闰") || ends(month.start, "农历") || ends(month.start, "阴历") || ends(month.start, "旧历")
    {
      return true
    }
    if ends(month.start, "农历的") || ends(month.start, "阴历的") { return true }
    guard starts(after, "初") else { return false }
    return NumeralScalar.digit(NumeralScalar.code(bytes, after + 3, end).code) != nil
      || starts(after + 3, "十")
  }

  private func lunarEnd(_ after: Int) -> Int {
    let offset = starts(after, "初") ? after + 3 : after
    guard let day = Numeral.read(bytes, at: offset, end: end, decimals: false), bytes[offset] >= 0x80 else {
      return after
    }
    return dayValue(day) != nil || day.approximate ? day.end : after
  }

  /// 三月三, 八月十五: a festival or lunar day, said without 日 or 号.
  private func isFestival(_ month: Int, _ day: Int, _ numeral: Numeral) -> Bool {
    guard bytes[numeral.start] >= 0x80 else { return false }
    if Self.dayNouns.prefix(bytes, numeral.end, end) > 0 { return false }
    return numeral.count == 1
      ? month == day || month == 8 && day == 5 : day == 15 && [1, 5, 7, 8, 10].contains(month)
  }

  private static let dayNouns = WordList("元 块 万 千 个 天 人 次 份 张 百 年 件 家 台 辆 条 笔 套")

  /// Without a day, 一月 can mean "a month" and 九月 can be a name; cues on either side make it the month.
  private func isMonthSure(_ month: Numeral, _ value: Int, _ after: Int) -> Bool {
    if Self.notMonth.prefix(bytes, after, end) > 0 { return false }
    if value > 1 || bytes[month.start] < 0x80 { return true }
    if Self.monthAfter.prefix(bytes, after, end) > 0 { return true }
    if Self.monthBefore.suffix(bytes, month.start, range.lowerBound) > 0 { return true }
    guard let day = Numeral.read(bytes, at: after, end: end, decimals: false) else { return false }
    return starts(day.end, "号") || starts(day.end, "日")
  }

  private static let notMonth = WordList("节 半 怀胎 革命")
  private static let monthAfter = WordList("份 底 初 中旬 上旬 下旬 到 至 就 的时候 才 以后 以前 之前 开始 起")
  private static let monthBefore = WordList("年 从 到 至 自 于 在 去年 今年 明年 前年 是")

  // MARK: Day

  /// 二十九号 → 29日; 12号楼 and 路108号 are no days. One digit needs a cue.
  private mutating func bareDay(_ numeral: Numeral) -> Int? {
    let after = numeral.end + 3
    let isSun = starts(numeral.end, "日")
    if isLunarDay(numeral) { return numeral.end }
    if isSun {
      guard numeral.count == 1, bytes[numeral.start] >= 0x80, let day = dayValue(numeral), day < 10,
        NumberWords.dayPartAfter.prefix(bytes, after, end) > 0
      else { return nil }
      return propose("numbers.date", numeral.start, after, "\(day)日", confidence: 0.95)
    }
    if ends(numeral.start, "第") { return nil }
    let isAddress = NumberWords.addressBefore.suffix(bytes, numeral.start, range.lowerBound) > 0
    let isPlate = NumberWords.notDay.prefix(bytes, after, end) > 0
    if !isAddress, !isPlate, let day = dayValue(numeral), isDaySure(numeral, after) {
      return propose("numbers.date", numeral.start, after, "\(day)日", confidence: 0.95)
    }
    guard let value = numeral.value?.integer, numeral.form == .positional, numeral.dropped == nil else {
      return nil
    }
    let isNumbered = NumberWords.numbered.prefix(bytes, after, end) > 0
    if value >= 10 || isAddress || isNumbered {
      return propose("numbers.number", numeral.start, numeral.end, plainText(numeral))
    }
    return numeral.end
  }

  private func isDaySure(_ numeral: Numeral, _ after: Int) -> Bool {
    if let last = edits.last, last.rule == "numbers.date" || last.rule == "numbers.number",
      isListedAfter(last.span.end, numeral.start)
    {
      return last.replacement.suffix(3).elementsEqual("日".utf8)
    }
    if numeral.count > 1 || (numeral.value?.integer ?? 0) >= 10 {
      return bytes[numeral.start] >= 0x80 || hasDayCue(numeral, after)
    }
    return hasDayCue(numeral, after)
  }

  private func hasDayCue(_ numeral: Numeral, _ after: Int) -> Bool {
    if bytes[numeral.start] >= 0x80, NumberWords.dayPartAfter.prefix(bytes, after, end) > 0 { return true }
    if ends(numeral.start, "个月") || ends(numeral.start, "月") { return true }
    return NumberWords.dayBefore.suffix(bytes, numeral.start, range.lowerBound) > 0
      && (isMark(after) || NumberWords.dayAfter.prefix(bytes, after, end) > 0)
  }

  private func isListedAfter(_ stop: Int, _ start: Int) -> Bool {
    guard start - stop == 3 else { return start == stop }
    return starts(stop, "、") || starts(stop, "到") || starts(stop, "至") || starts(stop, "和")
  }

  /// 腊月二十八, 大年三十, 正月十五.
  func isLunarDay(_ numeral: Numeral) -> Bool {
    guard bytes[numeral.start] >= 0x80, let value = numeral.value?.integer, value <= 30 else { return false }
    if Self.dayNouns.prefix(bytes, numeral.end, end) > 0 { return false }
    if NumberWords.lunarBefore.suffix(bytes, numeral.start, range.lowerBound) > 0 {
      return !ends(numeral.start, "初") || value <= 10
    }
    return (ends(numeral.start, "到") || ends(numeral.start, "至")) && isLunarEnd(numeral.start - 3)
  }

  /// 初九到十六: the day before 到 was lunar.
  private func isLunarEnd(_ stop: Int) -> Bool {
    var start = stop
    while start - 3 >= range.lowerBound,
      NumeralScalar.code(bytes, start - 3, stop).code != NumeralScalar.none, bytes[start - 1] >= 0x80
    {
      start -= 3
    }
    return start < stop && NumberWords.lunarBefore.suffix(bytes, start, range.lowerBound) > 0
  }
}
