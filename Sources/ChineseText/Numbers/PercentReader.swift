import TextCore

/// Reads percentages and other shares: 百分之十五, 15%, 千分之三, 3‰, 万分之五, 七成, 三分之二, 三七开.
public enum PercentReader {
  /// The share that starts at `offset` in percent, exact; nil when none does or it has no exact decimals.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<ExactNumber>? {
    var cursor = NumberCursor(bytes, offset, end)
    if let value = percent(&cursor) { return Reading(value, end: cursor.offset) }
    cursor = NumberCursor(bytes, offset, end)
    guard let value = tenths(&cursor) ?? fraction(&cursor) else { return nil }
    return Reading(value, end: cursor.offset)
  }

  /// A whole text as a share, written `70%`; nil when something is left over.
  public static func value(of text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let reading = read(bytes, at: 0), reading.end == bytes.count else { return nil }
    return "\(reading.value)%"
  }

  /// The two sides of 三比七, 3:7 or 三七开 at `offset`.
  public static func ratio(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<Ratio>? {
    var cursor = NumberCursor(bytes, offset, end)
    if let pair = Numeral.read(bytes, at: offset, end: cursor.end, decimals: false), pair.count == 2,
      let digits = pair.digitString(bytes)
    {
      cursor.offset = pair.end
      if cursor.take("分成", "分担", "开", "分") {
        return Reading(
          Ratio(first: ExactNumber(Int(digits[0] - 0x30)), second: ExactNumber(Int(digits[1] - 0x30))),
          end: cursor.offset)
      }
    }
    cursor.offset = offset
    guard let first = cursor.number()?.value, cursor.take("比", ":", "：", "∶"),
      let second = cursor.number()?.value
    else {
      return nil
    }
    return Reading(Ratio(first: first, second: second), end: cursor.offset)
  }

  /// 百分之N, N%, 千分之N, N‰, 万分之N, in percent.
  static func percent(_ cursor: inout NumberCursor) -> ExactNumber? {
    let start = cursor
    for (word, shift) in [("百分之", 0), ("千分之", -1), ("万分之", -2)] as [(StaticString, Int)]
    where cursor.take(word) {
      if cursor.take("百") { return ExactNumber(100).shifted(shift) }
      guard let value = cursor.number()?.value else { break }
      return value.shifted(shift)
    }
    cursor = start
    if let value = cursor.number()?.value {
      if cursor.take("%", "％", "个百分点", "个点") { return value }
      if cursor.take("‰") { return value.shifted(-1) }
      if cursor.take("‱") { return value.shifted(-2) }
    }
    cursor = start
    return nil
  }

  /// 七成, 七成半.
  private static func tenths(_ cursor: inout NumberCursor) -> ExactNumber? {
    let start = cursor
    if let value = cursor.integer(1...10), cursor.take("成"), !cursor.has("立"), !cursor.has("为") {
      let half = cursor.take("半") ? 5 : 0
      return ExactNumber(value * 10 + half)
    }
    cursor = start
    return nil
  }

  /// 四分之三 → 75; thirds have no exact decimals and are not read.
  private static func fraction(_ cursor: inout NumberCursor) -> ExactNumber? {
    let start = cursor
    if let parts = cursor.integer(2...1000), cursor.take("分之"), let count = cursor.integer(1...1000) {
      for scale in 0...6 {
        guard let hundred = ExactNumber.times(count * 100, scale) else { break }
        if hundred % parts == 0 { return ExactNumber(mantissa: hundred / parts, scale: scale) }
      }
    }
    cursor = start
    return nil
  }
}
