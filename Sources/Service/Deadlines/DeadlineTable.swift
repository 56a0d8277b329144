/// The deadlines of civil, criminal and administrative procedure that hang on filing, service and hearing.
public enum DeadlineTable {
  /// All rows, in the order of a case.
  public static let rows: [DeadlineRule] = civil + evidence + judgment + appeal + criminal + service + trial

  /// The row of that id.
  public static func row(_ id: String) -> DeadlineRule? { index[id] }

  private static let index = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })

  private static let civil = [
    row("complaint.send", "立案", "向被告发送起诉状副本", .within(.days(5)), .court, [Article(.civil, 128, "第一款")]),
    row("answer", "被告收到起诉状副本", "提出答辩状", .within(.days(15)), .party, [Article(.civil, 128, "第一款")]),
    row("answer.forward", "法院收到答辩状", "向原告发送答辩状副本", .within(.days(5)), .court, [Article(.civil, 128, "第一款")]),
    row("answer.foreign", "境内无住所的被告收到起诉状副本", "提出答辩状", .within(.days(30)), .party, [Article(.civil, 285)]),
    row(
      "answer.small", "小额诉讼被告要求书面答辩", "在约定的答辩期间内提出答辩状", .atMost(.days(15)), .party,
      [Article(.civilInterpretation, 275, "第二款")]),
    row("hearing.notice", "开庭", "通知当事人和其他诉讼参与人", .before(days: 3), .court, [Article(.civil, 139)]),
    row(
      "answer.administrative", "行政案件被告收到起诉状副本", "提交证据、规范性文件和答辩状", .within(.days(15)), .party,
      [Article(.administrative, 67, "第一款")], .administrative),
  ]

  private static let evidence = [
    row(
      "evidence.ordinary", "送达举证通知书（普通程序一审）", "提交证据", .atLeast(.days(15)), .party,
      [Article(.civilInterpretation, 99, "第二款"), Article(.evidence, 51, "第二款")]),
    row(
      "evidence.second", "送达举证通知书（二审新证据）", "提交新的证据", .atLeast(.days(10)), .party,
      [Article(.civilInterpretation, 99, "第二款"), Article(.evidence, 51, "第二款")]),
    row(
      "evidence.summary", "送达举证通知书（简易程序）", "提交证据", .atMost(.days(15)), .party,
      [Article(.civilInterpretation, 266, "第一款"), Article(.evidence, 51, "第二款")]),
    row(
      "evidence.small", "送达举证通知书（小额诉讼）", "提交证据（一般不超过七日）", .atMost(.days(7)), .party,
      [Article(.civilInterpretation, 275, "第一款"), Article(.evidence, 51, "第二款")]),
    row(
      "evidence.notice", "公告期届满（公告送达举证通知书）", "提交证据，举证期限自次日起算", .startsAfter, .party,
      [Article(.evidence, 55, "第五项")]),
  ]

  private static let judgment = [
    row("judgment.send", "当庭宣判", "发送判决书", .within(.days(10)), .court, [Article(.civil, 151, "第二款")]),
    row(
      "judgment.send.administrative", "行政案件当庭宣判", "发送判决书", .within(.days(10)), .court,
      [Article(.administrative, 80, "第二款")], .administrative),
    row("judgment.hand", "定期宣判", "宣判后立即发给判决书", .immediately, .court, [Article(.civil, 151, "第二款")]),
  ]

  private static let appeal = [
    row(
      "appeal.judgment", "判决书送达", "上诉", .within(.days(15)), .party,
      [Article(.civil, 171, "第一款"), Article(.civilInterpretation, 244)]),
    row(
      "appeal.ruling", "裁定书送达", "上诉", .within(.days(10)), .party,
      [Article(.civil, 171, "第二款"), Article(.civilInterpretation, 244)]),
    row(
      "appeal.foreign", "判决书、裁定书送达境内无住所的当事人", "上诉", .within(.days(30)), .party,
      [Article(.civil, 286), Article(.civilInterpretation, 536)]),
    row(
      "appeal.judgment.administrative", "行政判决书送达", "上诉", .within(.days(15)), .party,
      [Article(.administrative, 85)], .administrative),
    row(
      "appeal.ruling.administrative", "行政裁定书送达", "上诉", .within(.days(10)), .party,
      [Article(.administrative, 85)], .administrative),
    row(
      "appeal.forward", "原审法院收到上诉状", "向对方当事人送达上诉状副本", .within(.days(5)), .court, [Article(.civil, 174, "第一款")]
    ),
    row("appeal.answer", "对方当事人收到上诉状副本", "提出答辩状", .within(.days(15)), .party, [Article(.civil, 174, "第一款")]),
    row(
      "appeal.answer.foreign", "境内无住所的被上诉人收到上诉状副本", "提出答辩状", .within(.days(30)), .party,
      [Article(.civil, 286)]),
    row(
      "appeal.judgment.criminal", "接到刑事判决书", "上诉、抗诉", .within(.days(10)), .party, [Article(.criminal, 230)],
      .criminal),
    row(
      "appeal.ruling.criminal", "接到刑事裁定书", "上诉、抗诉", .within(.days(5)), .party, [Article(.criminal, 230)],
      .criminal),
  ]

  private static let criminal = [
    row(
      "indictment.send", "刑事案件开庭", "送达起诉书副本", .before(days: 10), .court,
      [Article(.criminal, 187, "第一款"), Article(.criminalInterpretation, 221, "第一款第二项")], .criminal),
    row(
      "hearing.notice.criminal", "刑事案件开庭", "送达传票、通知书", .before(days: 3), .court,
      [Article(.criminal, 187, "第三款"), Article(.criminalInterpretation, 221, "第一款第五项")], .criminal),
    row(
      "judgment.send.criminal", "刑事案件当庭宣判", "送达判决书", .within(.days(5)), .court,
      [Article(.criminal, 202, "第二款")], .criminal),
  ]

  private static let service = [
    row(
      "entrust", "受托法院收到委托函和文书", "代为送达", .within(.days(10)), .court,
      [Article(.civilInterpretation, 134, "第二款")]),
    row(
      "entrust.criminal", "刑事案件受托法院收到委托函和文书", "送达收件人", .within(.days(10)), .court,
      [Article(.criminalInterpretation, 206)], .criminal),
    row("notice", "发出公告（最后张贴或者刊登日）", "公告期满，视为送达", .within(.days(30)), .court, [Article(.civil, 95, "第一款")]),
    row(
      "notice.foreign", "对境内无住所的当事人发出公告", "公告期满，视为送达", .within(.days(60)), .court,
      [Article(.civil, 283, "第二款")]),
    row(
      "post.foreign", "向境外邮寄", "足以认定已经送达的，期间届满之日视为送达", .within(.months(3)), .court,
      [Article(.civil, 283, "第一款第八项"), Article(.civilInterpretation, 534, "第三款")]),
  ]

  private static let trial = [
    row(
      "trial.ordinary", "立案（普通程序一审）", "审结", .within(.months(6)), .court, [Article(.civil, 152)],
      extensible: .months(6)),
    row(
      "trial.summary", "立案（简易程序）", "审结", .within(.months(3)), .court, [Article(.civil, 164)],
      extensible: .months(1)),
    row(
      "trial.small", "立案（小额诉讼）", "审结", .within(.months(2)), .court, [Article(.civil, 168)],
      extensible: .months(1)),
    row("trial.second", "第二审立案（判决）", "审结", .within(.months(3)), .court, [Article(.civil, 183, "第一款")]),
    row(
      "trial.second.ruling", "第二审立案（裁定）", "作出终审裁定", .within(.days(30)), .court, [Article(.civil, 183, "第二款")]),
  ]

  private static func row(
    _ id: String, _ event: String, _ task: String, _ limit: DeadlineRule.Limit, _ actor: DeadlineRule.Actor,
    _ articles: [Article], _ rules: DeadlineCalculator.Rules = .civil, extensible: Period? = nil
  ) -> DeadlineRule {
    DeadlineRule(
      id: id, event: event, task: task, limit: limit, extensible: extensible, actor: actor, rules: rules,
      articles: articles)
  }
}
