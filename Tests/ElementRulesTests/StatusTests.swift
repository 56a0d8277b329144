import Testing

@testable import ElementRules

/// Who agrees to what: short exchanges, and the fact they leave.
@Suite struct StatusTests {
  private let agreed = ["amount 无争议 53000(原告,被告)"]
  private let open = ["amount 单方陈述 53000(原告)"]
  private let disputed = ["amount 有争议 53000(原告) | null(被告)"]

  /// Who repeats a value to contest it does not agree.
  @Test(arguments: ["凭什么53000元。", "哪里有写53000元。"])
  func contested(_ reply: String) throws {
    #expect(try SmallHearing.facts("原告：他向我借款53000元。\n被告：" + reply) == open)
  }

  /// Who calls too much what a claim is reckoned from contests it.
  @Test(arguments: ["53000元太多了。", "53000元的数偏高。"])
  func tooMuch(_ reply: String) throws {
    #expect(try SmallHearing.facts("原告：他向我借款53000元。\n被告：" + reply) == disputed)
    #expect(try SmallHearing.facts("原告：他垫了53000元。\n被告：" + reply) == ["advance 单方陈述 53000(原告)"])
  }

  /// A rhetorical question denies what it holds.
  @Test func rhetorical() throws {
    #expect(try SmallHearing.facts("原告：他向我借款53000元。\n被告：哪里有借53000元。") == disputed)
  }

  /// Another figure set against the one just told contests it.
  @Test(arguments: ["最多45000元。", "我们只认38000元。", "应当按30000元算。"])
  func counterFigures(_ reply: String) throws {
    #expect(try SmallHearing.facts("原告：他向我借款53000元。\n被告：" + reply) == disputed)
  }

