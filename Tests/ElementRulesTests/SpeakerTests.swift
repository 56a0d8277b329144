import Testing
import TextCore

@testable import ElementRules

/// Who speaks of what: names of parties, whose claims the court recites, whom it asks, for whom an interpreter speaks.
@Suite struct SpeakerTests {
  private func names(_ hearing: String) -> [String: String] {
    HearingReader.read(SourceText(hearing)).parties.names
  }

  private func facts(_ hearing: String) throws -> [String] { try SmallHearing.facts(hearing) }

  /// What follows a name, and names that hold common characters.
  @Test(arguments: [
    ("书记员：被告一付强负主要责任。\n被告一：好。", "被告一", "付强"),
    ("书记员：被告一佘振邦刚才来电话。\n被告一：好。", "被告一", "佘振邦"),
    ("审判员：被告钱金全，本人到庭。\n被告：好。", "被告", "钱金全"),
    ("审判员：原告师广田，被告逯春来，都到了。\n被告：好。", "被告", "逯春来"),
    ("审判员：被告，孔建朋本人在不在？\n被告：在。", "被告", "孔建朋"),
    ("审判员：被告一詹水旺，被告二詹水旺的岳父揭天保，都在。\n被告一：在。\n被告二：在。", "被告二", "揭天保"),
    ("审判员：王双全，你说。\n被告：我不认。", "被告", "王双全"),
    ("审判员：沈国樑，答辩。\n被告：我不认。", "被告", "沈国樑"),
    ("审判员：被告身份。\n被告：俺叫党建业。", "被告", "党建业"),
    ("审判员：身份。\n被告：我是他妹夫蒋学忠，我自己来的。", "被告", "蒋学忠"),
    ("审判员：答辩。\n被告二代理人：被告二快点出行科技有限公司，我是法务。", "被告二", "快点出行科技有限公司"),
    ("审判长：身份。\n上诉人代理人：上诉人云栈数智科技有限公司，委托代理人褚嘉豪。", "上诉人", "云栈数智科技有限公司"),
    ("审判员：被告四临沂河物流园有限公司没有到庭。\n被告一：我来了。", "被告四", "临沂河物流园有限公司"),
    ("审判员：被告一邬子谦，你先说。\n被告一：好。", "被告一", "邬子谦"),
    ("审判员：原告才让卓玛，被告扎西多吉，都到了。\n被告：好。", "被告", "扎西多吉"),
    ("审判员：原告阿不都热合曼申请使用本民族语言。\n原告：是。", "原告", "阿不都热合曼"),
    ("审判员：被告是谁？\n被告：是我，田志明，开货车的。", "被告", "田志明"),
    ("审判员：条子是你写的？\n被告：不是。\n审判员：看清楚。\n被告：我叫公茂田，不是这个茂字。", "被告", "公茂田"),
    ("审判员：今天审的是江东农商银行诉陶广财、季存喜金融借款一案。\n被告一：好。\n被告二：好。", "被告二", "季存喜"),
    ("审判长：上诉人青山置业有限公司，被上诉人陶立新物业服务合同纠纷一案。\n被上诉人：好。", "被上诉人", "陶立新"),
    ("审判员：原告是用人单位，宏泰灯饰公司；被告是劳动者，谭晓雯。\n原告代理人：好。\n被告：好。", "被告", "谭晓雯"),
    ("审判员：反诉原告锐途五金制品有限公司，下面叫被告。\n被告：好。", "被告", "锐途五金制品有限公司"),
  ])
  func named(_ hearing: String, _ label: String, _ name: String) {
    #expect(names(hearing)[label] == name, "\(hearing)")
  }

  /// Words that follow a label and name nobody.
  @Test(arguments: [
    "审判员：原告方有没有可能免掉？\n原告：没有。", "审判员：原告方提交证据。\n原告：好。", "审判员：原告方申请了鉴定。\n原告：是。",
    "审判员：原告开串串店，是吧？\n原告：是。", "审判员：业主告物业，少见。\n原告：是。", "审判员：原告有没有再联系过公司？\n原告：没有。",
    "审判员：原告，利息怎么算？\n原告代理人：自2024年1月1日起按全国银行间同业拆借中心公布的利率计算。", "审判员：原告商铺在哪？\n原告：一楼。",
    "审判员：原告，供电公司的通知有没有？\n原告：有。",
    "审判员：被告连续三期没付？\n被告：是。", "审判员：被告平台上有订单。\n被告：有。", "审判员：被告立即移交物业。\n被告：不移交。",
    "审判员：原告房子漏，修了没有？\n原告：没有。", "审判员：原告都要到庭。\n原告：好。",
    "审判员：原告的请求？\n原告代理人：第一，云岭茶叶有限公司支付货款1万元。",
  ])
  func nobody(_ hearing: String) {
    #expect(names(hearing) == [:], "\(hearing)")
  }

  /// Who says 我公司 is no person of that side.
  @Test func companiesAndPeople() throws {
    let opening = "审判员：被告一陈大文，本人到庭。\n"
    #expect(try facts(opening + "被告一：我公司有单据，是我借的。") == [])
    #expect(try facts(opening + "被告一：是我借的。") == ["borrower 单方陈述 陈大文(被告一)"])
  }

