/// The last digit of a section: ones (三十五), a unit dropped (三百五), or the begin of something else.
extension NumeralReader {
  /// Decides by what follows the digit at the position; no unit that fits does.
  mutating func close(_ section: inout Section, _ digit: Int) {
    let (next, length) = scalar(position + 3)
    let isUnit = NumeralScalar.exponent(next) > 0
    if next == NumeralScalar.some || isUnit && digit == 0 {
      readApproximation()
    } else if isUnit || Self.isScore(next) {
      closeBeforeNumber(&section, digit, next)
    } else if Self.isBigUnit(next), !section.isFirst, !canTakeBigUnit(next, section.limit) {
      if position == section.start, digit > 0, isPerhaps(position + 3) { drop(&section, digit) }
    } else if NumeralScalar.digit(next) != nil, length == 3, position > numeral.start {
      closeBeforeDigit(&section, digit)
    } else if canDrop(section, before: next) {
      drop(&section, digit)
    } else {
      addOnes(&section, digit)
    }
  }

  /// The unit does not fit: the digit begins another number, but 十一十二 is 十一 and 十二.
  private mutating func closeBeforeNumber(_ section: inout Section, _ digit: Int, _ next: UInt8) {
    guard section.last == 1, digit == 1 || section.value == 10, next == NumeralScalar.ten else { return }
    addOnes(&section, digit)
  }

  /// Two digits after a unit: approximate (十七八), else the first is ones or, in 七千五一直, has its unit dropped.
  private mutating func closeBeforeDigit(_ section: inout Section, _ digit: Int) {
    if isApproximatePair(section, digit) {
      readApproximation()
    } else if section.room(at: position) == 1 || section.hasZero {
      addOnes(&section, digit)
    } else if digit > 0 {
      drop(&section, digit)
    }
  }

  private func canDrop(_ section: Section, before next: UInt8) -> Bool {
    section.room(at: position) > 1 && !section.hasZero && position > numeral.start && !Self.isBigUnit(next)
  }

  /// Takes a digit that counts the unit below the last one.
  private mutating func drop(_ section: inout Section, _ digit: Int) {
    section.dropped = position
    section.add(digit, section.room(at: position) - 1)
    take(3)
  }

  private mutating func addOnes(_ section: inout Section, _ digit: Int) {
    section.value += digit
    take(3)
  }

  /// 一亿三万: the digit before 万 belongs to this number when 万 is below the unit that came before.
  private func canTakeBigUnit(_ code: UInt8, _ limit: Int) -> Bool {
    limit > (code == NumeralScalar.wan ? 4 : 8)
  }

  /// 万一 and no more of a number: after 三万五 it is the word "in case".
  private func isPerhaps(_ offset: Int) -> Bool {
    guard scalar(offset).code == NumeralScalar.wan, end >= offset + 6 else { return false }
    return scalar(offset + 3).code == 2 && scalar(offset + 6).code == NumeralScalar.none
  }
}
