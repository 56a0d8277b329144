import ChineseText
import TextCore

/// Money, measures and counts.
extension NumbersNormalizer {
  /// Positional and Arabic numbers without decimals.
  mutating func quantity(_ numeral: Numeral) -> Int {
    guard let value = numeral.value?.integer else { return max(numeral.end, next(numeral.start)) }
    if ends(numeral.start, "第") { return ordinal(numeral, value) }
    if isName(numeral, value) { return numeral.end }
    if numeral.dropped != nil { return shortened(numeral, value) }
    if let after = money(numeral) { return after }
    if let after = dimensions(numeral, value) { return after }
    if numeral.count == 1 && value < 10 { return single(numeral, value) }
    if isApproximate(numeral.end) { return numeral.end }
    if value == 10, numeral.bigUnit == nil, !takesTen(numeral) { return numeral.end }
    return propose(
      rule(numeral), begin(numeral), unitEnd(numeral), sign(numeral) + plainText(numeral) + unitText(numeral))
  }

  // MARK: What is no quantity

  /// Ordinals: Chinese under ten and in titles (第十一条, 第十二法庭), digits from ten (第17页).
  private mutating func ordinal(_ numeral: Numeral, _ value: Int) -> Int {
    if numeral.dropped != nil || value < 10 || value < 100 && isTitle(numeral.end) || isArticle(numeral) {
      return numeral.end
    }
    return propose("numbers.ordinal", numeral.start, numeral.end, plainText(numeral))
  }

  private func isTitle(_ offset: Int) -> Bool {
    isMark(offset) || NumberWords.titleAfter.prefix(bytes, offset, end) > 0
  }

  private func isArticle(_ numeral: Numeral) -> Bool {
    guard
      starts(numeral.end, "条") || starts(numeral.end, "款") || starts(numeral.end, "项")
        || starts(numeral.end, "目")
    else { return false }
    return ends(numeral.start, "第")
      || NumberWords.lawBefore.suffix(bytes, numeral.start, range.lowerBound) > 0
  }

  private func isName(_ numeral: Numeral, _ value: Int) -> Bool {
    if isArticle(numeral) || isLunarDay(numeral) { return true }
    if value == 10, numeral.count == 1, starts(numeral.end, "级") { return true }
    if value >= 10, starts(numeral.end, "里"), Self.placeAfterMiles.prefix(bytes, numeral.end + 3, end) > 0 {
      return true
    }
    if value < 100, starts(numeral.end, "中"), Self.school.prefix(bytes, numeral.end + 3, end) > 0 {
      return true
    }
    let isLabel =
      value < 100 && bytes[numeral.start] >= 0x80 && numeral.dropped == nil
      && NumberWords.labels.suffix(bytes, numeral.start, range.lowerBound) > 0
    return isLabel && !isCounted(numeral.end)
  }

  private static let placeAfterMiles = WordList("铺 店 河 沟 堡 桥 庄 营 屯 墩 坡 台 塘 村 镇 支行 街 牌")
  private static let school = WordList("学 读 上学 毕业 的学生")

  private func isDigit(_ offset: Int) -> Bool {
    NumeralScalar.digit(NumeralScalar.code(bytes, offset, end).code) != nil
  }

  private func isCounted(_ offset: Int) -> Bool { NumberWords.classifiers.prefix(bytes, offset, end) > 0 }

  /// 来 before a unit, 几, 好几: the number is approximate.
  private func isApproximate(_ offset: Int) -> Bool {
    if starts(offset, "来") { return NumberWords.around.prefix(bytes, offset + 3, end) > 0 }
    return starts(offset, "好几") || starts(offset, "几")
  }

  /// 十 alone is a number before a classifier, or when nothing else was said.
  private func takesTen(_ numeral: Numeral) -> Bool {
    if isCounted(numeral.end) { return !isTenOrEight(numeral.end) }
    return numeral.count > 1 || isAlone(numeral.start, numeral.end)
  }

  /// 十个八个, 十次八次: approximate.
  private func isTenOrEight(_ offset: Int) -> Bool {
    let second = offset + 6
    guard starts(offset + 3, "八"), second + 3 <= end else { return false }
    return bytes[offset..<(offset + 3)].elementsEqual(bytes[second..<(second + 3)])
  }

  // MARK: Units dropped

