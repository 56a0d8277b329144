import ChineseText
import Foundation

/// 经济补偿 (N), 赔偿金 (2N) and 代通知金 (劳动合同法 art. 40, 47, 87, 97; 实施条例 art. 20, 25, 27).
struct LaborCompensation {
  private let inputs: CalculationInputs
  /// The 劳动合同法 came into force.
  private static let start = CalendarDate(year: 2008, month: 1, day: 1)
  /// Years that somebody can have worked.
  private static let longest = 80
  /// Above three times the average wage at most so many months.
  private static let mostMonths = Decimal(12)

  init(_ inputs: CalculationInputs) { self.inputs = inputs }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let kind = try inputs.text("性质", missing: "性质（经济补偿、赔偿金、代通知金）")
    guard ["经济补偿", "赔偿金", "代通知金"].contains(kind) else {
      throw Refusal("“性质”应当是经济补偿、赔偿金或者代通知金，现在是“\(kind)”")
    }
    let hired = try inputs.date("入职", missing: "入职日")
    let left = try inputs.date("离职", missing: "离职日")
    let wage = try inputs.amount("月工资", missing: "离职前十二个月的月平均工资")
    let average = try inputs.amount("上年度职工月平均工资", missing: "当地上年度职工月平均工资，无法判断是否超过三倍（劳动合同法第47条第2款）")
    guard left >= hired else { throw Refusal("离职日早于入职日") }
    guard left.year - hired.year <= Self.longest else { throw Refusal("入职日到离职日超过\(Self.longest)年，请核对日期") }
    let months = months(from: begin(hired, kind, &sheet), to: left, &sheet)
    let amount = try compensation(wage, average, months, &sheet)
    try conclude(kind, amount, &sheet)
  }

  private func begin(_ hired: CalendarDate, _ kind: String, _ sheet: inout Worksheet) -> CalendarDate {
    guard let start = Self.start, hired < start else { return hired }
    if kind == "赔偿金" {
      sheet.step("起算：用工之日\(hired.iso)（劳动合同法实施条例第25条）")
      return hired
    }
    sheet.step("起算：2008-01-01（劳动合同法第97条第3款；以前的年限按当时的规定，不在本计算内）")
    return start
  }

  /// One month of wage for a year, for six months and more too; half for less (art. 47(1)).
  private func months(from begin: CalendarDate, to left: CalendarDate, _ sheet: inout Worksheet) -> Decimal {
    let after = left.adding(days: 1)
    var years = 0
    while years <= Self.longest, begin.adding(months: 12 * (years + 1)) <= after { years += 1 }
    let rest = begin.adding(months: 12 * years)
    let (months, words): (Decimal, String) =
      if rest >= after {
        (Decimal(years), "没有余数")
      } else if begin.adding(months: 12 * years + 6) <= after {
        (Decimal(years + 1), "余下的六个月以上，按一年")
      } else {
        (Decimal(years) + Decimal(5) / 10, "余下的不满六个月，按半年")
      }
    sheet.step(
      "年限：\(begin.iso)至\(left.iso)，满\(years)年，\(words)，计\(Amount.plain(months))个月（劳动合同法第47条第1款）")
    return months
  }

  private func compensation(
    _ wage: Decimal, _ average: Decimal, _ months: Decimal, _ sheet: inout Worksheet
  ) throws(Refusal) -> Decimal {
    var (wage, months) = (wage, months)
    let most = average * 3
    if wage > most {
      sheet.step(
        "月工资：\(Amount.plain(wage))元高于职工月平均工资三倍\(Amount.plain(average))×3＝\(Amount.plain(most))元，按\(Amount.plain(most))元（劳动合同法第47条第2款）"
      )
      wage = most
      if months > Self.mostMonths {
        sheet.step("年限：\(Amount.plain(months))超过十二年，按12个月（劳动合同法第47条第2款）")
        months = Self.mostMonths
      }
    } else if let least = try inputs.amount("最低工资"), wage < least {
      sheet.step("月工资：\(Amount.plain(wage))元低于当地最低工资，按\(Amount.plain(least))元（劳动合同法实施条例第27条）")
      wage = least
    }
    let amount = Amount.rounded(wage * months)
    sheet.step("经济补偿：\(Amount.plain(wage))×\(Amount.plain(months))＝\(Amount.fixed(amount))元")
    return amount
  }

  private func conclude(_ kind: String, _ amount: Decimal, _ sheet: inout Worksheet) throws(Refusal) {
    switch kind {
    case "赔偿金":
      sheet.step("赔偿金：\(Amount.fixed(amount))×2＝\(Amount.fixed(amount * 2))元（劳动合同法第87条）")
      sheet.result("赔偿金", amount * 2)
    case "代通知金":
      let month = try inputs.amount("上月工资", missing: "上一个月工资（劳动合同法实施条例第20条）")
      sheet.step("代通知金：上一个月工资\(Amount.fixed(month))元（劳动合同法第40条，实施条例第20条）")
      sheet.step("合计：\(Amount.fixed(amount))＋\(Amount.fixed(month))＝\(Amount.fixed(amount + month))元")
      sheet.result("经济补偿", amount)
      sheet.result("代通知金", month)
      sheet.result("合计", amount + month)
    default: sheet.result("经济补偿", amount)
    }
  }
}
