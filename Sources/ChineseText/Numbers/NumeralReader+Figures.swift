import TextCore

/// ASCII digits inside a mixed number: 3千5百, 3万5, 12万3500元.
extension NumeralReader {
  /// Takes the digits at the position where they belong to the section; false when the section is over.
  mutating func readFigures(_ section: inout Section) -> Bool {
    let run = digitRun(position)
    guard run.count <= 4, let value = number(position, run.end)?.integer else { return false }
    if position == numeral.start {
      section.value += value
      takeFigures(run)
      return false
    }
    if isFigureOfItsOwn(run.end) { return false }
    let isFirst = position == section.start && !section.hasZero
    if run.count == 1 { return readFigure(&section, run, value, isFirst) }
    // 12万3500元 is one number, 3万2023年 is not.
    guard isFirst, run.count == section.limit, run.count == 4, isYuan(run.end) else { return false }
    section.value += value
    takeFigures(run)
    return false
  }

  /// One figure: with its unit, or the unit dropped at the end of the number.
  private mutating func readFigure(_ section: inout Section, _ run: Run, _ value: Int, _ isFirst: Bool)
    -> Bool
  {
    let next = scalar(run.end).code
    let exponent = NumeralScalar.exponent(next)
    if exponent > 0, exponent < section.last {
      section.add(value, exponent)
      section.last = exponent
      takeFigures(run)
      take(3)
      return true
    }
    guard isFirst, next == NumeralScalar.none, section.limit > 1 else { return false }
    section.dropped = position
    section.add(value, section.limit - 1)
    takeFigures(run)
    return false
  }

  private mutating func takeFigures(_ run: Run) {
    position = run.end
    numeral.count += run.count
  }

  private func isYuan(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let scalar = UTF8Bytes.scalar(bytes, offset).value
    return scalar == 0x5143 || scalar == 0x5757  // 元 块
  }
}
