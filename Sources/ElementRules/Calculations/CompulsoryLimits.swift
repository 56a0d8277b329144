import ChineseText
import Foundation

/// Limits of the compulsory motor insurance by the day of the accident (交强险条例 art. 23 and the notices under it).
struct CompulsoryLimits {
  let injury: Decimal
  let medical: Decimal
  let property: Decimal
  private let atFault: Bool
  private let span: String

  /// The limits on a day; nil before they are known.
  static func on(_ day: CalendarDate, atFault: Bool) -> CompulsoryLimits? {
    if let current = CalendarDate(year: 2020, month: 9, day: 19), day >= current {
      return CompulsoryLimits(
        atFault ? [180_000, 18_000, 2_000] : [18_000, 1_800, 100], atFault, "2020-09-19起")
    }
    guard let first = CalendarDate(year: 2008, month: 2, day: 1), day >= first else { return nil }
    return CompulsoryLimits(
      atFault ? [110_000, 10_000, 2_000] : [11_000, 1_000, 100], atFault, "2008-02-01起至2020-09-18")
  }

  private init(_ limits: [Decimal], _ atFault: Bool, _ span: String) {
    (injury, medical, property) = (limits[0], limits[1], limits[2])
    self.atFault = atFault
    self.span = span
  }

  func described(_ day: CalendarDate) -> String {
    "限额：事故发生于\(day.iso)，\(atFault ? "有责" : "无责")，伤残\(Amount.plain(injury))、医疗\(Amount.plain(medical))、财产\(Amount.plain(property))元（交强险条例第23条，\(span)）"
  }
}
