import TextCore

/// The grammar behind `Numeral.read`: digit strings, or sections below 万 joined by 万 and 亿, then decimals.
///
/// The state is shared; each idea of the grammar has its own file.
struct NumeralReader {
  let bytes: [UInt8]
  let end: Int
  var position: Int
  var numeral: Numeral

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
    position = start
    numeral = Numeral(start: start, end: start, form: .positional, value: nil, count: 0)
  }

  /// True for what a number can begin with.
  static func canBegin(_ code: UInt8) -> Bool {
    code != NumeralScalar.none
      && (NumeralScalar.digit(code) != nil || code == NumeralScalar.ten || isScore(code))
  }

  /// The longest number at the start, where one can begin; nil when none does.
  mutating func read(decimals: Bool) -> Numeral? {
    let (first, length) = scalar(position)
    if length == 1 { numeral.form = .arabic }
    let run = digitRun(position)
    if run.count >= 2 || first == NumeralScalar.yao || run.ascii && isGroup(at: run.end) {
      readRun(run, decimals)
    } else {
      readPositional()
      if decimals, numeral.dropped == nil { readDecimals() }
    }
    return finish()
  }

  private func finish() -> Numeral? {
    guard position > numeral.start else { return nil }
    var result = numeral
    result.end = position
    if result.approximate { result.value = nil }
    return result
  }

  private mutating func readPositional() {
    guard let section = readSection(limit: 4, first: true) else { return }
    numeral.value = ExactNumber(section.value)
    if section.dropped != nil || numeral.approximate {
      numeral.dropped = section.dropped
    } else {
      readUnits(after: section.value)
    }
  }

  // MARK: Small tools

  /// Code and bytes of the scalar at `offset`.
  func scalar(_ offset: Int) -> (code: UInt8, length: Int) { NumeralScalar.code(bytes, offset, end) }

  /// Takes one scalar of the number.
  mutating func take(_ length: Int) {
    position += length
    numeral.count += 1
  }

  /// 万 亿
  static func isBigUnit(_ code: UInt8) -> Bool { code == NumeralScalar.wan || code == NumeralScalar.yi }

  /// 廿 卅
  static func isScore(_ code: UInt8) -> Bool {
    code == NumeralScalar.twenty || code == NumeralScalar.thirty
  }

  /// 3万5%, 3万5:30: the last figure is no part of the number.
  func isFigureOfItsOwn(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    return ".:%".utf8.contains(bytes[offset]) || UTF8Bytes.scalar(bytes, offset).value == 0x2030
  }
}
