import ChineseText
import Foundation

/// Who pays what after a traffic accident: compulsory insurance within its limits, commercial insurance, the person liable
/// (民法典 art. 1213; 道路交通安全法 art. 76; 道路交通事故解释 art. 13, 16; 交强险条例 art. 23).
struct TrafficOrder {
  private let inputs: CalculationInputs

  init(_ inputs: CalculationInputs) { self.inputs = inputs }

  /// What was lost, and how much of it lies within the limits.
  private struct Losses {
    var medical: Decimal = 0
    var injury: Decimal = 0
    var mental: Decimal = 0
    var property: Decimal = 0
  }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let day = try inputs.date("事故日", missing: "事故日")
    guard let ratio = try inputs.percent("责任比例") else { throw Refusal("缺少责任比例（道路交通安全法第76条）") }
    guard ratio <= 100 else { throw Refusal("“责任比例”不能超过 100%") }
    let insured = try inputs.text("交强险", missing: "是否投保交强险")
    guard let limits = CompulsoryLimits.on(day, atFault: inputs["机动车一方"] != "无责") else {
      throw Refusal("2008-02-01以前的交强险限额没有参数")
    }
    sheet.step(limits.described(day))
    let losses = Losses(
      medical: try inputs.amount("医疗类") ?? 0, injury: try inputs.amount("伤残类") ?? 0,
      mental: try inputs.amount("精神损害") ?? 0, property: try inputs.amount("财产类") ?? 0)
    let within = within(losses, limits, &sheet)
    let compulsory = within.medical + within.injury + within.mental + within.property
    let sum = [within.medical, within.injury + within.mental, within.property].map(Amount.plain).joined(
      separator: "＋")
    let isInsured = insured != "无"
    sheet.step(
      isInsured
        ? "交强险：\(sum)＝\(Amount.fixed(compulsory))元（民法典第1213条）"
        : "没有投保交强险，由投保义务人在限额内赔偿：\(sum)＝\(Amount.fixed(compulsory))元（道路交通事故解释第16条）")
    try share(losses, within, ratio, compulsory, isInsured, &sheet)
  }

  // MARK: Within the limits

  private func within(_ losses: Losses, _ limits: CompulsoryLimits, _ sheet: inout Worksheet) -> Losses {
    var within = Losses()
    within.medical = min(losses.medical, limits.medical)
    within.property = min(losses.property, limits.property)
    let isFirst = inputs["精神优先"] != "否"
    if isFirst {
      within.mental = min(losses.mental, limits.injury)
      within.injury = min(losses.injury, limits.injury - within.mental)
    } else {
      within.injury = min(losses.injury, limits.injury)
      within.mental = min(losses.mental, limits.injury - within.injury)
    }
    sheet.step("医疗类：\(Amount.plain(losses.medical))元，限额内\(Amount.plain(within.medical))元")
    sheet.step(injuryStep(losses, within, isFirst))
    sheet.step("财产类：\(Amount.plain(losses.property))元，限额内\(Amount.plain(within.property))元")
    return within
  }

  private func injuryStep(_ losses: Losses, _ within: Losses, _ isFirst: Bool) -> String {
    guard losses.mental > 0 else {
      return "伤残类：\(Amount.plain(losses.injury))元，限额内\(Amount.plain(within.injury))元"
    }
    let reason = isFirst ? "被侵权人请求优先赔偿，道路交通事故解释第13条第2款" : "没有请求优先赔偿"
    return "伤残类：\(Amount.plain(losses.injury))元、精神损害\(Amount.plain(losses.mental))元，"
      + "限额内\(Amount.plain(within.injury + within.mental))元，其中精神损害\(Amount.plain(within.mental))元（\(reason)）"
  }

  // MARK: What is left

  private func share(
    _ losses: Losses, _ within: Losses, _ ratio: Decimal, _ compulsory: Decimal, _ isInsured: Bool,
    _ sheet: inout Worksheet
  ) throws(Refusal) {
    let excess =
      losses.medical - within.medical + losses.injury - within.injury + losses.property - within.property
    let liable = portion("超出部分", excess, ratio, "（道路交通安全法第76条）", &sheet)
    let mental =
      losses.mental > within.mental
      ? portion("超出的精神损害", losses.mental - within.mental, ratio, "", &sheet) : 0
    let commercial = try commercial(liable, &sheet)
    let fee = try fee(ratio, &sheet)
    let due = liable - commercial + mental + fee
    sheet.step("侵权人：\(Amount.fixed(due))元（民法典第1213条）")
    try settle(compulsory, commercial, due, isInsured, &sheet)
  }

  private func portion(
    _ name: String, _ amount: Decimal, _ ratio: Decimal, _ law: String, _ sheet: inout Worksheet
  ) -> Decimal {
    let share = Amount.rounded(amount * ratio / 100)
    sheet.step("\(name)：\(Amount.fixed(amount))×\(Amount.plain(ratio))%＝\(Amount.fixed(share))元\(law)")
    return share
  }

  private func commercial(_ liable: Decimal, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    guard let limit = try inputs.amount("商业险限额") else { return 0 }
    var covered = liable
    if let excluded = try inputs.amount("免赔金额") {
      sheet.step("商业险不赔的部分：\(Amount.plain(excluded))元（按保险合同，须已尽提示说明义务）")
      covered = max(covered - excluded, 0)
    }
    let paid = min(covered, limit)
    sheet.step("商业三者险：限额\(Amount.plain(limit))元，赔\(Amount.fixed(paid))元（民法典第1213条）")
    return paid
  }

  private func fee(_ ratio: Decimal, _ sheet: inout Worksheet) throws(Refusal) -> Decimal {
    guard let fee = try inputs.amount("鉴定费") else { return 0 }
    let share = Amount.rounded(fee * ratio / 100)
    sheet.step("鉴定费：\(Amount.plain(fee))×\(Amount.plain(ratio))%＝\(Amount.fixed(share))元，由侵权人负担")
    return share
  }

  /// Takes off what has been paid already.
  private func settle(
    _ compulsory: Decimal, _ commercial: Decimal, _ due: Decimal, _ isInsured: Bool, _ sheet: inout Worksheet
  ) throws(Refusal) {
    var (compulsory, due) = (compulsory, due)
    if let paid = try inputs.amount("保险公司已付") {
      compulsory = max(compulsory - paid, 0)
      sheet.step("交强险保险公司已付\(Amount.plain(paid))元，还应付\(Amount.fixed(compulsory))元")
    }
    var back: Decimal?
    if let advanced = try inputs.amount("被告垫付") {
      if advanced > due {
        back = advanced - due
        sheet.step(
          "侵权人已垫付\(Amount.plain(advanced))元，超过应负担的\(Amount.fixed(due))元，多付的\(Amount.fixed(advanced - due))元从保险赔款中返还"
        )
        due = 0
      } else {
        due -= advanced
        sheet.step("侵权人已垫付\(Amount.plain(advanced))元，还应付\(Amount.fixed(due))元")
      }
    }
    sheet.result(isInsured ? "交强险保险公司" : "投保义务人", compulsory)
    sheet.result("商业险保险公司", commercial)
    sheet.result("侵权人", due)
    if let back { sheet.result("返还侵权人", back) }
  }
}
