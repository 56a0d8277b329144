import ChineseText

/// 宣判 as service of a judgment (民诉解释 141, 简易规定 28、31).
enum JudgmentEffect {
  static func of(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard record.has(.judgment) || record.has(.ruling) else { return .none("只适用于判决书、裁定书") }
    if let signed = attempt.first(.signed) {
      let basis = attempt.channel == .collect ? [Article(.summary, 28, "第二款")] : [Article(.civil, 87, "第二款")]
      return .served(.init(signed.time.date, attempt.channel, .actual, basis, "领取、签收裁判文书之日"))
    }
    return attempt.channel == .collect ? collect(record, attempt) : pronounce(record, attempt)
  }

  private static func collect(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard record.procedure.isSummary else { return .none("指定期间领取只适用于简易程序") }
    guard let expired = attempt.first(.expired) else { return .none("指定领取期间尚未届满") }
    return .served(
      .init(expired.time.date, .collect, .deemed, [Article(.summary, 28, "第二款")], "指定领取裁判文书期间届满之日"))
  }

  private static func pronounce(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard let pronounced = attempt.first(.pronounced) else { return .none("尚未宣判") }
    if record.procedure.isSummary {
      return .served(
        .init(
          pronounced.time.date, .pronounce, .deemed, [Article(.summary, 31, "第一款")], "定期宣判之日即为送达之日"))
    }
    guard pronounced.detail == .refusesToSign else { return .none("普通程序中当事人拒不签收的，才视为送达") }
    return .served(
      .init(
        pronounced.time.date, .pronounce, .deemed, [Article(.civilInterpretation, 141)], "当事人拒不签收，已在宣判笔录中记明"))
  }
}
