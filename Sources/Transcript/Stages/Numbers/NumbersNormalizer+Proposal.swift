import ChineseText
import TextCore

/// What is proposed: figures that neither touch other figures nor change a value.
extension NumbersNormalizer {
  /// Proposes `text` for `start..<stop`; returns `stop`.
  ///
  /// Digits that would touch other digits are kept apart by a space, or left alone where the other digits were there.
  /// An edit that would change a value is dropped: a wrong number is worse than an untidy one.
  @discardableResult
  mutating func propose(
    _ rule: String, _ start: Int, _ stop: Int, _ text: String, confidence: Double = 1
  ) -> Int {
    var replacement = Array(text.utf8)
    guard let first = replacement.first, let last = replacement.last, !mayGoOn(stop) else { return stop }
    if first &- 0x30 < 10, touchesNumber(start) {
      if bytes[start] >= 0x80 || lastEditEnd == start { replacement.insert(0x20, at: 0) }
    }
    if last &- 0x30 < 10, !canEndBefore(stop) { return stop }
    if replacement.elementsEqual(bytes[start..<stop]) { return stop }
    guard NumberInvariance.holds(rule, Array(bytes[start..<stop]), replacement) else { return stop }
    edits.append(Edit(rule, Span(start, stop), replacement, confidence: confidence))
    return stop
  }

  /// True when the output just before `offset` ends in a digit or a unit, so that more digits would change its value.
  private func touchesNumber(_ offset: Int) -> Bool {
    if lastEditEnd == offset, let last = edits.last?.replacement {
      // 三点 | 十五个人 is no quarter past three.
      if offset == piece.lowerBound, last.suffix(3).elementsEqual("时".utf8) { return true }
      return endsInNumber(last, last.count)
    }
    return offset > range.lowerBound && endsInNumber(bytes, offset)
  }

  private func endsInNumber(_ text: [UInt8], _ offset: Int) -> Bool {
    if text[offset - 1] < 0x80 {
      return text[offset - 1] &- 0x30 < 10 || text[offset - 1] == UInt8(ascii: ".")
    }
    guard offset >= 3 else { return false }
    let code = NumeralScalar.code(text, offset - 3, offset).code
    return code >= NumeralScalar.hundred && code <= NumeralScalar.yi
  }

  /// Figures before more digits or before a unit would be read as another number; 千瓦 and the like are no units.
  private func canEndBefore(_ stop: Int) -> Bool {
    guard stop < range.upperBound else { return true }
    if bytes[stop] &- 0x30 < 10 { return false }
    let code = NumeralScalar.code(bytes, stop, range.upperBound).code
    if starts(stop + 3, "分之") || isPercent(stop) { return true }
    if code == NumeralScalar.thousand { return NumberWords.measures.prefix(bytes, stop, end) > 0 }
    return code < NumeralScalar.hundred || code > NumeralScalar.yi
  }

  /// 一百二 | 十块, 三万 | 5000: what follows the joint may belong to the number before it; neither is certain.
  private func mayGoOn(_ stop: Int) -> Bool {
    guard stop == end, stop < range.upperBound, stop >= range.lowerBound + 3, bytes[stop - 3] >= 0xE0 else {
      return false
    }
    let last = NumeralScalar.code(bytes, stop - 3, stop).code
    if bytes[stop] &- 0x30 < 10 { return last != NumeralScalar.none }
    return isDigitOrUnit(last)
      && NumeralScalar.isUnit(NumeralScalar.code(bytes, stop, range.upperBound).code) && !isPercent(stop)
  }

  /// The other side of `mayGoOn`: 十 or more right after a joint that has a number before it.
  func mayGoOn(from start: Int) -> Bool {
    guard start == piece.lowerBound, start >= range.lowerBound + 3 else { return false }
    return NumeralScalar.code(bytes, start, end).code == NumeralScalar.ten
      && isDigitOrUnit(NumeralScalar.code(bytes, start - 3, start).code)
  }

  private func isDigitOrUnit(_ code: UInt8) -> Bool {
    NumeralScalar.digit(code) != nil || NumeralScalar.isUnit(code)
  }

  private func isPercent(_ offset: Int) -> Bool { Self.percents.prefix(bytes, offset, range.upperBound) > 0 }
  private static let percents = WordList("百分之 千分之")
}