  /// What was told just before may be repeated in other words, unless it is set right.
  @Test func repeatedInOtherWords() throws {
    #expect(try SmallHearing.facts("原告：他向我借款5万元。\n被告：50000元没错。") == ["amount 无争议 50000(原告,被告)"])
    #expect(
      try SmallHearing.facts("原告：他向我借款5万元。\n被告：5万元是货款，不是借的。") == ["amount 单方陈述 50000(原告)"])
    #expect(
      try SmallHearing.facts("原告：他说的是2023年5月1日还。\n原告：2023年5月1日该还。\n被告：5月的时候我是没还上。")
        == ["due 无争议 2023-05-01(原告,被告)"])
  }

  /// A first clause that owns to what was just told.
  @Test(arguments: ["信收到了。", "字是我签的。", "这个有的。", "签了，他拿来的。"])
  func acknowledged(_ reply: String) throws {
    #expect(try SmallHearing.facts("原告：他签了借条，向我借款53000元。\n被告：" + reply) == agreed)
  }

  /// Neither a denial nor 真的 as an adverb owns to anything.
  @Test(arguments: ["信没有收到过。", "我真的是没办法。", "我还没有签。"])
  func nothingAcknowledged(_ reply: String) throws {
    #expect(try SmallHearing.facts("原告：他签了借条，向我借款53000元。\n被告：" + reply) == open)
  }

  /// 他说的这些 means all that was told since this side spoke last.
  @Test func askedOfAll() throws {
    let told = "原告：他向我借款53000元。\n审判员：什么时候还？\n原告：2023年5月1日该还。\n"
    let both = ["amount 无争议 53000(原告,被告)", "due 无争议 2023-05-01(原告,被告)"]
    #expect(try SmallHearing.facts(told + "审判员：被告，他说的这些是不是事实？\n被告：是事实，我认。") == both)
    #expect(try SmallHearing.facts(told + "审判员：被告，这个日子对不对？\n被告：对。") != both)
  }

  /// 认可 with another figure admits that figure only, and contests the rest.
  @Test func otherFigure() throws {
    let said = "原告：他向我借款53000元。\n审判员：原告说借款53000元，认可吗？\n"
    #expect(try SmallHearing.facts(said + "被告：认可里面的24000元。") == disputed)
    #expect(try SmallHearing.facts(said + "被告：认2万元。") == disputed)
    #expect(try SmallHearing.facts(said + "被告：认可53000元。") == agreed)
  }

  /// A yes to what the bench recites is no yes to a claim of the same figure.
  @Test func recitedFigures() throws {
    let claim = "审判员：陈述诉讼请求。\n原告：请求判令被告归还借款53000元。\n审判员：下面法庭调查。\n"
    #expect(
      try SmallHearing.facts(claim + "审判员：你在他那里拿了53000元，没错吧？\n被告：没错。")
        .first == "claim 单方陈述 53000(原告)")
    #expect(
      try SmallHearing.facts(claim + "审判员：原告请求归还53000元，认可吗？\n被告：认可。")
        .first == "claim 无争议 53000(原告,被告)")
  }

  /// Who rejects one provision does not reject the paper.
  @Test func provisions() throws {
    let showing = "原告：他借款53000元。\n审判员：请举证。\n原告：证据一，借条；证据二，照片。\n审判员：被告质证。\n"
    #expect(try SmallHearing.facts(showing + "被告：借条里这一条是格式条款，不认。") == open)
    #expect(try SmallHearing.facts(showing + "被告：借条不认。") == disputed)
  }

  /// A document that the other side accepts proves what a co-defendant has told of it.
  @Test func toldByACoDefendant() throws {
    let showing = "被告一：借款53000元是我拿的。\n审判员：请举证。\n原告：证据一，借条。\n审判员：被告质证。\n"
    #expect(try SmallHearing.facts(showing + "被告二：借条没有意见。") == ["amount 无争议 53000(被告一,被告二)"])
    #expect(try SmallHearing.facts(showing + "被告二：借条我没见过。") == ["amount 单方陈述 53000(被告一)"])
  }

  /// No to a question that denies agrees with it.
  @Test(arguments: [
    ("没有约定利息吧？", "没有。", "false"), ("你们没有约定利息，对不对？", "没有。", "false"), ("约定利息没有？", "没有。", "false"),
    ("有没有约定利息？", "没有。", "false"), ("没有约定利息吧？", "没有约定。", "false"), ("没有约定利息吧？", "对。", "false"),
    ("约定利息了吧？", "对。", "true"),
  ])
  func sharedDenials(_ question: String, _ answer: String, _ value: String) throws {
    #expect(
      try SmallHearing.facts("审判员：" + question + "\n原告：" + answer) == ["interest 单方陈述 \(value)(原告)"])
  }

  /// Every party that is asked about a recital answers all of it.
  @Test func manyAnswers() throws {
    let recital = "审判员：借款5万元，2023年5月1日该还。三方认可不认可？\n"
    #expect(
      try SmallHearing.facts(recital + "原告：认可。\n被告一：我都认。\n被告二：金额认可，别的再说。") == [
        "amount 无争议 50000(原告,被告一,被告二)", "due 无争议 2023-05-01(原告,被告一,被告二)",
      ])
    #expect(try SmallHearing.facts(recital + "原告：大致上是。").count == 2)
  }

  /// What one defendant disputes stays disputed, whatever another admits; what he says of everything does not.
  @Test func coDefendantsDiffer() throws {
    let said = "原告：他向我借款53000元，证据一，借条。\n"
    #expect(
      try SmallHearing.facts(said + "被告一：借款金额没有异议。\n被告二：借款金额有异议。")
        == ["amount 有争议 53000(原告,被告一) | null(被告二)"])
    #expect(
      try SmallHearing.facts(said + "被告一：借款金额没有异议。\n审判员：被告二质证。\n被告二：都不认可。")
        == ["amount 无争议 53000(原告,被告一)"])
  }

  /// Who thinks as another defendant does has not agreed with the plaintiff.
  @Test(arguments: [("我没意见，跟被告一一样。", false), ("没有异议，和原告说的一样。", true), ("我没意见。", true)])
  func borrowedViews(_ reply: String, _ agrees: Bool) throws {
    let said = "原告：他向我借款53000元。\n审判员：被告二呢？\n被告二："
    #expect(
      try SmallHearing.facts(said + reply) == [
        agrees ? "amount 无争议 53000(原告,被告二)" : "amount 单方陈述 53000(原告)"
      ])
  }

  /// 收到了 tells of one thing, and 退到1月15日的，我认 of what stands before it, not of all the papers shown.
  @Test(arguments: [("收到了，我没同意。", false), ("退到1月15日之后的，我认。", false), ("没有异议。", true)])
  func oneThingOnly(_ reply: String, _ agrees: Bool) throws {
    let showing = "审判员：请举证。\n原告：证据一，转账单，借款53000元；证据二，照片。\n审判员：被告，这些收到没有？\n被告："
    #expect(try SmallHearing.facts(showing + reply) == (agrees ? agreed : open))
  }

  /// A rhetorical question of a party is no question.
  @Test func rhetoricalMarks() throws {
    #expect(try SmallHearing.facts("原告：他向我借款53000元。\n被告：我哪有借53000元？") == disputed)
    #expect(try SmallHearing.facts("原告：我们约定了利息。\n被告：哪里说过约定利息？")[0].hasPrefix("interest 有争议"))
    #expect(try SmallHearing.facts("被告：凭什么说我借53000元？") == [])
  }

  /// An objection and nothing else speaks of the last thing said.
  @Test(arguments: ["没那么多。", "太多了，我拿不出来。", "没有收到。"])
  func lastThing(_ reply: String) throws {
    #expect(try SmallHearing.facts("原告：他向我借款53000元。\n被告：" + reply) == disputed)
  }

  /// What the court puts on record for one side is that side's.
  @Test func onRecordForOne() throws {
    let said = "原告：他向我借款53000元。\n被告：算了。\n"
    #expect(try SmallHearing.facts(said + "审判员：记一下，被告对借款金额不持异议。") == agreed)
    #expect(try SmallHearing.facts(said + "审判员：被告对借款金额有没有异议？") == open)
  }

  /// Who contests the amount does not take that back by naming it again.
  @Test func saidAgain() throws {
    let said = "原告：他向我借款53000元。\n被告：借款金额有异议。\n审判员：接着说。\n"
    #expect(try SmallHearing.facts(said + "被告：53000元他一个人写上去了。") == disputed)
    #expect(try SmallHearing.facts(said + "被告：53000元，没有异议。") == agreed)
  }

  /// A day that the court names without its year is the day that was told.
  @Test func daysWithoutYears() throws {
    let said = "原告：2023年4月1日谈好，5月1日该还。\n审判员：还有吗？\n原告：说完了。\n审判员：被告，5月1日这个日子对不对？\n"
    #expect(try SmallHearing.facts(said + "被告：对。") == ["due 无争议 2023-05-01(原告,被告)"])
    #expect(try SmallHearing.facts(said + "被告：记不清。") == ["due 单方陈述 2023-05-01(原告)"])
  }

  /// A claim is granted by its figure, refused by whoever wants the judgment upheld.
  @Test(arguments: [
    ("钱我认，53000元一分不少。", "claim 无争议 53000(原告,被告)"), ("53000元我认为太多。", "claim 有争议 53000(原告) | null(被告)"),
    ("一审判得公正，请求维持原判。", "claim 有争议 53000(原告) | null(被告)"),
  ])
  func claimFigures(_ reply: String, _ fact: String) throws {
    let claim = "审判员：陈述诉讼请求。\n原告：请求判令被告归还53000元。\n审判员：答辩。\n"
    #expect(try SmallHearing.facts(claim + "被告：" + reply).first == fact)
  }

  /// A paper that is said to show an amount proves that one and no other.
  @Test(arguments: [("借条，写的是20000元", false), ("借条，写的是53000元", true), ("借条", true)])
  func amountsOfDocuments(_ paper: String, _ proves: Bool) throws {
    let showing = "原告：他向我借款53000元。\n审判员：请举证。\n原告：证据一，\(paper)；证据二，照片。\n审判员：被告质证。\n"
    #expect(try SmallHearing.facts(showing + "被告：证据一没有异议。") == (proves ? agreed : open))
  }

  /// Who rejects a document contests what it proves, not the day.
  @Test func rejectedDocuments() throws {
    let showing = "审判员：请举证。\n原告：证据一，借条，借款53000元，2023年5月1日该还；证据二，照片。\n审判员：被告质证。\n"
    #expect(
      try SmallHearing.facts(showing + "被告：证据一不认可。") == disputed + ["due 单方陈述 2023-05-01(原告)"])
  }

  /// 证据一三性 is the first exhibit in all three respects, not the thirteenth; a reserved provision reserves no more.
  @Test(arguments: ["证据一三性无异议。", "第一组三性均认可。", "证据一三性无异议，但第七条是格式条款。"])
  func threeRespects(_ verdict: String) throws {
    let showing = "审判员：请举证。\n原告：证据一，转账单，借款53000元；证据二，照片。\n审判员：被告质证。\n"
    #expect(try SmallHearing.facts(showing + "被告：" + verdict) == agreed)
    #expect(try SmallHearing.facts(showing + "被告：证据二三性无异议。") == open)
  }

  /// Who is called for one group of exhibits speaks of no other.
  @Test func calledByNumber() throws {
    let showing =
      "审判员：请举证。\n原告：证据一，照片；证据二，转账单，借款53000元，2023年5月1日该还。\n审判员：被告质证，先说证据"
    #expect(try SmallHearing.facts(showing + "一。\n被告：没有异议。").first == open.first)
    #expect(try SmallHearing.facts(showing + "二。\n被告：没有异议。").first == agreed.first)
  }

  /// An examination speaks of all that was shown since the party spoke last; so does a call that is all the court says.
  @Test(arguments: ["被告质证。", "被告，刚才这些你看了以后有没有意见？"])
  func shownSince(_ call: String) throws {
    let showing = "审判员：请举证。\n原告：这是条子，借款53000元。\n审判员：还有别的没有？\n原告：没有别的。\n审判员："
    let expected = call.contains("质证") ? agreed : open
    #expect(try SmallHearing.facts(showing + call + "\n被告：都是真的。") == expected)
    let single = "审判员：请举证。\n原告：这是条子，借款53000元。\n审判员："
    #expect(try SmallHearing.facts(single + call + "\n被告：没意见，都是真的。") == agreed)
  }

  /// Right after words that show no document, 都是真的 speaks of those words and not of the papers shown before.
  @Test func speaksOfTheLastWords() throws {
    let shown = "审判员：请举证。\n原告：证据一，转账单，借款53000元。\n被告：我看看。\n原告：2023年5月1日该还。\n被告：没意见，都是真的。"
    #expect(try SmallHearing.facts(shown) == open + ["due 无争议 2023-05-01(原告,被告)"])
  }

  /// To a question that denies, 没有 and 对 say that it is so, 有 and 不对 that it is not.
  @Test(arguments: [("没有。", false), ("对。", false), ("有，月底签的。", true), ("不对，签了的。", true)])
  func answersToDenials(_ answer: String, _ signed: Bool) throws {
    #expect(
      try SmallHearing.facts("审判员：借条上没有你亲笔签名吧？\n被告：" + answer) == ["signed 单方陈述 \(signed)(被告)"])
  }

  /// Who pays not a cent contests all the sums that are claimed, or the one that he names.
  @Test func notACent() throws {
    let claim = "原告：诉讼请求：判令被告归还借款53000元。\n"
    #expect(
      try SmallHearing.facts(claim + "被告：我一分钱也不给。").first == "claim 有争议 53000(原告) | null(被告)")
    #expect(try SmallHearing.facts(claim + "被告：现金我一分钱也不给。") == SmallHearing.facts(claim))
  }

  /// No to 没有意见吧 is no objection.
  @Test func noObjections() throws {
    #expect(
      try SmallHearing.facts("审判员：借款53000元，双方都没有意见吧？\n原告：没有。\n被告：没有意见。") == agreed)
  }

  /// What one side alone tells: against itself it is agreed, against the other's claim disputed, if the other claims anything.
  @Test func aloneAgainstOneself() throws {
    let other = "原告：诉讼请求：判令被告归还借款53000元。\n"
    let silent = "原告：他向我借款53000元。\n"
    #expect(try SmallHearing.facts(silent + "被告：是我亲笔签名。").last == "signed 单方陈述 true(被告)")
    #expect(try SmallHearing.facts(silent + "被告：他先扣了1000元。").last == "cut 单方陈述 1000(被告)")
    #expect(try SmallHearing.facts(other + "被告：是我亲笔签名。").last == "signed 无争议 true(被告,原告)")
    #expect(try SmallHearing.facts("被告：是我亲笔签名。") == ["signed 单方陈述 true(被告)"])
    #expect(try SmallHearing.facts(other + "原告：有他亲笔签名。").last == "signed 单方陈述 true(原告)")
    #expect(try SmallHearing.facts(other + "被告：他先扣了1000元。").last == "cut 有争议 1000(被告) | null(原告)")
    let quoted = try SmallHearing.sheet(other + "被告：他先扣了1000元。")
    #expect(quoted.facts.last?.versions.last?.quotes.map(quoted.words) == ["归还借款53000元"])
    // The reader is told that the plaintiff has not said so.
    let admitted = try SmallHearing.sheet(other + "被告：是我亲笔签名。")
    for text in [FactSheetText.text(admitted), FactSheetHTML.page(admitted)] {
      #expect(text.contains("是（原告没有直接说到，是推定）"))
    }
    #expect(!FactSheetText.text(try SmallHearing.sheet("被告：是我亲笔签名。")).contains("推定"))
  }
}
