import ChineseText
import Foundation

/// Interest of private lending up to its cap (民间借贷规定, 法释〔2020〕17号, art. 24–26, 31; 民法典 art. 561).
struct LendingInterest {
  private let inputs: CalculationInputs
  private let rates: LoanPrimeRates
  /// From this day four times the LPR is the cap.
  private static let newRule = CalendarDate(year: 2020, month: 8, day: 20)
  /// From this day 法释〔2015〕18号 was in force.
  private static let oldRule = CalendarDate(year: 2015, month: 9, day: 1)
  private static let licensed = ["小额贷款公司", "融资担保公司", "区域性股权市场", "典当行", "融资租赁公司", "商业保理公司", "地方资产管理公司"]

  init(_ inputs: CalculationInputs, _ rates: LoanPrimeRates) {
    self.inputs = inputs
    self.rates = rates
  }

  /// A stretch of time with its cap; the last day does not bear interest.
  private struct Stretch {
    let from: CalendarDate
    let to: CalendarDate
    let cap: Decimal
    let step: String
  }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    if let lender = inputs["出借人"], Self.licensed.contains(lender) {
      throw Refusal("出借人是经批准设立的金融机构，不适用民间借贷规定（适用范围批复第1条）")
    }
    let amount = try inputs.amount("本金", missing: "本金")
    let agreed = try inputs.text("约定", missing: "约定的利率")
    if try settleWithoutRate(agreed, &sheet) { return }
    let formed = try inputs.date("成立", missing: "合同成立日")
    let start = try inputs.date("起算", missing: "起算日")
    let end = try inputs.date("止", missing: "计算的截止日")
    guard start < end else { throw Refusal("起算日不早于计算的截止日") }
    guard let rate = try inputs.rate("约定") else { throw Refusal("缺少约定的利率") }
    let regime = try regime(formed)
    let principal = try lent(amount, &sheet)
    if let conversion = rate.conversion { sheet.step(conversion) }
    let stretches = try stretches(regime, formed, start, end)
    for repayment in try repayments() where repayment.day < start || repayment.day > end {
      throw Refusal("还款日\(repayment.day.iso)不在起算日和截止日之间")
    }
    try accrue(principal, rate, stretches, &sheet)
  }

  /// 没有约定 and 约定不明 between natural persons: no interest (art. 24).
  private func settleWithoutRate(_ agreed: String, _ sheet: inout Worksheet) throws(Refusal) -> Bool {
    switch agreed {
    case "无": sheet.step("没有约定利息，视为没有利息（民间借贷规定第24条第1款）")
    case "不明":
      guard inputs["双方"] == "自然人" else {
        throw Refusal("约定不明，由法院结合交易方式、习惯和利率确定（民间借贷规定第24条第2款）")
      }
      sheet.step("自然人之间约定不明，视为没有利息（民间借贷规定第24条第2款）")
    default: return false
    }
    sheet.result("利息", 0)
    return true
  }

  /// Which caps are in force (art. 25, 31).
  private enum Regime {
    /// The contract is younger than the change.
    case new
    /// The case was accepted before the change.
    case old
    /// The contract is older than the change, the case was filed on this day and accepted after it.
    case changing(newRule: CalendarDate, filed: CalendarDate)
  }

  private func regime(_ formed: CalendarDate) throws(Refusal) -> Regime {
    guard let newRule = Self.newRule, formed < newRule else { return .new }
    guard try inputs.date("受理", missing: "受理日") >= newRule else { return .old }
    return .changing(newRule: newRule, filed: try inputs.date("起诉", missing: "起诉日"))
  }

  /// The amount really lent (art. 26).
  private func lent(_ amount: Decimal, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    guard let kept = try inputs.amount("预扣"), kept > 0 else { return amount }
    guard kept < amount else { throw Refusal("预扣利息不小于本金") }
    sheet.step(
      "本金：\(Amount.plain(amount))－\(Amount.plain(kept))＝\(Amount.plain(amount - kept))元（预扣利息，以实际出借的为本金，民间借贷规定第26条）"
    )
    return amount - kept
  }

  // MARK: Caps

  private func stretches(
    _ regime: Regime, _ formed: CalendarDate, _ start: CalendarDate, _ end: CalendarDate
  ) throws(Refusal) -> [Stretch] {
    switch regime {
    case .new: return [try formation(formed, start, end)]
    case .old:
      return [try old(formed, start, end, "上限：2020-08-20以前受理，上限24%（法释〔2015〕18号第26条，民间借贷规定第31条第1款反面）")]
    case .changing(let newRule, let filed): return try changing(formed, start, end, newRule, filed)
    }
  }

  /// Up to the change the cap of old, if asked for, else that of the formation; from it on that of the filing.
  private func changing(
    _ formed: CalendarDate, _ start: CalendarDate, _ end: CalendarDate, _ newRule: CalendarDate,
    _ filed: CalendarDate
  ) throws(Refusal) -> [Stretch] {
    guard let rate = rates.rate(on: filed) else { throw Refusal("缺少起诉时（\(filed.iso)）的一年期LPR") }
    let later = Stretch(
      from: max(start, newRule), to: end, cap: rate.cap,
      step: "上限：2020-08-20起，起诉时（\(filed.iso)）一年期LPR \(rate.text)，四倍为\(Amount.plain(rate.cap))%（民间借贷规定第31条第2款）"
    )
    guard start < newRule else { return [later] }
    let before = min(newRule, end)
    let earlier: Stretch
    if inputs["请求原标准"] == "是" {
      earlier = try old(
        formed, start, before, "上限：2020-08-19以前，依当事人请求适用当时的解释，上限24%（法释〔2015〕18号第26条，民间借贷规定第31条第2款）")
    } else {
      guard rates.rate(on: formed) != nil else {
        throw Refusal("合同成立时还没有一年期LPR；须由当事人请求适用当时的解释（民间借贷规定第31条第2款）")
      }
      earlier = try formation(formed, start, before)
    }
    return end > newRule ? [earlier, later] : [earlier]
  }

  private func formation(_ formed: CalendarDate, _ start: CalendarDate, _ end: CalendarDate) throws(Refusal)
    -> Stretch
  {
    guard let rate = rates.rate(on: formed) else { throw Refusal("缺少合同成立时（\(formed.iso)）的一年期LPR") }
    return Stretch(from: start, to: end, cap: rate.cap, step: "上限：\(rate.described)（合同成立时，民间借贷规定第25条）")
  }

  private func old(
    _ formed: CalendarDate, _ start: CalendarDate, _ end: CalendarDate, _ step: String
  ) throws(Refusal) -> Stretch {
    guard let oldRule = Self.oldRule, formed >= oldRule else {
      throw Refusal("合同成立于2015-09-01以前，没有当时利率标准的参数")
    }
    return Stretch(from: start, to: end, cap: 24, step: step)
  }

  // MARK: Interest

  private func accrue(
    _ principal: Decimal, _ rate: YearlyRate, _ stretches: [Stretch], _ sheet: inout Worksheet
  ) throws(Refusal) {
    var account = Account(principal: principal)
    var repayments = try repayments()[...]
    for stretch in stretches {
      sheet.step(stretch.step)
      let percent = min(rate.percent, stretch.cap)
      sheet.step(
        rate.percent > stretch.cap
          ? "适用利率：约定\(rate.text)超过上限，取\(Amount.plain(percent))%" : "适用利率：约定\(rate.text)不超过上限，取\(rate.text)")
      var day = stretch.from
      while let next = repayments.first, next.day <= stretch.to {
        repayments = repayments.dropFirst()
        account.accrue(percent, day, next.day, &sheet)
        account.repay(next.amount, on: next.day, &sheet)
        day = next.day
      }
      account.accrue(percent, day, stretch.to, &sheet)
    }
    account.close(&sheet, hasRepayments: inputs["还款"] != nil)
  }

  /// 2022-09-01：30000、2022-12-01：5000, in order of days.
  private func repayments() throws(Refusal) -> [(day: CalendarDate, amount: Decimal)] {
    var found: [(day: CalendarDate, amount: Decimal)] = []
    for part in (inputs["还款"] ?? "").split(separator: "、") {
      let pair = part.split(separator: "：")
      guard pair.count == 2, let day = CalendarDate(iso: String(pair[0])),
        let amount = Amount.read(String(pair[1]))
      else {
        throw Refusal("“还款”应当写成 2022-09-01：30000、2022-12-01：5000，现在是“\(part)”")
      }
      found.append((day, amount))
    }
    return found.sorted { $0.day < $1.day }
  }

  /// What is owed, day by day.
  private struct Account {
    var principal: Decimal
    /// Interest not yet paid.
    var owed: Decimal = 0
    /// The interest of each stretch.
    var parts: [Decimal] = []

    init(principal: Decimal) { self.principal = principal }

    mutating func accrue(
      _ percent: Decimal, _ from: CalendarDate, _ to: CalendarDate, _ sheet: inout Worksheet
    ) {
      let days = to.dayNumber - from.dayNumber
      guard days > 0, principal > 0 else { return }
      let amount = sheet.interest("利息", principal, percent, days, "（\(from.iso)至\(to.iso)）")
      owed += amount
      parts.append(amount)
    }

    /// Interest first, then principal (民法典 art. 561).
    mutating func repay(_ amount: Decimal, on day: CalendarDate, _ sheet: inout Worksheet) {
      let interest = min(owed, amount)
      let rest = min(amount - interest, principal)
      owed -= interest
      principal -= rest
      parts = []
      sheet.step(
        "\(day.iso)还款\(Amount.plain(amount))元：先抵利息\(Amount.fixed(interest))元，再抵本金\(Amount.fixed(rest))元，剩余本金\(Amount.fixed(principal))元（民法典第561条）"
      )
    }

    func close(_ sheet: inout Worksheet, hasRepayments: Bool) {
      if parts.count > 1 {
        sheet.step(
          "合计：\(parts.map(Amount.fixed).joined(separator: "＋"))＝\(Amount.fixed(parts.reduce(0, +)))元")
      }
      if hasRepayments { sheet.result("剩余本金", principal) }
      sheet.result("利息", owed)
    }
  }
}
