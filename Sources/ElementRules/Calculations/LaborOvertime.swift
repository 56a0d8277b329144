import Foundation

/// Overtime pay (劳动法 art. 44; 21.75 paid days a month: 劳社部发〔2008〕3号).
struct LaborOvertime {
  private let inputs: CalculationInputs
  private static let paidDays = Decimal(string: "21.75") ?? 0

  init(_ inputs: CalculationInputs) { self.inputs = inputs }

  /// One kind of overtime.
  private struct Kind {
    let name: String
    let percent: Decimal
    let article: String
    /// Input names of hours and of days.
    let hours: String
    let days: String
  }

  private static let kinds = [
    Kind(name: "工作日延时", percent: 150, article: "第1项", hours: "延时小时", days: ""),
    Kind(name: "休息日", percent: 200, article: "第2项", hours: "休息日小时", days: "休息日天"),
    Kind(name: "法定休假日", percent: 300, article: "第3项", hours: "法定节日小时", days: "法定节日天"),
  ]

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let wage = try inputs.amount("月工资", missing: "加班工资计算基数")
    guard Self.kinds.contains(where: { inputs[$0.hours] != nil || inputs[$0.days] != nil }) else {
      throw Refusal("缺少加班时间")
    }
    let day = wage / Self.paidDays
    sheet.step(
      "日工资：\(Amount.plain(wage))÷21.75＝\(Amount.fixed(day))元，小时工资：÷8＝\(Amount.fixed(day / 8))元（劳社部发〔2008〕3号）")
    var parts: [Decimal] = []
    for kind in Self.kinds {
      if let hours = try inputs.amount(kind.hours) {
        parts.append(try pay(kind, wage, hours, "小时", 8, &sheet))
      }
      if let days = try inputs.amount(kind.days) { parts.append(try pay(kind, wage, days, "天", 1, &sheet)) }
    }
    try conclude(parts.reduce(0, +), isSum: parts.count > 1, &sheet)
  }

  private func pay(
    _ kind: Kind, _ wage: Decimal, _ time: Decimal, _ unit: String, _ perDay: Decimal,
    _ sheet: inout Worksheet
  ) throws(Refusal) -> Decimal {
    var time = time
    if kind.name == "休息日", let rested = try inputs.amount("补休" + unit) {
      let left = max(time - rested, 0)
      sheet.step(
        "休息日：\(Amount.plain(time))\(unit)中已补休\(Amount.plain(rested))\(unit)，计\(Amount.plain(left))\(unit)（劳动法第44条第2项）"
      )
      time = left
    }
    let amount = Amount.rounded(wage * kind.percent / 100 * time / Self.paidDays / perDay)
    let hourly = perDay == 1 ? "" : "÷8"
    sheet.step(
      "\(kind.name)：\(Amount.plain(wage))÷21.75\(hourly)×\(Amount.plain(kind.percent))%×\(Amount.plain(time))\(unit)＝\(Amount.fixed(amount))元（劳动法第44条\(kind.article)）"
    )
    return amount
  }

  private func conclude(_ sum: Decimal, isSum: Bool, _ sheet: inout Worksheet) throws(Refusal) {
    let paid = try inputs.amount("已付")
    let due = max(sum - (paid ?? 0), 0)
    if let paid {
      sheet.step("合计：\(Amount.fixed(sum))元，减已付\(Amount.plain(paid))元＝\(Amount.fixed(due))元")
    } else if isSum || inputs["补休天"] != nil || inputs["补休小时"] != nil {
      sheet.step("合计：\(Amount.fixed(sum))元")
    }
    sheet.result("加班费", due)
  }
}
