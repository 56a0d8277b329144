import Foundation

/// Items of the damage of a traffic accident (人身损害赔偿解释, 2022, art. 6–17).
struct TrafficItems {
  private let inputs: CalculationInputs
  /// Items that are so many days at so much, with their article.
  private static let daily = ["住院伙食补助费": "第10条", "营养费": "第11条", "护理费": "第8条", "误工费": "第7条"]

  init(_ inputs: CalculationInputs) { self.inputs = inputs }

  func run(_ sheet: inout Worksheet) throws(Refusal) {
    let item = try inputs.text("项目", missing: "项目")
    if let article = Self.daily[item] { return try days(item, article, &sheet) }
    switch item {
    case "医疗费": try receipts(&sheet)
    case "残疾赔偿金": try disability(&sheet)
    case "死亡赔偿金": try death(&sheet)
    case "丧葬费": try funeral(&sheet)
    case "被扶养人生活费": try dependant(&sheet)
    default: throw Refusal("没有“\(item)”这个项目的算法")
    }
  }

  private func receipts(_ sheet: inout Worksheet) throws(Refusal) {
    let texts = try inputs.text("票据", missing: "票据").split(separator: "、").map(String.init)
    let amounts = texts.compactMap(Amount.read)
    guard amounts.count == texts.count else { throw Refusal("“票据”应当是用顿号隔开的金额") }
    let sum = amounts.reduce(0, +)
    let list = amounts.map(Amount.plain).joined(separator: "＋")
    sheet.step("医疗费：\(list)＝\(Amount.fixed(sum))元（人身损害赔偿解释第6条）")
    sheet.result("医疗费", sum)
  }

  private func days(_ item: String, _ article: String, _ sheet: inout Worksheet) throws(Refusal) {
    let days = try inputs.amount("天数", missing: "天数")
    let daily = try inputs.amount("日标准", missing: "日标准")
    let people = try inputs.amount("人数")
    let amount = daily * days * (people ?? 1)
    let times = people.map { "×\(Amount.plain($0))人" } ?? ""
    sheet.step(
      "\(item)：\(Amount.plain(daily))×\(Amount.plain(days))天\(times)＝\(Amount.fixed(amount))元（人身损害赔偿解释\(article)）"
    )
    sheet.result(item, amount)
  }

  private func disability(_ sheet: inout Worksheet) throws(Refusal) {
    let age = try age("年龄")
    let income = try inputs.amount("收入标准", missing: "收入标准")
    guard let share = try inputs.percent("系数") else { throw Refusal("缺少系数") }
    let years = years(age, "第12条", &sheet)
    let amount = income * Decimal(years) * share / 100
    sheet.step("残疾赔偿金：\(Amount.plain(income))×\(years)年×\(Amount.plain(share))%＝\(Amount.fixed(amount))元")
    sheet.result("残疾赔偿金", amount)
  }

  private func death(_ sheet: inout Worksheet) throws(Refusal) {
    let age = try age("年龄")
    let income = try inputs.amount("收入标准", missing: "收入标准")
    let years = years(age, "第15条", &sheet)
    let amount = income * Decimal(years)
    sheet.step("死亡赔偿金：\(Amount.plain(income))×\(years)年＝\(Amount.fixed(amount))元")
    sheet.result("死亡赔偿金", amount)
  }

  private func funeral(_ sheet: inout Worksheet) throws(Refusal) {
    let wage = try inputs.amount("月平均工资", missing: "月平均工资")
    sheet.step("丧葬费：\(Amount.plain(wage))×6个月＝\(Amount.fixed(wage * 6))元（人身损害赔偿解释第14条）")
    sheet.result("丧葬费", wage * 6)
  }

  private func dependant(_ sheet: inout Worksheet) throws(Refusal) {
    let age = try age("被扶养人年龄")
    let spending = try inputs.amount("消费支出标准", missing: "消费支出标准")
    let supporters = try inputs.amount("扶养人数", missing: "扶养人数")
    guard supporters > 0 else { throw Refusal("“扶养人数”不能是零") }
    let share = try inputs.percent("系数") ?? 100
    var years = 18 - age
    if age < 18 {
      sheet.step("年限：\(age)岁，计算至十八周岁，\(years)年（人身损害赔偿解释第17条）")
    } else {
      years = self.years(age, "第17条", &sheet)
    }
    let amount = spending * Decimal(years) * share / 100 / supporters
    sheet.step(
      "被扶养人生活费：\(Amount.plain(spending))×\(years)年÷\(Amount.plain(supporters))人×\(Amount.plain(share))%＝\(Amount.fixed(amount))元（计入残疾赔偿金，人身损害赔偿解释第16条）"
    )
    sheet.result("被扶养人生活费", amount)
  }

  /// Twenty years; from sixty one less for every year, from seventy-five five.
  private func years(_ age: Int, _ article: String, _ sheet: inout Worksheet) -> Int {
    let law = "（人身损害赔偿解释\(article)）"
    if age >= 75 {
      sheet.step("年限：\(age)岁，七十五周岁以上，五年\(law)")
      return 5
    }
    if age >= 60 {
      let years = 20 - (age - 60)
      sheet.step("年限：\(age)岁，二十年减\(age - 60)年，\(years)年\(law)")
      return years
    }
    sheet.step("年限：\(age)岁，不满六十周岁，二十年\(law)")
    return 20
  }

  private func age(_ name: String) throws(Refusal) -> Int {
    let text = try inputs.text(name, missing: name)
    guard let age = Int(text), (0...150).contains(age) else { throw Refusal("“\(name)”应当是周岁，现在是“\(text)”") }
    return age
  }
}
