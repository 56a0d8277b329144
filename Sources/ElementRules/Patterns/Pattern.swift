/// A pattern as a lawyer writes it, parsed: plain Chinese with few marks.
///
/// | written | means |
/// |---|---|
/// | `借款` | these words |
/// | `(借|贷)` | one of these |
/// | `[人民币]` | may be there |
/// | `…` or `…20` | at most 8 (or 20) characters of anything |
/// | `<出借>` | one word of the class |
/// | `{金额}` | a typed value, read by ChineseText |
public indirect enum Pattern: Hashable, Sendable {
  /// Words as they stand.
  case literal([UInt8])
  /// All parts, one after the other.
  case sequence([Pattern])
  /// One of these; the first that leads to a match is taken.
  case alternatives([Pattern])
  /// The part or nothing; the part is preferred.
  case optional(Pattern)
  /// Up to so many scalars of anything, the fewest first.
  case gap(Int)
  /// A typed value.
  case slot(SlotKind)

  /// Scalars a gap may span when no number follows it.
  public static let defaultGap = 8
  /// The longest gap that can be written; more is a mistake or an attack.
  public static let longestGap = 60
}

/// The types of value a pattern can ask for.
public enum SlotKind: String, Hashable, Sendable, CaseIterable {
  /// An amount of money.
  case money = "金额"
  /// A day, a month or a year.
  case date = "日期"
  /// A length of time.
  case period = "期限"
  /// A rate of interest or damages.
  case rate = "利率"
  /// A share of a whole.
  case percent = "比例"
  /// A count or a measure without unit.
  case number = "数"
  /// A natural person or an organisation.
  case party = "人"
  /// A case number.
  case caseNumber = "案号"
  /// A clock time.
  case time = "时刻"
  /// The shortest text up to the next mark.
  case text = "文"
}
