import Testing
import TextCore

@testable import ElementRules

/// Small hearings against a small rule base: who says what, what is agreed, what is missing.
@Suite struct ResolverTests {
  private func sheet(_ hearing: String) throws -> FactSheet { try SmallHearing.sheet(hearing) }

  /// `element status value(by,by) | value(by)`
  private func facts(_ hearing: String) throws -> [String] { try SmallHearing.facts(hearing) }

  @Test func oneSideAlone() throws {
    #expect(try facts("原告：他向我借款5万元。\n被告：我身体不好。") == ["amount 单方陈述 50000(原告)"])
  }

  @Test func bothSaySo() throws {
    #expect(try facts("原告：他向我借款5万元。\n被告：我是借了5万元。") == ["amount 无争议 50000(原告,被告)"])
  }

  @Test func otherValue() throws {
    #expect(
      try facts("原告：他向我借款5万元。\n被告代理人：只借了2万元。") == ["amount 有争议 50000(原告) | 20000(被告)"])
  }

  @Test func denial() throws {
    #expect(try facts("原告：他借款5万元。\n被告：我没有借过他5万元。") == ["amount 有争议 50000(原告) | null(被告)"])
  }

  /// Nobody claims it: a denial alone is no fact; of a yes-or-no element it is one.
  @Test func denialOfNothing() throws {
    #expect(try facts("被告：我没有借过他5万元，没有约定利息。") == ["interest 单方陈述 false(被告)"])
  }

  @Test func questionsAreNoStatements() throws {
    #expect(try facts("审判员：你是不是借款5万元？\n被告：我听不清。") == [])
    #expect(try facts("审判员：你是不是借款5万元？\n被告：是的。") == ["amount 单方陈述 50000(被告)"])
    #expect(
      try facts("原告：他借款5万元。\n审判员：被告，对借款5万元有没有异议？\n被告：没有异议。") == ["amount 无争议 50000(原告,被告)"])
    #expect(
      try facts("原告：他借款5万元。\n审判员：被告，对借款5万元有没有异议？\n被告：有异议。")
        == ["amount 有争议 50000(原告) | null(被告)"])
  }

  @Test func answersTakeTheQuestion() throws {
    #expect(try facts("审判员：现金给了多少？\n原告：3万元。") == ["cash 单方陈述 30000(原告)"])
    #expect(try facts("审判员：转账给了多少？\n原告：3万元。") == [])
    // A question to the other side is not answered by an interjection.
    #expect(try facts("审判员：被告，现金给了多少？\n原告：3万元。") == [])
  }

  @Test func documents() throws {
    let showing = "原告：他借款5万元。\n审判员：请举证。\n原告：证据一，借条；证据二，照片。\n审判员：被告质证。\n"
    #expect(try facts(showing + "被告：证据一没有异议。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts(showing + "被告：证据二没有异议。") == ["amount 单方陈述 50000(原告)"])
    #expect(try facts(showing + "被告：借条是假的。") == ["amount 有争议 50000(原告) | null(被告)"])
    #expect(try facts(showing + "被告：借条的关联性不认可。") == ["amount 单方陈述 50000(原告)"])
  }

  /// All but what is excepted; bare numbers after a call for comment are exhibits.
  @Test func documentsButSome() throws {
    let showing = "原告：他借款5万元。\n审判员：请举证。\n原告：证据一，借条；证据二，照片。\n审判员：被告质证。\n"
    #expect(try facts(showing + "被告：除了证据二，其他都没有异议。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts(showing + "被告：除证据一以外，其余都认可。") == ["amount 单方陈述 50000(原告)"])
    #expect(try facts(showing + "被告：除了那一张，其他的都没有意见。") == ["amount 单方陈述 50000(原告)"])
    #expect(try facts(showing + "被告：一没意见。二，不认。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts(showing + "被告：二没意见。一、我不懂。") == ["amount 单方陈述 50000(原告)"])
  }

  /// The formula of every examination accepts; one that leaves the purpose open says nothing of the facts.
  @Test func formulas() throws {
    let showing = "原告：他借款5万元。\n审判员：请举证。\n原告：证据一，借条；证据二，照片。\n审判员：被告质证。\n"
    let accepted = ["amount 无争议 50000(原告,被告)"]
    let open = ["amount 单方陈述 50000(原告)"]
    #expect(try facts(showing + "被告：对证据一、二的真实性、合法性、关联性均无异议。") == accepted)
    #expect(try facts(showing + "被告：证据一真实性、合法性、关联性及证明目的都没有异议。") == accepted)
    #expect(try facts(showing + "被告：证据一真实性认可，关联性、证明目的不认可。") == open)
    #expect(try facts(showing + "被告：证据一的证明目的不认可。") == open)
    #expect(try facts(showing + "被告：证据一真实性不认可，没有我的签名。") == ["amount 有争议 50000(原告) | null(被告)"])
  }

  /// 原告 as the subject of a question does not make it one for the plaintiff.
  @Test func subjects() throws {
    #expect(try facts("审判员：原告借了5万元没有？\n被告：借了。") == ["amount 单方陈述 50000(被告)"])
    #expect(try facts("审判员：原告，借了5万元，对不对？\n被告：对。") == [])
  }

  /// 当天 is the day of what happened, not the end of a term.
  @Test func sameDay() throws {
    #expect(try facts("原告：2023年5月1日签的，到2024年4月30日到期，当天该还。") == ["due 单方陈述 2023-05-01(原告)"])
  }

  /// An answer takes over what the question names, the thing or the other side's value, and nothing more.
  @Test func answersToWhatIsNamed() throws {
    let said = "原告：他向我借款53000元。\n原告：利息另算。\n"
    #expect(try facts(said + "审判员：53000元对不对？\n被告：对。") == ["amount 无争议 53000(原告,被告)"])
    #expect(try facts(said + "审判员：53000元对不对？\n被告：不对。") == ["amount 有争议 53000(原告) | null(被告)"])
    #expect(try facts(said + "审判员：借款金额有没有异议？\n被告：没有。") == ["amount 无争议 53000(原告,被告)"])
    #expect(try facts(said + "审判员：借款金额有没有异议？\n被告：这个有异议。") == ["amount 有争议 53000(原告) | null(被告)"])
    #expect(try facts(said + "审判员：借款金额什么意见？\n被告：不认可。") == ["amount 有争议 53000(原告) | null(被告)"])
    #expect(try facts(said + "审判员：质量异议的期限写了没有？\n被告：写了。") == ["amount 单方陈述 53000(原告)"])
  }

  /// Who admits another figure does not admit the other side's.
  @Test func admittedFigure() throws {
    let said = "原告：他向我借款53000元。\n"
    #expect(try facts(said + "审判员：剩下的3万元，你认不认？\n被告：认，借款金额我认。") == ["amount 单方陈述 53000(原告)"])
    #expect(try facts(said + "审判员：53000元，你认不认？\n被告：认，借款金额我认。") == ["amount 无争议 53000(原告,被告)"])
    #expect(try facts(said + "被告：借款金额33000元没错。") == ["amount 单方陈述 53000(原告)"])
    #expect(try facts(said + "被告：我借款不止53000元。") == ["amount 单方陈述 53000(原告)"])
  }

  /// A denial that the question itself holds agrees with it.
  @Test func negativeQuestions() throws {
    #expect(try facts("审判员：没有约定利息吧？\n原告：没有约定。") == ["interest 单方陈述 false(原告)"])
    #expect(try facts("审判员：有没有约定利息？\n原告：没有约定。") == ["interest 单方陈述 false(原告)"])
    #expect(try facts("审判员：约定利息没有？\n原告：没有。") == ["interest 单方陈述 false(原告)"])
  }

  /// Of a kind of fact by its noun, of the other side's exhibits by the question, of exhibits from number to number.
  @Test func kindsAndSpans() throws {
    let said = "原告：他2023年5月1日该还，借了5万元。\n"
    #expect(try facts(said + "被告：时间没有异议。") == ["amount 单方陈述 50000(原告)", "due 无争议 2023-05-01(原告,被告)"])
    #expect(try facts(said + "被告：金额没错。") == ["amount 无争议 50000(原告,被告)", "due 单方陈述 2023-05-01(原告)"])
    let showing = "原告：他借款5万元。\n审判员：请举证。\n原告：证据一，照片；证据二，借条；证据三，录音。\n审判员：被告质证。\n"
    #expect(try facts(showing + "被告：证据一至三都认可。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts("原告：他借款5万元，这是借条。\n审判员：借条是不是真的？\n被告：真的。") == ["amount 无争议 50000(原告,被告)"])
  }

  /// Opposing interests decide (facts annotation, rule 3); a name that is not known is no value.
  @Test func coDefendants() throws {
    #expect(try facts("被告一：借了5万元。\n被告二：是借了5万元。") == ["amount 无争议 50000(被告一,被告二)"])
    #expect(try facts("被告：我借的。") == [])
  }

  /// What the court puts on record as agreed is said by both; what it asks or leaves open is not.
  @Test func onRecord() throws {
    let said = "原告：他借了5万元。\n被告：我想想。\n"
    #expect(try facts(said + "审判员：双方对借款金额没有争议。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts(said + "审判员：借款5万元，双方都认，记下来。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts(said + "审判员：双方对借款金额有没有争议？") == ["amount 单方陈述 50000(原告)"])
    #expect(try facts(said + "审判员：双方没有异议的话就签字，借款金额再说。") == ["amount 单方陈述 50000(原告)"])
  }

  /// Claims that the court recites are the plaintiff's when it says so.
  @Test func recitedClaims() throws {
    #expect(
      try facts("审判员：原告要求被告归还借款5万元，是不是这样？\n原告：是的。").first == "claim 单方陈述 50000(原告)")
    #expect(try facts("审判员：原告要求被告归还借款5万元，是不是这样？\n原告：不是。").first == nil)
  }

  /// What the court recites and asks about as a whole is said by who has nothing to add.
  @Test func recitals() throws {
    let recital = "审判员：我念一下。原告说被告借款53000元。2023年5月1日该还。有没有出入？\n"
    #expect(try facts(recital + "原告：没有。") == ["amount 单方陈述 53000(原告)", "due 单方陈述 2023-05-01(原告)"])
  }

  /// A verdict on a thing by its name; that too much is asked says nothing of the facts (facts annotation, rule 6).
  @Test func topics() throws {
    let said = "审判员：陈述诉讼请求。\n原告：请求判令被告归还借款5万元。\n原告：他借了5万元。\n审判员：被告答辩。\n"
    #expect(
      try facts(said + "被告：借款金额没有异议，本金我不该还。")
        == ["claim 有争议 50000(原告) | null(被告)", "amount 无争议 50000(原告,被告)"])
    #expect(try facts(said + "被告：借款金额不对。")[1] == "amount 有争议 50000(原告) | null(被告)")
    #expect(try facts(said + "被告：借款金额过高。")[1] == "amount 单方陈述 50000(原告)")
    #expect(try facts(said + "被告：如果借款金额没错，我就认。")[1] == "amount 单方陈述 50000(原告)")
  }

  /// Who disputes what a claim rests on disputes the claim (facts annotation, rule 6).
  @Test func basis() throws {
    let said = "审判员：陈述诉讼请求。\n原告：请求判令被告归还借款5万元。\n原告：他借了5万元。\n"
    #expect(
      try facts(said + "被告：我只借了2万元。") == [
        "claim 有争议 50000(原告) | null(被告)", "amount 有争议 50000(原告) | 20000(被告)",
      ])
    #expect(try facts(said + "被告：我借了5万元。")[0] == "claim 单方陈述 50000(原告)")
    // Against that a general admission of the claim does not stand.
    #expect(try facts(said + "被告：我只借了2万元，本金没有异议。")[0] == "claim 有争议 50000(原告) | null(被告)")
  }

  /// 这个没有意见 takes what was said just before.
  @Test func pointingBack() throws {
    #expect(try facts("原告：他借了5万元。\n被告：这个没有意见，我认的。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts("原告：他借了5万元。\n被告：这个我要想想。") == ["amount 单方陈述 50000(原告)"])
  }

  /// A plaintiff who lists what the other side shall do pleads, whatever the court has asked for.
  @Test func claimsInAList() throws {
    let list = "原告：一、被告偿还借款5万元；二、诉讼费由被告承担。"
    #expect(try facts("审判员：你说吧。\n" + list) == ["claim 单方陈述 50000(原告)", "amount 单方陈述 50000(原告)"])
    #expect(try facts("审判员：请求呢？\n原告：偿还借款5万元。")[0] == "claim 单方陈述 50000(原告)")
    #expect(try facts("审判员：举证。\n原告：一、证据一，证明被告偿还借款5万元；二、证据二。").count == 1)
  }

  /// 凭什么 in a party's mouth asks nothing.
  @Test func rhetoricalQuestions() throws {
    #expect(try facts("原告：他借了5万元。\n被告：借款金额不对，凭什么让我还？") == ["amount 有争议 50000(原告) | null(被告)"])
  }

  /// Dates agree when one is the other without its day; the finer counts.
  @Test func finerDates() throws {
    #expect(try facts("原告：2023年5月该还。\n被告：2023年5月1日还。") == ["due 无争议 2023-05-01(原告,被告)"])
    #expect(try facts("原告：2023年5月该还。\n被告：应该是2023年6月1日还。") == ["due 有争议 2023-05(原告) | 2023-06-01(被告)"])
  }

  /// 没有异议 after a value denies nothing.
  @Test func withoutObjection() throws {
    #expect(try facts("原告：他借款5万元。\n被告：借款5万元没有异议。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts("原告：他借款5万元。\n被告：借款5万元有异议。") == ["amount 有争议 50000(原告) | null(被告)"])
  }

  /// A day without a year is one said before, else of the year of the date last said, else the last before the hearing.
  @Test func daysWithoutYear() throws {
    let header = "时间：2023年6月8日\n"
    #expect(try facts(header + "原告：5月1日该还。") == ["due 单方陈述 2023-05-01(原告)"])
    #expect(try facts(header + "原告：9月1日该还。") == ["due 单方陈述 2022-09-01(原告)"])
    #expect(try facts(header + "审判员：2021年9月1日写的条子？\n原告：9月1日该还。") == ["due 单方陈述 2021-09-01(原告)"])
    #expect(try facts(header + "审判员：2021年8月写的条子？\n原告：9月1日该还。") == ["due 单方陈述 2021-09-01(原告)"])
  }

  /// The same value said by both is agreed (facts annotation, rule 4), where no rule reads it as something else.
  @Test func sameValue() throws {
    let said = "原告：他向我借款53000元。\n"
    #expect(try facts(said + "被告：我拿了53000元。") == ["amount 无争议 53000(原告,被告)"])
    #expect(try facts(said + "被告：我没有拿53000元。") == ["amount 单方陈述 53000(原告)"])
    #expect(try facts(said + "被告：我拿了153000元。") == ["amount 单方陈述 53000(原告)"])
  }

  /// 有没有异议 after the other side's speech asks about all of it.
  @Test func agreedAsAWhole() throws {
    let said = "原告：他向我借款5万元。\n审判员：对这些有没有异议？\n"
    #expect(try facts(said + "被告：没有。") == ["amount 无争议 50000(原告,被告)"])
    #expect(try facts(said + "被告：有。") == ["amount 单方陈述 50000(原告)"])
  }

  @Test func claimsAsAWhole() throws {
    let claim = "审判员：陈述诉讼请求。\n原告：请求判令被告归还借款5万元。\n审判员：被告答辩。\n"
    #expect(try facts(claim + "被告：不同意原告的诉讼请求。").first == "claim 有争议 50000(原告) | null(被告)")
    #expect(try facts(claim + "被告：同意原告的诉讼请求。").first == "claim 无争议 50000(原告,被告)")
  }

  /// 民诉法解释 art. 107: what is offered in mediation is no fact.
  /// What is offered in mediation is never a fact.
  @Test(arguments: ["双方愿意调解吗？", "事实差不多了。被告，调不调？", "那你先提个数。"])
  func mediation(_ call: String) throws {
    #expect(try facts("审判员：\(call)\n被告：借款5万元我就算了，还3万元。") == [])
  }

  /// Of what a party says as often, its own words count more than what it said yes to.
  @Test func ownWords() throws {
    #expect(
      try facts("原告：2023年5月1日该还。\n审判员：2023年6月1日该还，对不对？\n原告：对。") == ["due 单方陈述 2023-05-01(原告)"])
  }

  /// Of days and years told as often the day counts.
  @Test func finestDates() throws {
    #expect(try facts("原告：2023年5月1日该还。2022年该还。") == ["due 单方陈述 2023-05-01(原告)"])
  }

  /// What something is divided by is no value.
  @Test func divisors() throws {
    #expect(try facts("审判员：现金多少？\n原告：9万元除以3万元。") == ["cash 单方陈述 90000(原告)"])
  }

  @Test func corrections() throws {
    let sheet = try sheet("原告：他借款5万元，不对，借款6万元。")
    #expect(sheet.facts.map { $0.versions.map(\.value) } == [["60000"]])
    #expect(sheet.facts.first?.corrected.map(\.value) == ["50000"])
  }

  /// The parts of one speech are added up; a sum that is told counts before them; figures of several speeches are not added.
  @Test func sums() throws {
    #expect(try facts("被告：住院垫了20000元，之后再垫了5000元。") == ["advance 单方陈述 25000(被告)"])
    #expect(try facts("被告：垫了8000元，又垫了3000元，我垫的一共12000元。") == ["advance 单方陈述 12000(被告)"])
    #expect(try facts("被告：垫了8000元，又垫了3000元，合起来垫了11000元。") == ["advance 单方陈述 11000(被告)"])
    #expect(try facts("被告：垫了8000元。\n审判员：还有呢？\n被告：垫了3000元。") == [])
    #expect(try facts("被告：垫了8000元。\n审判员：多少？\n被告：垫了8000元，不是垫了3000元。") == ["advance 单方陈述 8000(被告)"])
  }

  /// What two of one side tell each of its own is added up; two who tell the same agree.
  @Test func eachOfItsOwn() throws {
    #expect(
      try facts("被告一：我垫了8000元。\n被告二：我公司垫了3000元。") == ["advance 单方陈述 11000(被告一,被告二)"])
    #expect(try facts("被告一：我垫了8000元。\n被告二：他垫了8000元。") == ["advance 无争议 8000(被告一,被告二)"])
    #expect(
      try facts("原告：他垫了8000元。\n被告：垫了3000元。") == ["advance 有争议 8000(原告) | 3000(被告)"])
  }

  /// Another day counts against the first only where it is set against it; else it is the day of another thing.
  @Test(arguments: [
    ("2023年6月1日还。", ["due 单方陈述 2023-05-01(原告)"]),
    ("不对，是2023年6月1日还。", ["due 有争议 2023-05-01(原告) | 2023-06-01(被告)"]),
    ("2023年5月还。", ["due 无争议 2023-05-01(原告,被告)"]),
  ])
  func otherDays(_ answer: String, _ told: [String]) throws {
    #expect(try facts("原告：2023年5月1日该还。\n被告：\(answer)") == told)
  }

  /// A month and a day of it are one.
  @Test func monthsAndTheirDays() throws {
    #expect(
      try facts("原告：2023年5月1日该还。说的就是2023年5月该还。") == ["due 单方陈述 2023-05-01(原告)"])
  }

  /// Of what rose the last counts.
  @Test func rises() throws {
    #expect(try facts("原告：先借了5万元，第二年涨到6万元。") == ["amount 单方陈述 60000(原告)"])
    #expect(try facts("原告：先借了5万元，物价涨了，另有6万元。") == ["amount 单方陈述 50000(原告)"])
  }

  /// A bare figure answers the first of two questions; of one part it tells nothing of the whole.
  @Test(arguments: [
    ("现金是多少？", "3万元。", ["cash 单方陈述 30000(原告)"]), ("利息是多少，现金是多少？", "3万元。", []),
    ("现金是多少，利息是多少？", "3万元。", ["cash 单方陈述 30000(原告)"]), ("第三笔现金是多少？", "3万元。", []), ("最后一批现金是多少？", "3万元。", []),
  ])
  func askedTogether(_ question: String, _ answer: String, _ told: [String]) throws {
    #expect(try facts("审判员：\(question)\n原告：\(answer)") == told)
  }

  /// The value put in the place of the one just said counts; both are kept.
  @Test func revisions() throws {
    for words in ["借款5万元，不对，是6万元。", "借款5万元变更为6万元。", "借款5万元，说错了，应该是6万元。"] {
      let sheet = try sheet("原告：他" + words)
      #expect(sheet.facts.map { $0.versions.map(\.value) } == [["60000"]], "\(words)")
      #expect(sheet.facts.first?.corrected.map(\.value) == ["50000"], "\(words)")
    }
  }

  /// The claim as last changed counts: the new figure takes the place of the one just given, of the one that the court's
  /// question names, or of one's own when it is the other side's.
  @Test(arguments: [
    ("原告：借款5万元，里面的利息我忘了扣，那就4万元吧。", ["amount 单方陈述 40000(原告)"]),
    ("原告：2023年5月1日该还，我算错了，那从2023年6月1日。", ["due 单方陈述 2023-06-01(原告)"]),
    ("原告：借款5万元，本金后来改为4万元。", ["amount 单方陈述 50000(原告)"]),
    ("原告：请求判令被告偿还6万元。\n审判员：6万元是怎么来的？\n原告：没有扣掉还的钱，更正为5万元。", ["claim 单方陈述 50000(原告)"]),
    ("原告：请求判令被告偿还6万元。\n审判员：车值多少？\n原告：应当是5万元。", ["claim 单方陈述 60000(原告)"]),
    ("原告：借给他5万元。\n被告：借了4万元。\n审判员：那1万元呢？\n被告：那就5万元。", ["amount 有争议 50000(原告) | 40000(被告)"]),
    ("原告：借给他5万元。\n被告：借了4万元。\n原告：借了5万元。\n被告：那就5万元。", ["amount 无争议 50000(原告,被告)"]),
  ])
  func changedFigures(_ hearing: String, _ told: [String]) throws {
    #expect(try facts(hearing) == told)
  }

  @Test func names() throws {
    #expect(
      try facts("审判员：被告身份。\n被告：我叫陈大文，男，汉族。\n审判员：谁借的？\n被告：我借的。") == ["borrower 单方陈述 陈大文(被告)"])
    #expect(
      try facts("案由：民间借贷纠纷\n审判员：原告李小红与被告陈大文民间借贷纠纷一案，现在开庭。\n被告：我借的。")
        == ["borrower 单方陈述 陈大文(被告)"])
  }

  /// How the court, the parties and their agents name people at the opening.
  @Test func namesAtTheOpening() throws {
    for opening in [
      "书记员：原告李小红，被告陈大文，均已到庭。", "审判员：李小红诉陈大文民间借贷纠纷一案，现在开庭。", "审判员：李小红是原告，陈大文是被告。",
      "审判员：被告陈大文来了没有？", "审判员：陈大文，你说说。", "审判员：原告李小红与被告陈大文借款一案，被告一方来了谁？",
    ] {
      #expect(try facts(opening + "\n被告：我借的。") == ["borrower 单方陈述 陈大文(被告)"], "\(opening)")
    }
    for opening in ["审判员：被告应当答辩。", "审判员：被告，时间到了。", "被告：我是项目上的。", "审判员：金额，你再说一遍。"] {
      #expect(try facts(opening + "\n被告：我借的。") == [], "\(opening)")
    }
    #expect(
      try facts("审判员：被告谁来的？\n被告代理人：我是南江县云岭茶叶有限公司的法务。\n被告代理人：我借的。")
        == ["borrower 单方陈述 南江县云岭茶叶有限公司(被告)"])
  }

  /// An appellant who was the defendant admits what the other side says.
  @Test func appeals() throws {
    let said = "审判长：上诉人陈大文，一审被告；被上诉人李小红，一审原告。\n被上诉人：他借款5万元。\n"
    #expect(try facts(said + "上诉人：我是借了5万元。") == ["amount 无争议 50000(被上诉人,上诉人)"])
  }

  @Test func missing() throws {
    #expect(try sheet("原告：他借款5万元。").missing.map(\.id) == ["cash", "interest"])
    // The rate is asked for only when interest was spoken of.
    #expect(try sheet("原告：我们约定了利息。").missing.map(\.id) == ["cash", "rate"])
  }

  /// What follows from the facts: for each version when they are disputed, and naming what is lacking.
  @Test func calculations() throws {
    let (file, _) = RuleBaseReader.read(SourceText(name: "t.json", SmallHearing.rules))
    let rules = CompiledRules([try #require(file)])
    let calculator = Calculator { $0 }
    func made(_ hearing: String) -> [String] {
      FactSheet(HearingReader.read(SourceText(hearing)), rules: rules, calculator: calculator).calculations
        .map {
          ($0.basis ?? "") + CalculationWriter.result($0.calculation)
        }
    }
    #expect(made("原告：他借款100元。") == ["护理费：3000.00元"])
    #expect(made("原告：他借款100元。\n被告：我借款50元。") == ["按原告的说法护理费：3000.00元", "按被告的说法护理费：1500.00元"])
    #expect(made("原告：天气很好。") == [])
  }

  /// Every fact quotes words of the turn it names.
  @Test func quotesAreWordsOfTheirTurn() throws {
    let sheet = try sheet("审判员：你是不是借款5万元？\n被告：是的。\n原告：借款5万元。")
    let quotes = sheet.facts.flatMap(\.versions).flatMap(\.quotes)
    #expect(quotes.map(sheet.words) == ["借款5万元", "是的", "借款5万元"])
    for quote in quotes {
      let turn = try #require(sheet.hearing.turns.first { $0.number == quote.turn })
      #expect(
        turn.speech.lowerBound <= quote.range.lowerBound && quote.range.upperBound <= turn.speech.upperBound)
    }
  }
}
