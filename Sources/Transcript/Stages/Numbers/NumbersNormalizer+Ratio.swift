import ChineseText
import TextCore

/// Percentages; fractions and 万分之 stay as terms of trade.
extension NumbersNormalizer {
  /// At 百 千 万: 百分之十五 → 15%, 千分之三 → 3‰, 万分之五 stays.
  mutating func perHundred(_ start: Int, _ code: UInt8) -> Int {
    guard starts(start + 3, "分之") else { return start + 3 }
    if let protected = ProtectedWords.end(bytes, start, untouched) { return protected }
    let offset = start + 9
    guard var numeral = Numeral.read(bytes, at: offset, end: end) else { return offset }
    if code == NumeralScalar.wan || numeral.approximate || numeral.dropped != nil {
      return max(numeral.end, offset)
    }
    giveBackMultiple(&numeral)
    guard let text = decimalText(numeral) else { return numeral.end }
    let sign = code == NumeralScalar.hundred ? "%" : "‰"
    var begin = start
    if ends(start, "负"), isMark(before: start - 3) || isNegative(start - 3) { begin -= 3 }
    let stop = propose("numbers.percent", begin, numeral.end, (begin < start ? "-" : "") + text + sign)
    return upperBound(after: stop, sign) ?? stop
  }

  /// 自负百分之十 is no negative number; 增长率是负百分之二 is one.
  private func isNegative(_ offset: Int) -> Bool {
    ends(offset, "是") || ends(offset, "为") || ends(offset, "到")
  }

  /// 百分之三点七四倍: nobody says "percent times", so the last digit counts the 倍 (百分之三点七，四倍).
  private func giveBackMultiple(_ numeral: inout Numeral) {
    guard let point = numeral.point, starts(numeral.end, "倍"), numeral.end - 3 > point + 3,
      bytes[numeral.end - 1] >= 0x80,
      let shorter = Numeral.read(bytes, at: numeral.start, end: numeral.end - 3)
    else { return }
    numeral = shorter
  }

  /// 百分之三到五 → 3%到5%.
  private mutating func upperBound(after stop: Int, _ sign: String) -> Int? {
    guard starts(stop, "到") || starts(stop, "至"), let numeral = Numeral.read(bytes, at: stop + 3, end: end),
      bytes[stop + 3] >= 0x80, let text = decimalText(numeral),
      isMark(numeral.end) || starts(numeral.end, "的") || starts(numeral.end, "之间")
    else { return nil }
    return propose("numbers.percent", numeral.start, numeral.end, text + sign)
  }

  /// 三分之二, 十二分之七: left whole.
  mutating func fraction(_ numeral: Numeral) -> Int? {
    if let after = aloneFraction(numeral) { return after }
    if starts(numeral.end, "又"),
      let part = Numeral.read(bytes, at: numeral.end + 3, end: end, decimals: false)
    {
      return starts(part.end, "分之") ? fraction(part) : nil
    }
    guard starts(numeral.end, "分之") else { return nil }
    let offset = numeral.end + 6 + 3
    return Numeral.read(bytes, at: offset - 3, end: end)?.end ?? offset - 3
  }

  /// A line that is nothing but a fraction has no sentence whose style it could keep: 三分之二 → 2/3 (GB/T 15835).
  private mutating func aloneFraction(_ numeral: Numeral) -> Int? {
    guard isLine, numeral.start == range.lowerBound else { return nil }
    var parts = numeral
    var whole = ""
    if starts(numeral.end, "又"),
      let next = Numeral.read(bytes, at: numeral.end + 3, end: end, decimals: false)
    {
      whole = plainText(numeral) + "又"
      parts = next
    }
    guard starts(parts.end, "分之"),
      let count = Numeral.read(bytes, at: parts.end + 6, end: end, decimals: false),
      count.end == end, let below = parts.value?.integer, let above = count.value?.integer, below > 0
    else { return nil }
    return propose("numbers.fraction", numeral.start, end, "\(whole)\(above)/\(below)")
  }

  /// Plain digits of a number, decimals as they were said (三点五零 → 3.50); nil when it has no exact value.
  func decimalText(_ numeral: Numeral) -> String? {
    guard !numeral.approximate, numeral.dropped == nil, let value = numeral.value else { return nil }
    guard let point = numeral.point else {
      return numeral.bigUnit == nil ? value.description : plainText(numeral)
    }
    guard let whole = Numeral.read(bytes, at: numeral.start, end: point, decimals: false)?.value?.integer
    else { return nil }
    var text = "\(whole)."
    var offset = point + (bytes[point] < 0x80 ? 1 : 3)
    let stop = numeral.bigUnit ?? numeral.end
    while offset < stop {
      let (code, length) = NumeralScalar.code(bytes, offset, stop)
      guard let digit = NumeralScalar.digit(code) else { return nil }
      text += String(digit)
      offset += length
    }
    return text + String(decoding: bytes[stop..<numeral.end], as: UTF8.self)
  }

  func isPlainArabic(_ numeral: Numeral) -> Bool {
    numeral.form == .arabic && bytes[numeral.start..<numeral.end].allSatisfy { $0 < 0x80 }
  }

  /// The written form of a whole number: digits, a closing 万 or 亿 kept (五十万 → 50万).
  ///
  /// Arabic digits without Chinese units keep leading zeros and commas.
  func plainText(_ numeral: Numeral) -> String {
    if isPlainArabic(numeral) { return String(decoding: bytes[numeral.start..<numeral.end], as: UTF8.self) }
    if let unit = numeral.bigUnit, let head = numeral.head {
      return head.description + String(decoding: bytes[unit..<numeral.end], as: UTF8.self)
    }
    return numeral.value?.description ?? ""
  }
}