  /// 三万五: digits; 元 is added in a money context. Before a classifier the last digit counts something else.
  private mutating func shortened(_ numeral: Numeral, _ value: Int) -> Int {
    let after = numeral.end
    if let dropped = numeral.dropped, bytes[dropped] >= 0x80, beginsWord(dropped, after) {
      guard let shorter = Numeral.read(bytes, at: numeral.start, end: dropped, decimals: false) else {
        return after
      }
      propose("numbers.count", shorter.start, shorter.end, plainText(shorter))
      return dropped
    }
    if starts(after, "块") || starts(after, "元") || isApproximate(after) { return after }
    if starts(after + 3, "毛") || starts(after + 3, "角"), isDigit(after) { return after }
    let isMeasured = Self.measuredAfter.prefix(bytes, after, end) > 0
    let isMoney =
      !isMeasured && !starts(after, "多") && !starts(after, "余") && isMoneySum(value, numeral.start, after)
    if isMoney { return propose("numbers.money", numeral.start, after, "\(value)元", confidence: 0.9) }
    return propose("numbers.count", numeral.start, unitEnd(numeral), "\(value)\(unitText(numeral))")
  }

  /// 三万一定要, 一万三天: the last digit belongs to what follows.
  private func beginsWord(_ dropped: Int, _ after: Int) -> Bool {
    if starts(dropped, "一"), NumberWords.afterOne.prefix(bytes, after, end) > 0 { return true }
    return NumberWords.plainClassifiers.prefix(bytes, after, end) > 0
      && NumberWords.rateWords.prefix(bytes, after, end) == 0
  }

  /// From a thousand on, people drop the last unit of sums of money only, unless a measure was just spoken of.
  private func isMoneySum(_ value: Int, _ start: Int, _ stop: Int) -> Bool {
    guard value >= 1000, !isAlone(start, stop) else { return isMoneyContext(start, stop) }
    var offset = start
    for _ in 0..<10 {
      guard offset > range.lowerBound, !isMark(before: offset) else { break }
      if Self.measuredBefore.suffix(bytes, offset, range.lowerBound) > 0 { return false }
      offset -= UTF8Bytes.scalar(bytes, before: offset)?.length ?? 1
    }
    return true
  }

  private static let measuredBefore = WordList(
    "面积 里程 公里 产量 亩产 重量 体重 高度 海拔 人口 人数 数量 粉丝 阅读 点击 转速 字数 步数 距离 长度 深度 容量 重 长 高 远 编号 播放 跑了")
  private static let measuredAfter = WordList(
    "公里 公斤 斤 吨 亩 米 平 度 转 步 人 户 千瓦 升 棵 头 只 字 页 袋 箱 瓶 双 块砖 方 码 立方 毫 克 厘")

  /// True when words of money stand near: forty characters before, fifteen after.
  func isMoneyContext(_ start: Int, _ stop: Int) -> Bool {
    var offset = start
    var steps = 0
    while steps < 40, let before = UTF8Bytes.scalar(bytes, before: offset), offset > contextStart {
      if MoneyCues.contains(before.value) { return true }
      offset -= before.length
      steps += 1
    }
    offset = stop
    steps = 0
    while steps < 15, offset < range.upperBound {
      let scalar = UTF8Bytes.scalar(bytes, offset)
      if MoneyCues.contains(scalar.value) { return true }
      offset += scalar.length
      steps += 1
    }
    return false
  }

  // MARK: Units

  /// Single digits become figures before measures (六岁, 五公斤) and in addresses (四栋三单元).
  private mutating func single(_ numeral: Numeral, _ value: Int) -> Int {
    if ends(numeral.start, "负"), isAlone(numeral.start - 3, numeral.end) {
      return propose("numbers.decimal", numeral.start - 3, numeral.end, "-\(value)")
    }
    let isMeasure =
      NumberWords.measures.prefix(bytes, numeral.end, end) > 0
      && NumberWords.measureExceptions.prefix(bytes, numeral.end, end) == 0
    let isPerOne = starts(numeral.start, "一") && !starts(numeral.end, "岁") && !starts(numeral.end, "周岁")
    if isPerOne, let height = metres(numeral, value) { return height }
    if isMeasure && !isPerOne || isAddressPart(numeral) {
      if let height = metres(numeral, value) { return height }
      let rule = isMeasure ? "numbers.measure" : "numbers.address"
      return propose(rule, numeral.start, unitEnd(numeral), "\(value)\(unitText(numeral))")
    }
    return numeral.end
  }

  /// 一米七五 → 1.75米.
  private mutating func metres(_ numeral: Numeral, _ value: Int) -> Int? {
    guard starts(numeral.end, "米"), bytes[numeral.start] >= 0x80,
      let rest = Numeral.read(bytes, at: numeral.end + 3, end: end, decimals: false), rest.dropped == nil
    else { return nil }
    guard rest.count <= 2, rest.form == .digits || rest.isSingleDigit, let digits = rest.digitString(bytes),
      !isCounted(rest.end), rest.end >= end || bytes[rest.end] != UInt8(ascii: ".")
    else { return nil }  // 一米7.65元: a price for one
    return propose(
      "numbers.height", numeral.start, rest.end, "\(value).\(String(decoding: digits, as: UTF8.self))米")
  }

