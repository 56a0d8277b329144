import TextCore

/// A rate of interest or of a penalty, as the values of fact sheets write it.
public struct Rate: Hashable, Sendable, CustomStringConvertible {
  /// What the percentage is for.
  public enum Per: String, Sendable, CaseIterable {
    /// A year.
    case year = "年"
    /// A month.
    case month = "月"
    /// A day.
    case day = "日"
  }

  /// A percentage for a span of time, or a multiple of the LPR.
  public enum Kind: Hashable, Sendable {
    /// So many percent per year, month or day.
    case percent(ExactNumber, Per)
    /// So many times the loan prime rate (LPR).
    case lpr(ExactNumber)
  }

  /// Which rate.
  public let kind: Kind

  /// Makes a rate.
  public init(_ kind: Kind) { self.kind = kind }

  /// `15%/年`, `1.5%/月`, `0.05%/日`, `1.5×LPR`.
  public var description: String {
    switch kind {
    case .percent(let value, let per): "\(value)%/\(per.rawValue)"
    case .lpr(let times): "\(times)×LPR"
    }
  }

  /// Reads a rate at `offset`: 年利率15%, 月息二分, 月利率1.5%, 日万分之五, 每日千分之一, LPR的四倍, 一年期LPR四倍, 15%/年.
  ///
  /// 分 and 厘 of monthly interest are 1 % and 0.1 %, of yearly interest (年息一分) 10 % and 1 %; 两分利 counts by the
  /// month, as lenders do. A percentage without a span of time is not read: `PercentReader` does that.
  public static func read(_ bytes: [UInt8], at offset: Int, end: Int? = nil) -> Reading<Rate>? {
    var cursor = NumberCursor(bytes, offset, end)
    if let times = multiple(&cursor) { return Reading(Rate(.lpr(times)), end: cursor.offset) }
    cursor = NumberCursor(bytes, offset, end)
    guard let per = span(&cursor) else { return withSpanAfter(NumberCursor(bytes, offset, end)) }
    for _ in 0..<2 { cursor.take("按照", "按", "为", "是", "百分比", "：", ":", "算", "约定为", "的") }
    cursor.skipSpaces()
    if let percent = PercentReader.percent(&cursor) {
      return Reading(Rate(.percent(percent, per)), end: cursor.offset)
    }
    guard let shares = shares(&cursor), let percent = shares.shifted(per == .year ? 1 : 0) else { return nil }
    return per == .day ? nil : Reading(Rate(.percent(percent, per)), end: cursor.offset)
  }

  /// A whole text as one rate; nil when something is left over.
  public static func value(of text: String) -> Rate? {
    let bytes = Array(text.utf8)
    guard let reading = read(bytes, at: 0), reading.end == bytes.count else { return nil }
    return reading.value
  }

  private static func span(_ cursor: inout NumberCursor) -> Per? {
    if cursor.take("年化利率", "年利率", "年化", "年利息", "年利", "年息", "每年", "一年", "年") { return .year }
    if cursor.take("月利率", "月利息", "月利", "月息", "每个月", "每月", "一个月", "月") { return .month }
    if cursor.take("日利率", "日息", "每日", "每天", "一天", "逐日", "日") { return .day }
    return nil
  }

  /// 15%/年, 两分利, 二分月息.
  private static func withSpanAfter(_ start: NumberCursor) -> Reading<Rate>? {
    var cursor = start
    if let percent = PercentReader.percent(&cursor) {
      guard
        cursor.take("/", "每", "的") || cursor.has("年利") || cursor.has("月利") || cursor.has("年息")
          || cursor.has("月息"),
        let per = span(&cursor)
      else { return nil }
      return Reading(Rate(.percent(percent, per)), end: cursor.offset)
    }
    cursor = start
    guard let shares = shares(&cursor) else { return nil }
    cursor.take("的")
    if cursor.take("年利", "年息"), let percent = shares.shifted(1) {
      return Reading(Rate(.percent(percent, .year)), end: cursor.offset)
    }
    guard cursor.take("利息", "月利", "月息", "利") else { return nil }
    return Reading(Rate(.percent(shares, .month)), end: cursor.offset)
  }

  /// 二分, 一分五, 一分五厘, 八厘: in 分.
  private static func shares(_ cursor: inout NumberCursor) -> ExactNumber? {
    guard let numeral = cursor.number(), let value = numeral.value, numeral.count <= 4 else { return nil }
    if cursor.take("厘") { return value.shifted(-1) }
    guard cursor.take("分"), !cursor.has("之") else { return nil }
    let before = cursor
    if let last = cursor.integer(1...9),
      NumeralScalar.code(cursor.bytes, cursor.offset, cursor.end).code == NumeralScalar.none,
      let part = ExactNumber(mantissa: last, scale: 1)
    {
      cursor.take("厘")
      return value.adding(part)
    }
    cursor = before
    return value
  }

  /// LPR的四倍, 四倍LPR, 1.5×LPR, 一年期贷款市场报价利率的4倍.
  private static func multiple(_ cursor: inout NumberCursor) -> ExactNumber? {
    let start = cursor
    cursor.take("同期", "合同成立时", "起诉时")
    cursor.take("一年期", "1年期", "五年期")
    if lprName(&cursor) {
      cursor.take("的")
      if let times = cursor.number()?.value, cursor.take("倍") { return times }
      return nil
    }
    cursor = start
    guard let times = cursor.number()?.value else { return nil }
    if cursor.take("×", "x") { return lprName(&cursor) ? times : nil }
    guard cursor.take("倍") else { return nil }
    cursor.take("的")
    cursor.take("一年期", "1年期")
    return lprName(&cursor) ? times : nil
  }

  private static func lprName(_ cursor: inout NumberCursor) -> Bool {
    cursor.take("LPR", "lpr", "Lpr", "贷款市场报价利率", "全国银行间同业拆借中心公布的贷款市场报价利率")
  }
}
