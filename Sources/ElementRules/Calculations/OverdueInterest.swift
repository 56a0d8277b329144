import ChineseText
import Foundation

/// Interest by days after the due date: private lending (民间借贷规定 art. 28, 29), sale (买卖合同解释 art. 18(4)), judgments
/// (法释〔2014〕8号 art. 1).
struct OverdueInterest {
  private let inputs: CalculationInputs
  private let rates: LoanPrimeRates
  /// From this day the LPR takes the place of the benchmark rate of loans.
  private static let firstPrimeRate = CalendarDate(year: 2019, month: 8, day: 20)
  /// Percent a day on judgment debts.
  private static let judgmentRate = Decimal(string: "0.0175") ?? 0

  init(_ inputs: CalculationInputs, _ rates: LoanPrimeRates) {
    self.inputs = inputs
    self.rates = rates
  }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let kind = try inputs.text("类型", missing: "类型（借贷、买卖、判决）")
    let principal = try inputs.amount("本金", missing: "本金")
    let due = try inputs.date("到期", missing: "到期日")
    let end = try inputs.date("止", missing: "计算的截止日")
    let name = kind == "判决" ? "加倍部分债务利息" : "逾期利息"
    guard end > due else {
      sheet.step("逾期天数：\(end.iso)没有超过到期日\(due.iso)，0天")
      return sheet.result(name, 0)
    }
    let days = end.dayNumber - due.dayNumber
    switch kind {
    case "借贷":
      let percent = try lendingRate(due, &sheet)
      overdue(principal, percent, due, end, days, &sheet)
    case "买卖":
      let percent = try saleRate(due, &sheet)
      overdue(principal, percent, due, end, days, &sheet)
    case "判决": judgment(principal, due, end, days, &sheet)
    default: throw Refusal("“类型”应当是借贷、买卖或者判决，现在是“\(kind)”")
    }
  }

  private func overdue(
    _ principal: Decimal, _ percent: Decimal, _ due: CalendarDate, _ end: CalendarDate, _ days: Int,
    _ sheet: inout Worksheet
  ) {
    sheet.step("逾期天数：\(due.iso)的次日起至\(end.iso)，\(days)天")
    sheet.result("逾期利息", sheet.interest("逾期利息", principal, percent, days))
  }

  private func judgment(
    _ principal: Decimal, _ due: CalendarDate, _ end: CalendarDate, _ days: Int, _ sheet: inout Worksheet
  ) {
    sheet.step("迟延天数：\(due.iso)的次日起至\(end.iso)，\(days)天")
    let amount = Amount.rounded(principal * Self.judgmentRate / 100 * Decimal(days))
    sheet.step(
      "加倍部分债务利息：\(Amount.plain(principal))×\(Amount.plain(Self.judgmentRate))%×\(days)天＝\(Amount.fixed(amount))元（法释〔2014〕8号第1条，民事诉讼法第264条）"
    )
    sheet.result("加倍部分债务利息", amount)
  }

  // MARK: Private lending

  private func lendingRate(_ due: CalendarDate, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    let (overdue, penalty) = (try inputs.rate("逾期利率"), try inputs.rate("违约金"))
    if overdue == nil, penalty == nil {
      guard let term = try inputs.rate("借期利率") else { return try unagreed(due, &sheet) }
      let cap = try cap("第25条", &sheet)
      let percent = min(term.percent, cap)
      let over = term.percent > cap ? "，超过上限，取\(Amount.plain(cap))%" : ""
      sheet.step("适用利率：没有约定逾期利率，按借期内利率\(term.text)\(over)（民间借贷规定第28条第2款第2项）")
      return percent
    }
    let cap = try cap(penalty == nil ? "第28条" : "第29条", &sheet)
    let sum = (overdue?.percent ?? 0) + (penalty?.percent ?? 0)
    let what = overdue != nil && penalty != nil ? "逾期利率与违约金合计" : "约定"
    let over = sum > cap ? "超过上限" : "不超过上限"
    sheet.step("适用利率：\(what)\(Amount.plain(sum))%\(over)，取\(Amount.plain(min(sum, cap)))%")
    return min(sum, cap)
  }

  private func cap(_ article: String, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    let formed = try inputs.date("成立", missing: "合同成立日")
    guard let rate = rates.rate(on: formed) else { throw Refusal("合同成立时（\(formed.iso)）还没有一年期LPR") }
    sheet.step("上限：\(rate.described)（合同成立时，民间借贷规定\(article)）")
    return rate.cap
  }

  /// Neither rate agreed: the LPR of the first day overdue (art. 28(2) no. 1).
  private func unagreed(_ due: CalendarDate, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    let first = due.adding(days: 1)
    guard let rate = rates.rate(on: first) else { throw Refusal("逾期之日（\(first.iso)）还没有一年期LPR") }
    sheet.step(
      "适用利率：借期内和逾期都没有约定利率，按逾期之日（\(first.iso)）的一年期LPR \(rate.text)（\(rate.day.iso)公布，民间借贷规定第28条第2款第1项）")
    return rate.percent
  }

  // MARK: Sale

  private func saleRate(_ due: CalendarDate, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    if let penalty = try inputs.rate("违约金") {
      let yearly = penalty.written.hasSuffix("/年") ? "" : "，折合\(penalty.text)/年"
      sheet.step("适用标准：约定的违约金\(penalty.written)\(yearly)（民法典第585条；是否过高由法院依请求调整）")
      return penalty.percent
    }
    guard let added = try inputs.percent("加计") else {
      throw Refusal("缺少加计比例（30%至50%，由法院确定，买卖合同解释第18条第4款）")
    }
    guard (30...50).contains(added) else { throw Refusal("加计比例应在30%至50%之间（买卖合同解释第18条第4款）") }
    let breach = due.adding(days: 1)
    guard let first = Self.firstPrimeRate, breach >= first, let rate = rates.rate(on: breach) else {
      throw Refusal("违约发生在2019-08-20以前，按贷款基准利率和罚息标准计算，没有该参数（买卖合同解释第18条第4款）")
    }
    let percent = rate.percent * (100 + added) / 100
    sheet.step(
      "适用利率：违约时（\(breach.iso)）一年期LPR \(rate.text)（\(rate.day.iso)公布），加计\(Amount.plain(added))%，为\(Amount.plain(percent))%（买卖合同解释第18条第4款）"
    )
    return percent
  }
}
