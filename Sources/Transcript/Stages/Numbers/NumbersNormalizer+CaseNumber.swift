import ChineseText
import TextCore

/// Case numbers, document numbers and number plates of cars.
extension NumbersNormalizer {
  /// 二零二三鲁一四零二民初一二三号 → （2023）鲁1402民初123号 (法〔2015〕137号), the year with or without 年 or brackets.
  mutating func caseNumber(_ start: Int) -> Int? {
    guard let (year, afterYear) = yearDigits(start) else { return nil }
    var begin = start
    var offset = afterYear
    if let opening = openingBracket(before: start), let closing = closingBracket(at: offset) {
      begin = opening
      offset = closing
    } else if starts(offset, "年") {
      offset += 3
    }
    if begin != start, let after = documentNumber(begin, year, offset) { return after }
    guard let court = courtCode(offset) else {
      return begin == start ? documentNumber(start, year, offset) : nil
    }
    let type = NumberWords.caseTypes.prefix(bytes, court.end, end)
    guard type > 0 else { return nil }
    let typeText = String(decoding: bytes[court.end..<(court.end + type)], as: UTF8.self)
    offset = court.end + type
    if starts(offset, "字") { offset += 3 }
    if starts(offset, "第") { offset += 3 }
    guard let serial = serialNumber(offset), serial.text.utf8.count <= 8 else { return nil }
    return propose(
      "numbers.caseNumber", begin, serial.end, "（\(year)）\(court.text)\(typeText)\(serial.text)")
  }

  /// Four digits 19xx or 20xx, as 幺九 or ASCII too.
  private func yearDigits(_ start: Int) -> (text: String, end: Int)? {
    var text = ""
    var offset = start
    while text.utf8.count < 4 {
      let (code, length) = NumeralScalar.code(bytes, offset, end)
      guard let digit = NumeralScalar.digit(code), code != NumeralScalar.liang else { return nil }
      text += String(digit)
      offset += length
    }
    guard text.hasPrefix("19") || text.hasPrefix("20") else { return nil }
    return (text, offset)
  }

  private static let openings = WordList("（ ( 〔 【 [")
  private static let closings = WordList("） ) 〕 】 ]")

  private func openingBracket(before offset: Int) -> Int? {
    let count = Self.openings.suffix(bytes, offset, range.lowerBound)
    return count > 0 ? offset - count : nil
  }

  private func closingBracket(at offset: Int) -> Int? {
    let count = Self.closings.prefix(bytes, offset, end)
    return count > 0 ? offset + count : nil
  }

  private func courtCode(_ start: Int) -> (text: String, end: Int)? {
    guard start + 2 < end, bytes[start] >= 0xE0 else { return nil }
    if starts(start, "最高法") { return ("最高法", start + 9) }
    guard CourtCode.isProvince(UTF8Bytes.scalar(bytes, start).value) else { return nil }
    let name = String(decoding: bytes[start..<(start + 3)], as: UTF8.self)
    guard let numeral = Numeral.read(bytes, at: start + 3, end: end, decimals: false) else {
      return (name, start + 3)
    }
    let digits: String?
    if let string = numeral.digitString(bytes) {
      digits = String(decoding: string, as: UTF8.self)
    } else {
      digits = numeral.dropped == nil ? numeral.value?.description : nil
    }
    guard let digits, digits.utf8.count == 2 || digits.utf8.count == 4 else { return nil }
    return (name + digits, numeral.end)
  }

  /// Digits or a positional number, then 号.
  private func serialNumber(_ start: Int) -> (text: String, end: Int)? {
    guard let numeral = Numeral.read(bytes, at: start, end: end, decimals: false),
      !numeral.approximate || numeral.form == .digits
    else { return nil }
    let text =
      numeral.digitString(bytes).map { String(decoding: $0, as: UTF8.self) } ?? numeral.value?.description
    guard let text, numeral.dropped == nil else { return nil }
    if starts(numeral.end, "号") { return (text + "号", numeral.end + 3) }
    return isMark(numeral.end) ? (text, numeral.end) : nil
  }

  /// 监处罚二零二四二十七号 → 监处罚〔2024〕27号; only right after a word that ends a document's stem.
  private mutating func documentNumber(_ begin: Int, _ year: String, _ afterYear: Int) -> Int? {
    guard NumberWords.documentStems.suffix(bytes, begin, range.lowerBound) > 0 else { return nil }
    var offset = afterYear
    if starts(offset, "第") { offset += 3 }
    let word = starts(offset - 3, "第") ? "第" : ""
    guard let serial = serialNumber(offset), serial.text.hasSuffix("号") else { return nil }
    return propose("numbers.documentNumber", begin, serial.end, "〔\(year)〕\(word)\(serial.text)")
  }

  /// 豫E七Q三一六, 鲁N八八六六二: the rest of a plate after its province and letter.
  mutating func plate(_ start: Int) -> Int? {
    guard start >= range.lowerBound + 4, isLetter(bytes[start - 1]), bytes[start] >= 0x80,
      CourtCode.isProvince(UTF8Bytes.scalar(bytes, start - 4).value),
      UTF8Bytes.scalar(bytes, start - 4).length == 3
    else { return nil }
    var text = ""
    var offset = start
    while offset < end, text.utf8.count < 6 {
      let (code, length) = NumeralScalar.code(bytes, offset, end)
      if let digit = NumeralScalar.digit(code), code != NumeralScalar.liang {
        text += String(digit)
        offset += length
      } else if isLetter(bytes[offset]) {
        text += String(UnicodeScalar(bytes[offset]))
        offset += 1
      } else {
        break
      }
    }
    guard text.utf8.count >= 5, NumeralScalar.exponent(NumeralScalar.code(bytes, offset, end).code) == 0
    else { return nil }
    return propose("numbers.plate", start, offset, text)
  }
}