  /// The last one called is the one who is asked.
  @Test func addressee() throws {
    #expect(
      try facts("审判员：被告是厂里的工人，张三。原告，现金给了多少？\n原告：3万元。") == ["cash 单方陈述 30000(原告)"])
    // What the court tells before it calls somebody is not confirmed by the answer.
    #expect(try facts("审判员：借款5万元另案处理。被告，这笔钱知不知道？\n被告：知道。") == [])
  }

  /// Each party's short answer answers the same question.
  @Test func severalAsked() throws {
    #expect(
      try facts("审判员：借款5万元，三方认可不认可？\n原告：认可。\n被告一：我都认。\n被告二：金额认可。")
        == ["amount 无争议 50000(原告,被告一,被告二)"])
  }

  /// Claims that the court recites are those of the party named, whoever answers.
  @Test func recitedClaims() throws {
    #expect(
      try facts("审判员：原告的请求是归还借款5万元，被告，有什么意见？\n被告：本金不同意付。\n原告：听见了。")
        .contains("claim 有争议 50000(原告) | null(被告)"))
    // The party's own words count.
    #expect(
      try facts("审判员：原告宣读诉讼请求。\n原告：我要求归还借款6万元。\n审判员：原告要求归还借款5万元，数字对不上。\n原告：我再算一下。")
        .allSatisfy { !$0.contains("50000") })
  }

  /// What the court lists as found is said by both sides.
  @Test func foundFacts() throws {
    let list = "审判员：上午查明的事实我归纳几条，各方补充。一、他借款5万元。"
    #expect(try facts(list + "\n原告：没有补充。\n被告：没有。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts("审判员：争议焦点归纳几条。一、他是否借款5万元？\n原告：好。\n被告：好。") == [])
  }

  /// What the court tells at the opening counts where no party says anything of it, and is what nobody contests.
  @Test func courtAccount() throws {
    let opening = "审判员：这个案子借款5万元，2023年5月1日该还。\n"
    #expect(
      try facts(opening + "原告：钱没拿回来。\n被告：我听着。")
        == ["amount 无争议 50000(原告,被告)", "due 无争议 2023-05-01(原告,被告)"])
    #expect(
      try facts(opening + "原告：我借给他6万元。\n被告：我听着。")
        == ["amount 单方陈述 60000(原告)", "due 无争议 2023-05-01(原告,被告)"])
    let later = String(repeating: "原告：再想想。\n", count: 30)
    #expect(try facts(later + opening) == [])
    let undisputed = later + "审判员：借款5万元，这一点没有争议。\n被告：我听着。"
    #expect(try facts(undisputed) == ["amount 无争议 50000(原告,被告)"])
  }

  /// Two values, what the court finds, leaves open or proposes are no party's.
  @Test(arguments: [
    "审判员：起诉状写的借款5万元，流水上借款6万元。", "审判员：本院认为，借款5万元应当归还。", "审判员：到底是不是借款5万元，今天要查。",
    "审判员：调解方案是按借款5万元算。", "审判员：原告有没有给被告借款5万元？",
  ])
  func noAccount(_ opening: String) throws {
    #expect(try facts(opening + "\n原告：好。\n被告：我听着。") == [])
  }

  /// Who was the plaintiff below is told by whom the first judgment orders to pay, and to whom.
  @Test(arguments: [
    "审判长：上诉人东方宏，被上诉人毋建华。一审判东方宏还5万元，东方宏不服。", "审判长：一审判令陈大文归还李小红借款及利息。上诉人东方宏，被上诉人李小红。",
    "审判长：讲上诉请求。\n上诉人代理人：请求改判上诉人之妻不承担责任。",
  ])
  func firstInstance(_ opening: String) {
    let turns = HearingReader.read(SourceText(opening + "\n上诉人：不服。\n被上诉人：应当维持。")).turns
    #expect(turns.suffix(2).map(\.side) == [.defendant, .plaintiff])
  }

  /// An interpreter speaks for the party that is named or was asked, for a witness as evidence.
  @Test(arguments: [
    ("审判员：谁说？\n翻译人员：原告说，他借款5万元给被告。\n原告：是。", Side.plaintiff),
    ("审判员：被告，你说。\n翻译人员：我借款5万元，还了。\n被告：是。", .defendant),
    ("审判员：证人，你看见什么？\n翻译人员：他说，他看见给钱。\n原告：是。", .witness),
  ])
  func interpreters(_ hearing: String, _ side: Side) {
    #expect(HearingReader.read(SourceText(hearing)).turns[1].side == side, "\(hearing)")
  }

  /// Who sues to owe nothing denies the other side's claim.
  @Test func disclaimers() throws {
    #expect(
      try facts("审判员：原告宣读诉讼请求。\n原告：请求判令无需归还借款5万元。\n被告：应当还。")
        == ["claim 有争议 50000(被告) | null(原告)"])
    // The head of a list holds for all its items.
    #expect(
      try facts("审判员：原告宣读诉讼请求。\n原告：请求判令无需支付：一、工资1万元；二、归还借款5万元。\n被告：应当还。")
        .contains("claim 有争议 50000(被告) | null(原告)"))
  }
}
