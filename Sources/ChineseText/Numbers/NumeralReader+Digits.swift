import TextCore

/// Digits one after the other: 二零二三, 12300, 12,300.
extension NumeralReader {
  /// A stretch of digits; a Chinese run and an ASCII run do not mix.
  struct Run {
    var count = 0
    var end = 0
    var ascii = true
    var hasLiang = false
  }

  /// The digits from `start` on.
  func digitRun(_ start: Int) -> Run {
    var run = Run(end: start)
    while true {
      let (code, length) = scalar(run.end)
      guard NumeralScalar.digit(code) != nil else { return run }
      if run.count == 0 { run.ascii = length == 1 } else if run.ascii != (length == 1) { return run }
      if code == NumeralScalar.liang { run.hasLiang = true }
      run.count += 1
      run.end += length
    }
  }

  /// ASCII digits after which nothing stands that could belong to the number, as most are.
  static func plainFigures(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Numeral? {
    var (offset, value) = (start, 0)
    while offset < end, bytes[offset] &- 0x30 < 10, offset - start < mostFigures {
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset > start, NumeralScalar.code(bytes, offset, end).code == NumeralScalar.none,
      offset >= end || bytes[offset] != UInt8(ascii: ".") && bytes[offset] != UInt8(ascii: ",")
    else { return nil }
    return Numeral(
      start: start, end: offset, form: .arabic, value: ExactNumber(value), count: offset - start)
  }

  /// So many digits are a number that fits.
  private static let mostFigures = 18

  /// Takes a run, and what may follow a run of its kind.
  mutating func readRun(_ run: Run, _ decimals: Bool) {
    numeral.count = run.count
    numeral.form = run.ascii ? .arabic : .digits
    numeral.value = run.hasLiang ? nil : number(numeral.start, run.end)
    position = run.end
    let next = scalar(position).code
    if run.ascii {
      readGroups()
      if Self.isBigUnit(next) || NumeralScalar.exponent(next) > 1 {
        if let value = numeral.value?.integer { readUnits(after: value) }
        return
      }
    } else if isApproximate(run, before: next) {
      return readApproximation()
    }
    if decimals { readDecimals() }
  }

  /// True for a comma and three digits: ,300 of 1,300.
  func isGroup(at offset: Int) -> Bool {
    guard offset + 3 < end, bytes[offset] == UInt8(ascii: ",") else { return false }
    let isLong = offset + 4 < end && bytes[offset + 4] &- 0x30 < 10
    return !isLong && bytes[(offset + 1)..<(offset + 4)].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// 12,300 in ASCII.
  private mutating func readGroups() {
    guard numeral.count <= 3, isGroup(at: position) else { return }
    var text = Array(bytes[numeral.start..<position])
    while isGroup(at: position) {
      text += bytes[(position + 1)..<(position + 4)]
      position += 4
    }
    if text.count > numeral.count, let value = Int(String(decoding: text, as: UTF8.self)) {
      numeral.value = ExactNumber(value)
      numeral.count = text.count
    }
  }

  /// The digits between two offsets as one whole number; nil when it does not fit.
  func number(_ from: Int, _ to: Int) -> ExactNumber? {
    var value = 0
    var offset = from
    while offset < to {
      let (code, length) = NumeralScalar.code(bytes, offset, to)
      guard let digit = NumeralScalar.digit(code) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
      offset += length
    }
    return ExactNumber(value)
  }
}
