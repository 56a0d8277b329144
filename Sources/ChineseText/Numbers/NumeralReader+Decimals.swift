/// 点 and the digits after it, or a point between ASCII digits; then 万 or 亿.
extension NumeralReader {
  /// Takes decimals where they follow a whole number.
  mutating func readDecimals() {
    guard let whole = numeral.value?.integer, !numeral.approximate, let run = decimalRun() else { return }
    guard numeral.bigUnit == nil, run.count <= 18, let fraction = number(run.start, run.end)?.mantissa,
      let shifted = ExactNumber.times(whole, run.count),
      shifted.addingReportingOverflow(fraction).overflow == false
    else { return }
    numeral.point = position
    numeral.count += run.count + 1
    position = run.end
    numeral.value = ExactNumber(mantissa: shifted + fraction, scale: run.count)
    numeral.head = numeral.value
    readUnitsAfterDecimals()
  }

  /// 十二点五万
  private mutating func readUnitsAfterDecimals() {
    let start = position
    while let unit = bigUnit(), let value = numeral.value?.shifted(unit.exponent) {
      take(unit.length)
      numeral.value = value
      numeral.bigUnit = start
    }
  }

  private func decimalRun() -> (start: Int, end: Int, count: Int)? {
    let (code, length) = scalar(position)
    let isPoint = code == NumeralScalar.point
    guard isPoint || position < end && bytes[position] == UInt8(ascii: ".") && numeral.form == .arabic else {
      return nil
    }
    let start = position + length
    var run = digitRun(start)
    guard run.count > 0, !run.hasLiang, isPoint || run.ascii else { return nil }
    if isPoint, run.ascii, isFigureOfItsOwn(run.end) { return nil }
    let next = scalar(run.end).code
    if NumeralScalar.exponent(next) > 0 || next == NumeralScalar.some {
      // 点三十 is a clock time; 点五六百 gives its last digit back.
      if run.count < 2 { return nil }
      run.count -= 1
      run.end -= run.ascii ? 1 : 3
    }
    return (start, run.end, run.count)
  }
}
