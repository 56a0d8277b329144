import ChineseText
import Foundation

/// The second wage while there is no written contract, at most eleven months (劳动合同法 art. 82; 实施条例 art. 6, 7).
struct LaborDoubleWage {
  private let inputs: CalculationInputs
  /// From the second month to the end of the first year.
  private static let mostMonths = 11
  private static let paidDays = Decimal(string: "21.75") ?? 0

  init(_ inputs: CalculationInputs) { self.inputs = inputs }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let hired = try inputs.date("入职", missing: "入职日")
    let wage = try inputs.amount("月工资", missing: "月工资")
    let (end, label) = try end(hired)
    let begin = hired.adding(months: 1)
    sheet.step("起：\(begin.iso)，用工满一个月的次日（劳动合同法实施条例第6条）")
    guard end >= begin else {
      sheet.step("止：\(end.iso)（\(label)），早于起算日")
      return sheet.result("二倍工资差额", 0)
    }
    let limit = hired.adding(months: 12).adding(days: -1)
    let last = min(end, limit)
    sheet.step(
      end > limit
        ? "止：\(last.iso)，满一年的前一日（劳动合同法实施条例第7条）" : "止：\(last.iso)，\(label)（劳动合同法实施条例第6条）")
    try pay(wage, begin, last.adding(days: 1), &sheet)
  }

  /// The last day: before a contract was signed after all, else that of the claim.
  private func end(_ hired: CalendarDate) throws(Refusal) -> (CalendarDate, String) {
    if let signed = try inputs.date("签订") { return (signed.adding(days: -1), "补订书面合同的前一日") }
    return (try inputs.date("截止", missing: "书面合同签订日或者未签合同的截止日（离职日或起诉日）"), "截止日")
  }

  private func pay(
    _ wage: Decimal, _ begin: CalendarDate, _ after: CalendarDate, _ sheet: inout Worksheet
  ) throws(Refusal) {
    var months = 0
    while months < Self.mostMonths, begin.adding(months: months + 1) <= after { months += 1 }
    let whole = Amount.rounded(wage * Decimal(months))
    sheet.step("整月：\(months)个月×\(Amount.plain(wage))＝\(Amount.fixed(whole))元（劳动合同法第82条，差额一倍，最多十一个月）")
    guard begin.adding(months: months) < after else { return sheet.result("二倍工资差额", whole) }
    let days = try inputs.amount("余日工作日", missing: "不满一个月部分的实际工作日数（劳动争议解释（二）第6条）")
    let part = Amount.rounded(wage * days / Self.paidDays)
    sheet.step(
      "不满一个月：\(Amount.plain(wage))÷21.75×\(Amount.plain(days))个工作日＝\(Amount.fixed(part))元（劳动争议解释（二）第6条）")
    sheet.step("合计：\(Amount.fixed(whole))＋\(Amount.fixed(part))＝\(Amount.fixed(whole + part))元")
    sheet.result("二倍工资差额", whole + part)
  }
}
