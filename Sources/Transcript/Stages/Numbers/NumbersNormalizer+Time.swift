import ChineseText
import TextCore

/// Clock times (上午九点半 → 上午9时30分) and exact compound durations (三分四十二秒 → 3分42秒).
extension NumbersNormalizer {
  mutating func clock(_ hour: Numeral) -> Int? {
    if let after = minutesAndSeconds(hour) ?? formalHour(hour) { return after }
    guard NumeralScalar.code(bytes, hour.end, end).code == NumeralScalar.point, isHour(hour),
      let value = hour.value?.integer, !ends(hour.start, "第")
    else { return nil }
    let after = hour.end + 3
    let isCued = hasTimeCue(hour.start)
    if let (minute, stop) = minutes(after, isCued) {
      let text = minute.isEmpty ? "\(value)时" : "\(value)时\(minute)分"
      return propose("numbers.time", hour.start, stop, text)
    }
    if let stop = bareHour(value, after, isCued) {
      return propose("numbers.time", hour.start, stop, "\(value)时")
    }
    return nil
  }

  /// 凌晨两时许, 下午三时十五分: after a part of the day 时 is an hour of the clock.
  private mutating func formalHour(_ hour: Numeral) -> Int? {
    guard starts(hour.end, "时"), hour.form != .arabic, isHour(hour), let value = hour.value?.integer,
      Self.dayParts.suffix(bytes, hour.start, range.lowerBound) > 3
    else { return nil }
    let after = hour.end + 3
    if let minute = Numeral.read(bytes, at: after, end: end, decimals: false),
      let count = minute.value?.integer,
      minute.form == .positional, !minute.approximate, count < 60, starts(minute.end, "分")
    {
      return propose("numbers.time", hour.start, minute.end + 3, "\(value)时\(count < 10 ? "0" : "")\(count)分")
    }
    return propose("numbers.time", hour.start, after, "\(value)时")
  }

  private func isHour(_ hour: Numeral) -> Bool {
    guard hour.form != .digits, let value = hour.value?.integer, (0...24).contains(value), hour.dropped == nil
    else { return false }
    return hour.bigUnit == nil && hour.count <= 3 && !hour.approximate
  }

  private func hasTimeCue(_ start: Int) -> Bool {
    if NumberWords.timeBefore.suffix(bytes, start, range.lowerBound) > 0 { return true }
    let hedge = Self.hedges.suffix(bytes, start, range.lowerBound)
    if hedge > 0, Self.dayParts.suffix(bytes, start - hedge, range.lowerBound) > 0 { return true }
    guard let last = edits.last, last.rule == "numbers.time", start - last.span.end <= 6 else { return false }
    return ends(start, "到") || ends(start, "至") || ends(start, "还是") || ends(start, "和")
  }

  /// Minutes after 点: their text (empty for 整) and where they end.
  private func minutes(_ after: Int, _ isCued: Bool) -> (String, Int)? {
    if starts(after, "半") {
      return starts(after + 3, "点") || starts(after + 3, "个") ? nil : ("30", after + 3)
    }
    if starts(after, "一刻") || starts(after, "1刻") {
      return ("15", starts(after, "一") ? after + 6 : after + 4)
    }
    if starts(after, "三刻") { return ("45", after + 6) }
    if starts(after, "零分") { return ("00", after + 6) }
    if starts(after, "零零分") { return ("00", after + 9) }
    if starts(after, "零") || starts(after, "〇") { return zeroMinutes(after + 3, isCued) }
    guard let minute = Numeral.read(bytes, at: after, end: end, decimals: false), !minute.approximate,
      minute.dropped == nil, let value = minute.value?.integer, value < 60
    else { return nil }
    let hasUnit = starts(minute.end, "分") && !starts(minute.end, "分之")
    let stop = hasUnit ? minute.end + 3 : minute.end
    let text = value < 10 ? "0\(value)" : "\(value)"
    if minute.form == .arabic {
      return hasUnit || isCued && minute.count == 2 ? (text, withBell(stop, hasUnit)) : nil
    }
    if minute.form == .positional, value >= 10 { return (text, withBell(stop, hasUnit)) }
    if minute.form == .digits { return hasUnit && isCued ? (text, withBell(stop, hasUnit)) : nil }
    return hasUnit ? (text, withBell(stop, hasUnit)) : nil
  }

