import TextCore

/// Sections: numbers below 万 with falling units, 三千五百零六.
extension NumeralReader {
  /// What has been read of a section.
  struct Section {
    let start: Int
    /// Power of ten of the unit before the section.
    let limit: Int
    /// True for the first section of a number.
    let isFirst: Bool
    var value = 0
    /// Offset of a last digit whose unit was left out.
    var dropped: Int?
    /// Power of ten of the last unit: the next one must be below it.
    var last: Int
    /// True right after 零.
    var hasZero = false

    init(start: Int, limit: Int, isFirst: Bool) {
      self.start = start
      self.limit = limit
      self.isFirst = isFirst
      last = min(limit, 4)
    }

    /// Power of ten that a digit at `offset` stays below; after a big unit, all that the unit left open (三万五).
    func room(at offset: Int) -> Int { offset == start && !isFirst ? limit : last }

    mutating func add(_ digit: Int, _ power: Int) { value += ExactNumber.times(digit, power) ?? 0 }
  }

  /// A number below 10^limit with falling units; nil (and nothing taken) when there is none.
  ///
  /// `limit` is the power of ten that the last unit had; after a big unit, a lone digit is a dropped unit (三万五).
  mutating func readSection(limit: Int, first: Bool) -> Section? {
    let count = numeral.count
    var section = Section(start: position, limit: limit, isFirst: first)
    while readPart(&section) {}
    giveBackZero(section)
    guard position > section.start else {
      numeral.count = count
      return nil
    }
    return section
  }

  /// Takes the next part of a section; false when it was the last or none.
  private mutating func readPart(_ section: inout Section) -> Bool {
    let (code, length) = scalar(position)
    switch code {
    case 1 where length == 3 && position > numeral.start: return readZero(&section)
    case NumeralScalar.ten where section.last > 1: readTens(&section, 1)
    case NumeralScalar.twenty where section.last > 1: readTens(&section, 2)
    case NumeralScalar.thirty where section.last > 1: readTens(&section, 3)
    case NumeralScalar.some where position > numeral.start:
      readApproximation()
      return false
    default:
      guard let digit = NumeralScalar.digit(code), code != NumeralScalar.yao else { return false }
      return length == 1 ? readFigures(&section) : readDigit(&section, digit)
    }
    return true
  }

  /// 零 between units; one only, and a digit must follow.
  private mutating func readZero(_ section: inout Section) -> Bool {
    let next = scalar(position + 3).code
    guard NumeralScalar.digit(next) ?? 0 > 0 || next == NumeralScalar.ten, !section.hasZero else {
      return false
    }
    section.hasZero = true
    take(3)
    return true
  }

  /// 十 without a digit before it, 廿 or 卅.
  private mutating func readTens(_ section: inout Section, _ tens: Int) {
    section.value += tens * 10
    section.last = 1
    section.hasZero = false
    take(3)
  }

  /// A digit with its unit; without a unit that fits, the section ends.
  private mutating func readDigit(_ section: inout Section, _ digit: Int) -> Bool {
    let exponent = NumeralScalar.exponent(scalar(position + 3).code)
    guard exponent > 0, exponent < section.last, digit > 0 else {
      close(&section, digit)
      return false
    }
    section.add(digit, exponent)
    section.last = exponent
    section.hasZero = false
    take(3)
    take(3)
    return true
  }

  /// A 零 that nothing followed is no part of the number.
  private mutating func giveBackZero(_ section: Section) {
    guard section.hasZero, position - 3 >= section.start, scalar(position - 3).code == 1 else { return }
    position -= 3
    numeral.count -= 1
  }
}
