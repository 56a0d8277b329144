import TextCore

/// 万 and 亿, which multiply whole sections: 三亿二千万, 三万亿.
extension NumeralReader {
  /// What big units have made of the number so far.
  private struct Total {
    var value = 0
    /// The section that waits for its unit.
    var section: Int
    /// Power of ten of the last big unit.
    var limit = Int.max

    /// True right after 万: 亿 then multiplies all that came before (三万亿).
    var isMultiplied: Bool { limit == 4 }

    func takes(_ exponent: Int) -> Bool { exponent < limit || isMultiplied && exponent == 8 }

    /// The total after one more unit; nil when it does not fit.
    func times(_ exponent: Int) -> Total? {
      guard let product = ExactNumber.times(isMultiplied ? value : section, exponent) else { return nil }
      if isMultiplied { return Total(value: product, section: 0, limit: 12) }
      let (sum, overflow) = value.addingReportingOverflow(product)
      return overflow ? nil : Total(value: sum, section: 0, limit: exponent)
    }
  }

  /// 万 and 亿 and what follows them.
  mutating func readUnits(after first: Int) {
    guard let head = readSmallUnit(first) else { return }
    numeral.head = ExactNumber(head)
    var total = Total(section: head)
    while let unit = bigUnit(), total.takes(unit.exponent), readBigUnit(unit, &total) {}
  }

  /// Takes one unit and the section after it; false when the number is over.
  private mutating func readBigUnit(_ unit: (exponent: Int, length: Int), _ total: inout Total) -> Bool {
    guard let new = total.times(unit.exponent) else { return false }
    if numeral.bigUnit == nil, total.value == 0 {
      numeral.bigUnit = position
    } else if !total.isMultiplied {
      numeral.bigUnit = nil
    }
    total = new
    take(unit.length)
    numeral.value = ExactNumber(total.value)
    guard let rest = readSection(limit: total.limit, first: false) else { return true }
    numeral.bigUnit = nil
    let (value, overflow) = total.value.addingReportingOverflow(rest.value)
    if overflow || numeral.approximate { return false }
    numeral.dropped = rest.dropped
    if rest.dropped == nil, let next = bigUnit(), next.exponent < total.limit {
      total.section = rest.value
      return true
    }
    numeral.value = ExactNumber(value)
    return false
  }

  /// 3千5百: a figure before 百 or 千; its value with what follows, nil when that ends the number.
  private mutating func readSmallUnit(_ figure: Int) -> Int? {
    let (code, length) = scalar(position)
    let exponent = NumeralScalar.exponent(code)
    guard exponent > 1, numeral.form == .arabic, figure < 10, !isMetricPrefix(position + length) else {
      return figure
    }
    guard var value = ExactNumber.times(figure, exponent) else { return nil }
    take(length)
    let rest = readSection(limit: exponent, first: false)
    value += rest?.value ?? 0
    numeral.value = ExactNumber(value)
    guard rest?.dropped == nil else {
      numeral.dropped = rest?.dropped
      return nil
    }
    return value
  }

  /// 3千瓦, 5千米: 千 belongs to the unit.
  private func isMetricPrefix(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    return Self.metricUnits.contains(UTF8Bytes.scalar(bytes, offset).value)
  }
  private static let metricUnits = "瓦米克卡焦赫帕字伏".unicodeScalars.map(\.value)

  /// 万 or 亿 at the position.
  func bigUnit() -> (exponent: Int, length: Int)? {
    let (code, length) = scalar(position)
    if code == NumeralScalar.wan { return (4, length) }
    return code == NumeralScalar.yi ? (8, length) : nil
  }
}
