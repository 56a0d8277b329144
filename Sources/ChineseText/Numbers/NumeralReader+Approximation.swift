/// Numbers that are no exact number: 几十, 七八千, 三五, 一百二三十.
extension NumeralReader {
  /// An approximate number takes everything that is numeral with it.
  mutating func readApproximation() {
    numeral.approximate = true
    while true {
      let (code, length) = scalar(position)
      guard code != NumeralScalar.none, code != NumeralScalar.point, length == 3 else { return }
      position += length
    }
  }

  /// A digit string with 两, before a unit or 几, or a pair (七八, 三五) that more numeral follows.
  func isApproximate(_ run: Run, before next: UInt8) -> Bool {
    if run.hasLiang || NumeralScalar.isUnit(next) || next == NumeralScalar.some { return true }
    guard run.count == 2, isPair(numeral.start) else { return false }
    return next != NumeralScalar.none && next != NumeralScalar.point
  }

  /// Two digits after a unit: 十七八 and 一百二三十 are approximate, 十三五 is a plan.
  func isApproximatePair(_ section: Section, _ digit: Int) -> Bool {
    if isPair(position) { return true }
    guard let second = NumeralScalar.digit(scalar(position + 3).code) else { return false }
    guard !NumeralScalar.isUnit(scalar(position + 6).code) else { return false }
    let room = section.room(at: position)
    if room == 1, section.value == 10, second == 5 { return true }
    return second == 0 && digit > 0 && room > 1 && !section.hasZero
  }

  /// Neighbouring digits, or 三五: 七八 一两 三五.
  private func isPair(_ offset: Int) -> Bool {
    let (a, length) = scalar(offset)
    let b = scalar(offset + length).code
    guard let first = NumeralScalar.digit(a), let second = NumeralScalar.digit(b), first > 0 else {
      return false
    }
    return second == first + 1 || (first == 3 && second == 5)
  }
}
