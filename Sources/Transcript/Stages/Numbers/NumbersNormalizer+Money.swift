import ChineseText
import TextCore

/// Amounts with 块 元 毛 角 分.
extension NumbersNormalizer {
  /// 一万两千三百块钱 → 12300元, 两百四十块五 → 240.5元, 八毛钱 → 8毛钱; nil when no money word follows.
  mutating func money(_ numeral: Numeral) -> Int? {
    let after = numeral.end
    if starts(after, "毛") || starts(after, "角") { return smallChange(numeral) }
    guard
      starts(after, "块") || starts(after, "塊") || starts(after, "元") || starts(after, "圆")
        || starts(after, "圓")
    else { return tail(numeral) }
    let isPiece = starts(after, "块") || starts(after, "塊")
    if let cents = cents(after + 3, isPiece), numeral.bigUnit == nil, let yuan = numeral.value,
      let total = ExactNumber(mantissa: cents.value, scale: 2).flatMap({ yuan.adding($0) })
    {
      return propose("numbers.money", numeral.start, cents.end, "\(total)元")
    }
    guard isPiece else { return yuanAmount(numeral) }
    // 块六二 may be 六角二分, or 六角 and the second item of a list: left as it was said.
    if isDigitPair(after + 3) { return numeral.end }
    if let word = moneyWord(after) {
      if isSmallPiece(numeral, word.end) { return nil }
      return propose("numbers.money", numeral.start, word.end, plainText(numeral) + word.text)
    }
    return nil
  }

  /// 块 and 块钱 are written 元; nil when 块 counts lumps.
  func moneyWord(_ offset: Int) -> (text: String, end: Int)? {
    if starts(offset, "块钱") { return ("元", offset + 6) }
    if starts(offset, "元") || starts(offset, "圆") { return ("元", offset + 3) }
    guard starts(offset, "块"), NumberWords.lumps.prefix(bytes, offset + 3, end) == 0 else { return nil }
    return ("元", offset + 3)
  }

  /// One digit before 块 alone (两块, 一块) may count things.
  private func isSmallPiece(_ numeral: Numeral, _ end: Int) -> Bool {
    guard !ends(end, "钱"), numeral.bigUnit == nil, let value = numeral.value?.integer, value < 100 else {
      return false
    }
    if value >= 10 { return isNearLumps(numeral.start, end) }
    return !starts(numeral.start, "一")
      && NumberWords.priceBefore.suffix(bytes, numeral.start, range.lowerBound) > 0
      ? isNearLumps(numeral.start, end) : bytes[numeral.start] >= 0x80 || isNearLumps(numeral.start, end)
  }

  /// True when things that come in lumps (砖 板 玻璃) are spoken of nearby.
  private func isNearLumps(_ start: Int, _ stop: Int) -> Bool {
    let from = max(range.lowerBound, start - 60)
    let to = min(end, stop + 45)
    return bytes[from..<to].indices.contains { Self.lumpWords.prefix(bytes, $0, to) > 0 }
  }

  private static let lumpWords = WordList("砖 板 瓷 玻璃 石 木 墙 敲 铺 空的 屏 电池 土 肉 布 豆腐 四五块 三块 两块")

  private mutating func yuanAmount(_ numeral: Numeral) -> Int {
    let text = plainText(numeral)
    let isWord = starts(numeral.end, "圆") || starts(numeral.end, "圓")
    return propose(
      "numbers.money", numeral.start, isWord ? numeral.end + 3 : numeral.end, text + (isWord ? "元" : ""))
  }

  /// 五毛七, 零五分, and after 块 a lone digit for 角: hundredths of a yuan.
  private func cents(_ start: Int, _ isPiece: Bool) -> (value: Int, end: Int)? {
    var offset = start
    if starts(offset, "零") { return fen(offset + 3).map { ($0.value, $0.end) } }
    let (code, length) = NumeralScalar.code(bytes, offset, end)
    guard let digit = NumeralScalar.digit(code), code != NumeralScalar.yao, digit > 0 else { return nil }
    offset += length
    if starts(offset, "毛") || starts(offset, "角") {
      offset += 3
      if starts(offset, "钱") { return (digit * 10, offset + 3) }
      if starts(offset, "零"), let rest = fen(offset + 3) { return (digit * 10 + rest.value, rest.end) }
      let (last, lastLength) = NumeralScalar.code(bytes, offset, end)
      guard let rest = NumeralScalar.digit(last), rest > 0, isFenEnd(offset + lastLength) else {
        return (digit * 10, offset)
      }
      offset += lastLength
      return (digit * 10 + rest, starts(offset, "分") ? offset + 3 : offset)
    }
    guard isPiece, isJiaoEnd(offset) else { return nil }
    return (digit * 10, starts(offset, "钱") ? offset + 3 : offset)
  }

