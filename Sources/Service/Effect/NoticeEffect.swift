import ChineseText

/// 公告送达 and 涉外邮寄: effect by the end of a period (《民事诉讼法》第九十五条, 第二百八十三条; 民诉解释 138、534).
enum NoticeEffect {
  static func of(_ record: ServiceRecord, _ attempt: Attempt, _ options: EffectOptions) -> LegalEffect {
    if record.procedure.isSummary { return .none("适用简易程序的案件，不适用公告送达（民诉解释第一百四十条）") }
    guard let published = attempt.last(.published) else { return .none("公告尚未发出") }
    let abroad = record.isForeignParty
    let end = self.end(.days(abroad ? 60 : 30), from: published.time.date, options)
    let article = abroad ? Article(.civil, 283, "第二款") : Article(.civil, 95, "第一款")
    let reason = "最后张贴或者刊登之日 \(published.time.date) 起经过\(abroad ? "六十" : "三十")日"
    return .served(.init(end, .notice, .deemed, [article, Article(.civilInterpretation, 138)], reason))
  }

  static func foreignPost(_ record: ServiceRecord, _ attempt: Attempt, _ options: EffectOptions)
    -> LegalEffect
  {
    let articles = [Article(.civil, 283, "第一款第八项"), Article(.civilInterpretation, 534)]
    if let signed = attempt.first(.signed) {
      return .served(.init(signed.time.date, .foreignPost, .actual, articles, "在送达回证或者邮件回执上签收的日期"))
    }
    let mailed = (attempt.first(.sent)?.time ?? attempt.time).date
    let end = self.end(.months(3), from: mailed, options)
    guard attempt.has(.established) else {
      return .none("邮寄满三个月（\(end)）未收到送达证明且不足以认定已经送达的，视为不能用邮寄方式送达")
    }
    return .served(.init(end, .foreignPost, .deemed, articles, "自邮寄之日起满三个月，根据各种情况足以认定已经送达"))
  }

  private static func end(_ period: Period, from date: CalendarDate, _ options: EffectOptions) -> CalendarDate
  {
    DeadlineCalculator(calendar: options.calendar).deadline(period, from: date, rolling: options.rollsNotice)
      .last
  }
}

extension ServiceRecord {
  /// The party has no domicile in China. Where a 涉外 case does not say, yes: the longer periods harm nobody.
  public var isForeignParty: Bool { recipient.isAbroad ?? (procedure == .foreign) }
}
