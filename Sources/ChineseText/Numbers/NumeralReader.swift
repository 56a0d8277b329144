import TextCore

/// The grammar behind `Numeral.read`: sections below 万, joined by 万 and 亿.
struct NumeralReader {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var numeral: Numeral

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
    position = start
    numeral = Numeral(start: start, end: start, form: .positional, value: nil, count: 0)
  }

  mutating func read(decimals: Bool) -> Numeral? {
    let (first, length) = NumeralScalar.code(bytes, position, end)
    guard NumeralScalar.digit(first) != nil || first == NumeralScalar.ten || isScore(first) else {
      return nil
    }
    if length == 1 { numeral.form = .arabic }
    let run = digitRun(position)
    if run.count >= 2 || first == NumeralScalar.yao { return readRun(run, decimals) }
    readPositional()
    if decimals, numeral.dropped == nil { readDecimals() }
    return finish()
  }

  private func finish() -> Numeral? {
    guard position > numeral.start else { return nil }
    var result = numeral
    result.end = position
    if result.approximate { result.value = nil }
    return result
  }

  // MARK: Digit strings

  private struct Run {
    var count = 0
    var end = 0
    var ascii = true
    var hasLiang = false
  }

  /// Digits one after the other; a Chinese run and an ASCII run do not mix.
  private func digitRun(_ start: Int) -> Run {
    var run = Run(end: start)
    while true {
      let (code, length) = NumeralScalar.code(bytes, run.end, end)
      guard NumeralScalar.digit(code) != nil else { return run }
      if run.count == 0 { run.ascii = length == 1 } else if run.ascii != (length == 1) { return run }
      if code == NumeralScalar.liang { run.hasLiang = true }
      run.count += 1
      run.end += length
    }
  }

  private mutating func readRun(_ run: Run, _ decimals: Bool) -> Numeral? {
    numeral.count = run.count
    numeral.form = run.ascii ? .arabic : .digits
    position = run.end
    let (next, _) = NumeralScalar.code(bytes, position, end)
    if run.ascii {
      numeral.value = number(numeral.start, run.end)
      readGroups()
      if next == NumeralScalar.wan || next == NumeralScalar.yi || NumeralScalar.exponent(next) > 1 {
        guard let value = numeral.value?.integer else { return finish() }
        readUnits(after: value)
        return finish()
      }
      if decimals { readDecimals() }
      return finish()
    }
    numeral.value = run.hasLiang ? nil : number(numeral.start, run.end)
    if run.hasLiang || isUnit(next) || next == NumeralScalar.some || isOrderedPair(run) {
      numeral.approximate =
        numeral.approximate || run.hasLiang || next != NumeralScalar.none && next != NumeralScalar.point
      if numeral.approximate { skipNumerals() } else if decimals { readDecimals() }
      return finish()
    }
    if decimals { readDecimals() }
    return finish()
  }

  /// 12,300 in ASCII.
  private mutating func readGroups() {
    guard numeral.count <= 3 else { return }
    var text = Array(bytes[numeral.start..<position])
    while position + 3 < end, bytes[position] == UInt8(ascii: ",") {
      let group = bytes[(position + 1)..<(position + 4)]
      guard group.allSatisfy({ $0 &- 0x30 < 10 }) else { break }
      if position + 4 < end, bytes[position + 4] &- 0x30 < 10 { break }
      text += group
      position += 4
    }
    if text.count > numeral.count, let value = Int(String(decoding: text, as: UTF8.self)) {
      numeral.value = ExactNumber(value)
      numeral.count = text.count
    }
  }

  private func isUnit(_ code: UInt8) -> Bool { code >= NumeralScalar.ten && code <= NumeralScalar.yi }
  private func isScore(_ code: UInt8) -> Bool { code == NumeralScalar.twenty || code == NumeralScalar.thirty }

  private func isOrderedPair(_ run: Run) -> Bool { run.count == 2 && isPair(numeral.start) }

  /// Neighbouring digits, or 三五: 七八 一两 三五.
  private func isPair(_ offset: Int) -> Bool {
    let (a, length) = NumeralScalar.code(bytes, offset, end)
    let (b, _) = NumeralScalar.code(bytes, offset + length, end)
    guard let first = NumeralScalar.digit(a), let second = NumeralScalar.digit(b), first > 0 else {
      return false
    }
    return second == first + 1 || (first == 3 && second == 5)
  }

  /// An approximate number takes everything that is numeral with it.
  private mutating func skipNumerals() {
    while true {
      let (code, length) = NumeralScalar.code(bytes, position, end)
      guard code != NumeralScalar.none, code != NumeralScalar.point, length == 3 else { return }
      position += length
    }
  }

  private func number(_ from: Int, _ to: Int) -> ExactNumber? {
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

  // MARK: Positional numbers

  private mutating func readPositional() {
    let section = readSection(limit: 4, first: true)
    guard let section else { return }
    numeral.value = ExactNumber(section.value)
    if section.dropped != nil || numeral.approximate {
      numeral.dropped = section.dropped
      return
    }
    readUnits(after: section.value)
  }

  /// 万 and 亿 and what follows them.
  private mutating func readUnits(after firstSection: Int) {
    var total = 0
    var section = firstSection
    var limit = Int.max
    let (direct, directLength) = NumeralScalar.code(bytes, position, end)
    let small = NumeralScalar.exponent(direct)
    if small > 1, numeral.form == .arabic, firstSection < 10, !isMetricPrefix(position + directLength) {
      guard let product = ExactNumber.times(section, small) else { return }
      position += directLength
      numeral.count += 1
      section = product
      if let rest = readSection(limit: small, first: false) {
        section += rest.value
        if rest.dropped != nil {
          numeral.value = ExactNumber(section)
          numeral.dropped = rest.dropped
          return
        }
      }
      numeral.value = ExactNumber(section)
    }
    numeral.head = ExactNumber(section)
    while let unit = bigUnit(), unit.exponent < limit || limit == 4 && unit.exponent == 8 {
      // 三万亿: the second unit multiplies all that came before.
      let base = limit == 4 ? total : section
      guard let product = ExactNumber.times(base, unit.exponent) else { return }
      let (sum, overflow) = limit == 4 ? (product, false) : total.addingReportingOverflow(product)
      if overflow { return }
      if numeral.bigUnit == nil, total == 0 {
        numeral.bigUnit = position
      } else if limit != 4 {
        numeral.bigUnit = nil
      }
      total = sum
      position += unit.length
      numeral.count += 1
      limit = limit == 4 ? 12 : unit.exponent
      numeral.value = ExactNumber(total)
      section = 0
      guard let rest = readSection(limit: limit, first: false) else { continue }
      numeral.bigUnit = nil
      let (value, carry) = total.addingReportingOverflow(rest.value)
      if carry || numeral.approximate { return }
      numeral.dropped = rest.dropped
      if rest.dropped == nil, let next = bigUnit(), next.exponent < limit {
        section = rest.value
        continue
      }
      numeral.value = ExactNumber(value)
      return
    }
  }

  /// 3千瓦, 5千米: 千 belongs to the unit.
  private func isMetricPrefix(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    return Self.metricUnits.contains(UTF8Bytes.scalar(bytes, offset).value)
  }
  private static let metricUnits = "瓦米克卡焦赫帕字伏".unicodeScalars.map(\.value)

  private func bigUnit() -> (exponent: Int, length: Int)? {
    let (code, length) = NumeralScalar.code(bytes, position, end)
    if code == NumeralScalar.wan { return (4, length) }
    return code == NumeralScalar.yi ? (8, length) : nil
  }

  private struct Section {
    var value = 0
    var dropped: Int?
  }

  /// A number below 10^limit with falling units; nil (and nothing taken) when there is none.
  ///
  /// `limit` is the power of ten that the last unit had; after a big unit, a lone digit is a dropped unit (三万五).
  private mutating func readSection(limit: Int, first: Bool) -> Section? {
    var section = Section()
    let start = position
    let startCount = numeral.count
    var last = min(limit, 4)
    var zero = false
    loop: while true {
      let (code, length) = NumeralScalar.code(bytes, position, end)
      let (next, nextLength) = NumeralScalar.code(bytes, position + length, end)
      switch code {
      case 1 where position > numeral.start && length == 3:
        guard NumeralScalar.digit(next) ?? 0 > 0 || next == NumeralScalar.ten, !zero else { break loop }
        zero = true
        take(length)
      case NumeralScalar.ten where last > 1 && length == 3:
        section.value += 10
        last = 1
        zero = false
        take(length)
      case NumeralScalar.twenty where last > 1, NumeralScalar.thirty where last > 1:
        section.value += code == NumeralScalar.twenty ? 20 : 30
        last = 1
        zero = false
        take(length)
      case NumeralScalar.some where position > numeral.start:
        numeral.approximate = true
        skipNumerals()
        break loop
      default:
        guard let digit = NumeralScalar.digit(code), code != NumeralScalar.yao else { break loop }
        if length == 1 {
          guard let taken = readASCII(limit: limit, last: last, first: position == start && !zero) else {
            break loop
          }
          section.value += taken.value
          section.dropped = taken.dropped
          if taken.ends { break loop }
          last = taken.last
          continue
        }
        let exponent = NumeralScalar.exponent(next)
        if exponent > 0, digit == 0 {
          numeral.approximate = true
          skipNumerals()
          break loop
        }
        if exponent > 0, exponent < last {
          section.value += ExactNumber.times(digit, exponent) ?? 0
          last = exponent
          zero = false
          take(length)
          take(nextLength)
        } else if exponent > 0 || isScore(next) {
          // The unit does not fit: the digit begins another number, but 十一十二 is 十一 and 十二.
          if last == 1, digit == 1 || section.value == 10, next == NumeralScalar.ten {
            addOnes(&section, digit, length)
          }
          break loop
        } else if (next == NumeralScalar.wan || next == NumeralScalar.yi) && !first
          && !canTakeBigUnit(next, limit)
        {
          if position == start, digit > 0, isPerhaps(position + length) {
            section.dropped = position
            section.value += ExactNumber.times(digit, limit - 1) ?? 0
            take(length)
          }
          break loop
        } else if NumeralScalar.digit(next) != nil, position > numeral.start, nextLength == 3 {
          readPair(&section, digit, length, position == start && !first ? limit : last, zero)
          break loop
        } else if next == NumeralScalar.some {
          numeral.approximate = true
          skipNumerals()
          break loop
        } else {
          let power = (position == start && !first ? limit : last) - 1
          if power >= 1, !zero, position > numeral.start, next != NumeralScalar.wan, next != NumeralScalar.yi
          {
            section.dropped = position
            section.value += ExactNumber.times(digit, power) ?? 0
            take(length)
          } else {
            addOnes(&section, digit, length)
          }
          break loop
        }
      }
    }
    if zero, endsWithZero(start) { position -= 3; numeral.count -= 1 }
    if position == start { numeral.count = startCount; return nil }
    return section
  }

  /// 一亿三万: the digit before 万 belongs to this number when 万 is below the unit that came before.
  private func canTakeBigUnit(_ code: UInt8, _ limit: Int) -> Bool {
    limit > (code == NumeralScalar.wan ? 4 : 8)
  }

  /// 万一 and no more of a number: after 三万五 it is the word "in case".
  private func isPerhaps(_ offset: Int) -> Bool {
    guard NumeralScalar.code(bytes, offset, end).code == NumeralScalar.wan, end >= offset + 6 else {
      return false
    }
    return NumeralScalar.code(bytes, offset + 3, end).code == 2
      && NumeralScalar.code(bytes, offset + 6, end).code == NumeralScalar.none
  }

  private func endsWithZero(_ start: Int) -> Bool {
    position - 3 >= start && NumeralScalar.code(bytes, position - 3, end).code == 1
  }

  private mutating func addOnes(_ section: inout Section, _ digit: Int, _ length: Int) {
    section.value += digit
    take(length)
  }

  /// Two digits after a unit: 十七八 and 一百二三十 are approximate, 十三五 is a plan; else the first digit is ones.
  private mutating func readPair(
    _ section: inout Section, _ digit: Int, _ length: Int, _ last: Int, _ zero: Bool
  ) {
    let second = NumeralScalar.digit(NumeralScalar.code(bytes, position + length, end).code) ?? 0
    let (after, _) = NumeralScalar.code(bytes, position + length + 3, end)
    let isPlan = last == 1 && section.value == 10 && second == 5 && !isUnit(after)
    if isPair(position) || isPlan || second == 0 && digit > 0 && !isUnit(after) && last > 1 && !zero {
      numeral.approximate = true
      skipNumerals()
    } else if last == 1 || zero {
      addOnes(&section, digit, length)
    } else if digit > 0 {
      // 七千五一直: the unit of 五 was dropped, and 一 begins a word.
      section.dropped = position
      section.value += ExactNumber.times(digit, last - 1) ?? 0
      take(length)
    }
  }

  private mutating func take(_ length: Int) {
    position += length
    numeral.count += 1
  }

  private struct Taken {
    var value: Int
    var dropped: Int?
    var last = 0
    var ends = true
  }

  /// ASCII digits inside a mixed number: one digit with or without unit, or four digits after 万.
  private mutating func readASCII(limit: Int, last: Int, first: Bool) -> Taken? {
    let run = digitRun(position)
    let start = position
    guard run.count <= 4, let value = number(start, run.end)?.integer else { return nil }
    let (next, length) = NumeralScalar.code(bytes, run.end, end)
    if position == numeral.start {
      position = run.end
      numeral.count = run.count
      return Taken(value: value)
    }
    if isFigureOfItsOwn(run.end) { return nil }
    if run.count == 1 {
      let exponent = NumeralScalar.exponent(next)
      if exponent > 0, exponent < last, length == 3 {
        position = run.end + length
        numeral.count += 2
        return Taken(value: ExactNumber.times(value, exponent) ?? 0, last: exponent, ends: false)
      }
      guard first, next == NumeralScalar.none, limit > 1 else { return nil }
      position = run.end
      numeral.count += 1
      return Taken(value: ExactNumber.times(value, limit - 1) ?? 0, dropped: start)
    }
    // 12万3500元 is one number, 3万2023年 is not.
    guard first, run.count == limit, limit == 4, isYuan(run.end) else { return nil }
    position = run.end
    numeral.count += run.count
    return Taken(value: value)
  }

  private func isYuan(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let scalar = UTF8Bytes.scalar(bytes, offset).value
    return scalar == 0x5143 || scalar == 0x5757  // 元 块
  }

  /// 3万5%, 3万5:30: the last figure is no part of the number.
  private func isFigureOfItsOwn(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    return ".:%".utf8.contains(bytes[offset]) || UTF8Bytes.scalar(bytes, offset).value == 0x2030
  }

  // MARK: Decimals

  /// 点 and the digits after it, or a point between ASCII digits; then 万 or 亿.
  private mutating func readDecimals() {
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
    let unitStart = position
    while let unit = bigUnit(), let value = numeral.value?.shifted(unit.exponent) {
      position += unit.length
      numeral.count += 1
      numeral.value = value
      numeral.bigUnit = unitStart
    }
  }

  private func decimalRun() -> (start: Int, end: Int, count: Int)? {
    let (code, length) = NumeralScalar.code(bytes, position, end)
    let isPoint = code == NumeralScalar.point
    guard isPoint || position < end && bytes[position] == UInt8(ascii: ".") && numeral.form == .arabic else {
      return nil
    }
    let start = position + length
    var run = digitRun(start)
    guard run.count > 0, !run.hasLiang, isPoint || run.ascii else { return nil }
    if isPoint, run.ascii, isFigureOfItsOwn(run.end) { return nil }
    let (next, _) = NumeralScalar.code(bytes, run.end, end)
    if NumeralScalar.exponent(next) > 0 || next == NumeralScalar.some {
      // 点三十 is a clock time; 点五六百 gives its last digit back.
      if run.count < 2 { return nil }
      run.count -= 1
      run.end -= run.ascii ? 1 : 3
    }
    return (start, run.end, run.count)
  }
}
