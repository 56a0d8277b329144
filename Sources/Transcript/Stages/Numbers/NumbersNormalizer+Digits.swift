import ChineseText
import TextCore

/// Numbers read out digit by digit: phones, identity and account numbers, rooms.
extension NumbersNormalizer {
  /// 一三八零零… → 13800…; two digits, and three without a zero, need a cue.
  mutating func digitString(_ numeral: Numeral) -> Int {
    let run = spokenRun(numeral)
    guard let digits = run.digits, isSpokenNumber(numeral, run) else { return max(numeral.end, run.end) }
    let text = String(decoding: digits, as: UTF8.self)
    if ends(numeral.start, "负"), hasNumberCue(numeral.start - 3, run.end) {
      return propose("numbers.digits", numeral.start - 3, run.end, "-" + text)
    }
    if let word = moneyWord(run.end) {
      return propose("numbers.money", numeral.start, word.end, text + word.text)
    }
    if starts(run.end, "平米") { return propose("numbers.measure", numeral.start, run.end + 6, text + "平方米") }
    return propose(rule(digits, run.end), numeral.start, run.end, text)
  }

  private struct SpokenRun {
    var digits: [UInt8]?
    var end: Int
    var hasYao = false
    var hasZero = false
  }

  /// The digits with 幺, and with 洞 拐 勾 (0 7 9 of radio talk) once the string is clearly one.
  private func spokenRun(_ numeral: Numeral) -> SpokenRun {
    var run = SpokenRun(digits: [], end: numeral.start)
    while run.end < end {
      let (code, length) = NumeralScalar.code(bytes, run.end, end)
      if let digit = NumeralScalar.digit(code), length == 3, code != NumeralScalar.liang {
        run.digits?.append(UInt8(0x30 + digit))
        if code == NumeralScalar.yao { run.hasYao = true }
        if code == 1 { run.hasZero = true }
      } else if let digit = radioDigit(run.end, run) {
        run.digits?.append(digit)
      } else {
        break
      }
      run.end += 3
    }
    if numeral.approximate { run.digits = nil }
    return run
  }

  private func radioDigit(_ offset: Int, _ run: SpokenRun) -> UInt8? {
    guard run.digits?.count ?? 0 >= 3, run.hasYao || run.hasZero else { return nil }
    return starts(offset, "洞") ? 0x30 : starts(offset, "拐") ? 0x37 : starts(offset, "勾") ? 0x39 : nil
  }

  private func isSpokenNumber(_ numeral: Numeral, _ run: SpokenRun) -> Bool {
    guard let digits = run.digits, !isEnumeration(digits, run, numeral.start) else { return false }
    let isCued = hasNumberCue(numeral.start, run.end)
    if digits.count > 1, ends(numeral.start, "负"), hasNumberCue(numeral.start - 3, run.end) { return true }
    switch digits.count {
    case 0...1: return false
    case 2: return isCued && (run.hasYao || isNumbered(run.end) || isLetterBefore(numeral.start))
    case 3: return run.hasYao || run.hasZero && digits[0] != 0x30 || isCued
    default: return run.hasYao || isCued || !isPattern(digits)
    }
  }

  private func isNumbered(_ offset: Int) -> Bool {
    starts(offset, "号") || starts(offset, "室") || starts(offset, "房")
  }
  private func isLetterBefore(_ start: Int) -> Bool { start > range.lowerBound && isLetter(bytes[start - 1]) }

  private func hasNumberCue(_ start: Int, _ stop: Int) -> Bool {
    hasCueBefore(start) || NumberWords.numberAfter.prefix(bytes, stop, end) > 0
  }

  private func hasCueBefore(_ start: Int) -> Bool {
    if isLetterBefore(start) || lastEditEnd == start && edits.last?.rule == "numbers.address" { return true }
    return NumberWords.numberBefore.suffix(bytes, start, range.lowerBound) > 0
  }

  /// 六七八九楼, 五六七三个月 (May, June and July: three months): several numbers said in a row. A count is never
  /// read out digit by digit.
  private func isEnumeration(_ digits: [UInt8], _ run: SpokenRun, _ start: Int) -> Bool {
    guard digits.count > 2, !run.hasYao, !run.hasZero, !hasCueBefore(start),
      !(ends(start, "第") && starts(run.end, "号"))
    else { return false }
    if zip(digits, digits.dropFirst()).allSatisfy({ $1 == $0 + 1 }) { return true }
    return Self.counted.prefix(bytes, run.end, end) > 0
  }

  private static let counted = WordList("个 天 位 周 月 次 回 遍 趟 条 张 件 名 笔 份 岁 家 户 组 种 辆 台 口 项 层 人")

  /// 七七八八 and 一二三四五: a manner of speaking or counting aloud.
  private func isPattern(_ digits: [UInt8]) -> Bool {
    let isCounting = zip(digits, digits.dropFirst()).allSatisfy { $1 == $0 + 1 } && digits[0] == 0x31
    let isPairs =
      digits.count == 4 && digits[0] == digits[1] && digits[2] == digits[3] && digits[0] != digits[2]
    return isCounting || isPairs
  }

  /// The identity card's check digit (GB 11643) is evidence of what the string is.
  private func rule(_ digits: [UInt8], _ stop: Int) -> String {
    switch digits.count {
    case 11 where digits[0] == 0x31: return "numbers.phone"
    case 17 where stop < end && bytes[stop] | 0x20 == UInt8(ascii: "x"):
      return IdentityCard.hasValidCheck(digits + [UInt8(ascii: "X")]) ? "numbers.identity" : "numbers.digits"
    case 18: return IdentityCard.hasValidCheck(digits) ? "numbers.identity" : "numbers.account"
    case 16, 17, 19: return "numbers.account"
    default: return "numbers.digits"
    }
  }

  /// 十点一七二点三点二 → 10.172.3.2: three parts or more between 点 can only be an address or a version.
  mutating func dotted(_ start: Int) -> Int? {
    var parts: [String] = []
    var offset = start
    while let part = Numeral.read(bytes, at: offset, end: end, decimals: false),
      !part.approximate || part.form == .digits
    {
      guard part.dropped == nil, part.bigUnit == nil, bytes[part.start] >= 0x80 else { return nil }
      let text =
        part.digitString(bytes).map { String(decoding: $0, as: UTF8.self) } ?? part.value?.description
      guard let text, text.utf8.count <= 5 else { return nil }
      parts.append(text)
      offset = part.end
      guard NumeralScalar.code(bytes, offset, end).code == NumeralScalar.point else { break }
      offset += 3
    }
    guard parts.count >= 3, isMark(offset) || bytes[offset] < 0x80 || parts.count >= 4 else { return nil }
    if NumeralScalar.code(bytes, offset - 3, end).code == NumeralScalar.point { return nil }
    return propose("numbers.digits", start, offset, parts.joined(separator: "."))
  }
}
