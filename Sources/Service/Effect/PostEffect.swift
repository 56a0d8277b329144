import ChineseText

/// 邮寄送达 (《民事诉讼法》第九十一条, 专递规定 6–11, 简易规定 10、29, 刑诉解释 207).
enum PostEffect {
  static func of(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    if attempt.has(.rebutted) { return .none("受送达人证明自己没有过错") }
    if let signed = attempt.receipts.first(where: { $0.state == .signed }) { return received(record, signed) }
    guard let returned = attempt.first(.returned) else { return .none("邮件回执尚未返回") }
    return sentBack(record, attempt, returned)
  }

  private static func received(_ record: ServiceRecord, _ signed: Receipt) -> LegalEffect {
    switch signed.detail {
    case .opponent: return .none("签收人是同一案件的对方当事人（专递规定第七条第二款）")
    case .stranger: return .none("签收人不是可以代收的人（专递规定第九条）")
    case .family where record.has(.mediation): return .none("调解书应当由当事人本人或者指定代收人签收（民诉解释第一百三十三条）")
    default: break
    }
    let basis =
      record.procedure == .criminal
      ? [Article(.criminalInterpretation, 207)]
      : [Article(.civil, 91), Article(.post, 9, item(signed.detail))]
    let who = signed.detail == .none ? "回执未写明签收人身份，请核对" : "\(signed.detail.title)签收"
    return .served(.init(signed.time.date, .post, .actual, basis, "\(who)，以回执上的收件日期为准"))
  }

  private static func item(_ detail: ReceiptDetail) -> String {
    switch detail {
    case .guardian: "第二项"
    case .representative, .receiver: "第三项"
    case .agent: "第四项"
    case .designated: "第五项"
    case .family: "第六项"
    default: "第一项"
    }
  }

  /// 文书退回之日视为送达之日, where the fault is on the recipient's side.
  private static func sentBack(_ record: ServiceRecord, _ attempt: Attempt, _ returned: Receipt)
    -> LegalEffect
  {
    if record.procedure == .criminal { return .none("刑事案件以签收日期为送达日期，退回不是送达（刑诉解释第二百零七条）") }
    if record.has(.mediation) { return .none("调解书应当由当事人签收，退回不视为送达（民诉解释第一百三十三条）") }
    if returned.detail == .mismatch { return .none("内容与回执不一致而退回（专递规定第十条）") }
    let origin = attempt.address.flatMap {
      record.addresses.indices.contains($0) ? record.addresses[$0].origin : nil
    }
    let refused = returned.detail == .refusal || attempt.has(.refused)
    guard refused || origin?.isGiven == true || record.refusedAddress else {
      return .none("地址不是受送达人提供或者确认的，退回不视为送达，应改用其他方式")
    }
    let articles =
      record.procedure.isSummary
      ? [Article(.post, 11, "第一款"), Article(.summary, 10, "第一款第一项")] : [Article(.post, 11, "第一款")]
    let why =
      refused ? "拒绝签收" : record.refusedAddress && origin?.isGiven != true ? "拒不提供送达地址" : "提供或者确认的地址不准确、变更未告知"
    return .served(
      .init(returned.time.date, .post, .deemed, articles, "\(why)，文书退回之日视为送达之日；受送达人能证明没有过错的除外"))
  }
}