  private func fen(_ offset: Int) -> (value: Int, end: Int)? {
    let (code, length) = NumeralScalar.code(bytes, offset, end)
    guard let digit = NumeralScalar.digit(code), starts(offset + length, "分") else { return nil }
    return (digit, offset + length + 3)
  }

  /// After 毛, a digit is 分 when no unit or thing follows that it could count.
  private func isFenEnd(_ offset: Int) -> Bool {
    if starts(offset, "分") { return true }
    return NumeralScalar.code(bytes, offset, end).code == NumeralScalar.none
      && NumberWords.classifiers.prefix(bytes, offset, end) == 0
  }

  /// After 块, a digit is 角 unless it starts a number or counts what follows (五块三个).
  private func isJiaoEnd(_ offset: Int) -> Bool {
    guard NumeralScalar.code(bytes, offset, end).code == NumeralScalar.none, !starts(offset, "%"),
      !starts(offset, "‰")
    else { return false }
    return NumberWords.classifiers.prefix(bytes, offset, end) == 0
      && NumberWords.calendarUnits.prefix(bytes, offset, end) == 0 || starts(offset, "钱")
  }

  /// Two digits and no unit after them.
  private func isDigitPair(_ offset: Int) -> Bool {
    let (first, length) = NumeralScalar.code(bytes, offset, end)
    let (second, nextLength) = NumeralScalar.code(bytes, offset + length, end)
    guard NumeralScalar.digit(first) ?? 0 > 0, NumeralScalar.digit(second) ?? 0 > 0 else { return false }
    return NumeralScalar.code(bytes, offset + length + nextLength, end).code == NumeralScalar.none
      && NumberWords.calendarUnits.prefix(bytes, offset + length + nextLength, end) == 0
  }

  /// 多块钱, 余元: the amount is open but its unit is money.
  private mutating func tail(_ numeral: Numeral) -> Int? {
    guard (numeral.value?.integer ?? 0) >= 10, starts(numeral.end, "多") || starts(numeral.end, "余") else {
      return nil
    }
    let more = numeral.end + 3
    if numeral.value?.integer == 10, numeral.bigUnit == nil, moneyWord(more) == nil { return nil }
    var unit = more
    if starts(more, "万") || starts(more, "亿") { unit += 3 }
    guard starts(unit, "块"), let word = moneyWord(unit) else { return nil }
    let kept = String(decoding: bytes[numeral.end..<unit], as: UTF8.self)
    return propose("numbers.money", numeral.start, word.end, plainText(numeral) + kept + word.text)
  }

  /// 汪四毛 is a person.
  private func followsSurname(_ offset: Int) -> Bool {
    guard offset > range.lowerBound, let before = UTF8Bytes.scalar(bytes, before: offset) else {
      return false
    }
    return Surname.isSingle(before.value) && !ends(offset, "有") && !ends(offset, "和")
  }

  /// 八毛钱 → 8毛钱: the word stays. 一毛 is a manner of speaking.
  private mutating func smallChange(_ numeral: Numeral) -> Int? {
    guard numeral.isSingleDigit, bytes[numeral.start] >= 0x80, let value = numeral.value?.integer, value > 1,
      !followsSurname(numeral.start)
    else { return nil }
    let after = numeral.end + 3
    let isMoney =
      starts(after, "钱")
      || starts(numeral.end, "毛") && NumeralScalar.code(bytes, after, end).code == NumeralScalar.none
    guard isMoney else { return numeral.end }
    return propose("numbers.money", numeral.start, numeral.end, "\(value)")
  }
}

/// Characters that tell of money near a number whose unit was dropped.
///
/// 元 is not among them: the stage itself writes it, and a second run must see what the first one saw.
enum MoneyCues {
  static func contains(_ scalar: UInt32) -> Bool { scalar < 0x1_0000 && table[Int(scalar)] }

  private static let table: [Bool] = {
    var table = [Bool](repeating: false, count: 0x1_0000)
    let cues = "钱款费金息薪资租价押付给还借欠赔挣卖买花收转账帐税汇存贷赢输奖罚额债退补扣抵拿值减销"
    for scalar in cues.unicodeScalars { table[Int(scalar.value)] = true }
    return table
  }()
}