  private func withBell(_ stop: Int, _ hasUnit: Bool) -> Int {
    hasUnit && starts(stop, "钟") ? stop + 3 : stop
  }

  private func zeroMinutes(_ offset: Int, _ isCued: Bool) -> (String, Int)? {
    let (code, length) = NumeralScalar.code(bytes, offset, end)
    guard let digit = NumeralScalar.digit(code), code != 1, code != NumeralScalar.liang else { return nil }
    let stop = offset + length
    if starts(stop, "分"), !starts(stop, "分之") { return ("0\(digit)", stop + 3) }
    guard isCued, NumeralScalar.digit(NumeralScalar.code(bytes, stop, end).code) == nil else { return nil }
    return ("0\(digit)", stop)
  }

  /// 点钟, 点多, 点整; a bare hour needs a cue before it and must not be points of an argument.
  private func bareHour(_ value: Int, _ after: Int, _ isCued: Bool) -> Int? {
    if starts(after, "钟") { return after + 3 }
    if NumberWords.timeAfter.prefix(bytes, after, end) > 0 { return value > 1 || isCued ? after : nil }
    guard isCued, value != 1 || !isABit(after) else { return nil }
    let next = NumeralScalar.code(bytes, after, end).code
    guard next == NumeralScalar.none else { return nil }
    if starts(after, "来钟") || starts(after, "意见") || starts(after, "理由") { return nil }
    let isArgument = NumberWords.argument.prefix(bytes, after, end) > 0
    return isArgument && !hasDayPart(after) ? nil : after
  }

  /// 早一点, 晚一点: no hour.
  private func isABit(_ after: Int) -> Bool {
    let start = after - 6
    guard starts(start, "一") else { return false }
    return (ends(start, "早") || ends(start, "晚") || ends(start, "日") || ends(start, "天"))
      && Self.dayParts.suffix(bytes, start, range.lowerBound) <= 3
  }

  private static let hedges = WordList("不到 快 大概 大约 将近 约 差不多 也就 都 才 就 是 已经 大概是 最多 刚过 刚")
  private static let dayParts = WordList("上午 下午 早上 晚上 凌晨 中午 夜里 傍晚 半夜 清晨 早晨 当晚 今晚 昨晚 深夜 午后 早 晚 夜 日 号")

  /// A part of the day right before the hour outweighs a mark after it.
  private func hasDayPart(_ after: Int) -> Bool {
    guard let hour = hourStart(before: after - 3) else { return false }
    if let last = edits.last, last.rule == "numbers.time", hour - last.span.end <= 6 { return true }
    let hedge = Self.hedges.suffix(bytes, hour, range.lowerBound)
    if ends(hour, "时间是") || hedge > 0 && Self.dayParts.suffix(bytes, hour - hedge, range.lowerBound) > 0 {
      return isMark(after)
    }
    return Self.dayParts.suffix(bytes, hour, range.lowerBound) > 0 && isMark(after)
  }

  private func hourStart(before point: Int) -> Int? {
    var offset = point
    while offset > range.lowerBound, let before = UTF8Bytes.scalar(bytes, before: offset) {
      guard NumeralScalar.code(bytes, offset - before.length, point).code != NumeralScalar.none else { break }
      offset -= before.length
    }
    return offset < point ? offset : nil
  }

  /// 三分四十二秒; a minute count alone follows the rule for counts.
  private mutating func minutesAndSeconds(_ minute: Numeral) -> Int? {
    guard minute.form != .digits, let first = minute.value?.integer, minute.dropped == nil,
      starts(minute.end, "分"), !starts(minute.end, "分之")
    else { return nil }
    var offset = minute.end + 3
    let bell = starts(offset, "钟")
    if bell { offset += 3 }
    let padded = starts(offset, "零")
    if padded { offset += 3 }
    guard let second = Numeral.read(bytes, at: offset, end: end, decimals: false),
      let value = second.value?.integer,
      value < 60, second.form == .positional || second.form == .arabic, starts(second.end, "秒"),
      minute.form != .arabic || second.form != .arabic
    else { return nil }
    let seconds = padded && value < 10 ? "0\(value)" : "\(value)"
    return propose("numbers.time", minute.start, second.end + 3, "\(first)分\(bell ? "钟" : "")\(seconds)秒")
  }
}