  private static let addressUnits = WordList("单元 栋 幢 座 门 室 号楼 楼")
  private static let addressHeads = WordList("号 楼 栋 幢 座 区 街 路 园 苑 小区 单元 弄 城 庭 期 巷 府 湾 里 村")
  private static let addressNumbers = WordList("号 楼 单元 门 栋 幢 座 室 房")

  /// 四栋三单元六零一: a part of an address has another part, or a number of three digits, beside it.
  private func isAddressPart(_ numeral: Numeral) -> Bool {
    let unit = Self.addressUnits.prefix(bytes, numeral.end, end)
    guard unit > 0 else { return false }
    if starts(numeral.end, "单元") { return !ends(numeral.start, "一个") }
    let after = numeral.end + unit
    if let next = Numeral.read(bytes, at: after, end: end, decimals: false) {
      if next.form != .positional, next.count >= 3 { return true }
      if Self.addressNumbers.prefix(bytes, next.end, end) > 0 { return true }
    }
    if starts(numeral.end, "楼") || starts(numeral.end, "门") || starts(numeral.end, "室") {
      return lastEditEnd >= 0 && edits.last?.rule == "numbers.address" && numeral.start - lastEditEnd <= 6
        && !isMark(before: numeral.start)
    }
    return Self.addressHeads.suffix(bytes, numeral.start, range.lowerBound) > 0 && isMark(after)
  }

  private func rule(_ numeral: Numeral) -> String {
    if NumberWords.measures.prefix(bytes, numeral.end, end) > 0 { return "numbers.measure" }
    return "numbers.count"
  }

  /// 平米 is written 平方米.
  private func unitText(_ numeral: Numeral) -> String { starts(numeral.end, "平米") ? "平方米" : "" }
  private func unitEnd(_ numeral: Numeral) -> Int {
    starts(numeral.end, "平米") ? numeral.end + 6 : numeral.end
  }

  /// 负 belongs to a number when nothing else can be meant: before decimals, or at the start of a phrase.
  private func begin(_ numeral: Numeral) -> Int { sign(numeral).isEmpty ? numeral.start : numeral.start - 3 }

  func sign(_ numeral: Numeral) -> String {
    guard ends(numeral.start, "负") || ends(numeral.start, "負"), bytes[numeral.start] >= 0x80 else {
      return ""
    }
    let before = numeral.start - 3
    if Self.burdens.suffix(bytes, before, range.lowerBound) > 0 { return "" }
    return isMark(before: before) || numeral.point != nil ? "-" : ""
  }
  private static let burdens = WordList("担 擔 胜 勝 自 抱 欺 肩 辜 背 身 正 减")

  /// 二十乘三十毫米 → 20×30mm: a dimension with its unit, and nothing else.
  private mutating func dimensions(_ numeral: Numeral, _ value: Int) -> Int? {
    guard starts(numeral.end, "乘"), let second = Numeral.read(bytes, at: numeral.end + 3, end: end),
      let text = decimalText(second)
    else { return nil }
    let unit = starts(second.end, "毫米") ? "mm" : starts(second.end, "厘米") ? "cm" : ""
    guard !unit.isEmpty else { return nil }
    return propose("numbers.measure", numeral.start, second.end + 6, "\(value)×\(text)\(unit)")
  }

  /// Decimals: written out unless the point may be an item of an argument (三点一是…).
  mutating func decimal(_ full: Numeral, _ whole: Numeral) -> Int {
    guard let text = decimalText(full), !ends(full.start, "第"),
      full.form != .arabic || bytes[full.point ?? 0] >= 0x80 || full.bigUnit != nil
    else { return full.form == .arabic ? arabicDecimal(full) : whole.end }
    let isListItem =
      full.count == whole.count + 2 && (whole.value?.integer ?? 0) < 10
      && NumberWords.decimalAfter.prefix(bytes, full.end, end) == 0 && !isMark(full.end)
    if isListItem, full.form != .digits { return whole.end }
    if let after = moneyWord(full.end) {
      return propose("numbers.money", full.start, after.end, text + after.text)
    }
    let isSquare = starts(full.end, "平米")
    let begin = sign(full).isEmpty ? full.start : full.start - 3
    return propose(
      "numbers.decimal", begin, isSquare ? full.end + 6 : full.end,
      sign(full) + text + (isSquare ? "平方米" : ""))
  }

  /// 12.5块钱, 86.3平米: only the unit changes.
  private mutating func arabicDecimal(_ full: Numeral) -> Int {
    let text = String(decoding: bytes[full.start..<full.end], as: UTF8.self)
    if let after = moneyWord(full.end) {
      return propose("numbers.money", full.start, after.end, text + after.text)
    }
    if starts(full.end, "平米") { return propose("numbers.measure", full.start, full.end + 6, text + "平方米") }
    return full.end
  }
}
