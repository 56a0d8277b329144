import ChineseText

/// Service by hand: 直接、来院领取、住所地以外、留置、委托、转交 (《民事诉讼法》第八十七条至第八十九条, 第九十一条至第九十四条).
enum PersonalEffect {
  static func of(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    if attempt.channel == .lien { return lien(record, attempt) }
    if let signed = attempt.first(.signed) { return received(record, attempt.channel, signed) }
    switch attempt.channel {
    case .pickup: return refusedAtCourt(record, attempt)
    case .elsewhere: return refusedElsewhere(record, attempt)
    case .direct: return noted(record, attempt)
    default: return .none("送达回证尚未签收")
    }
  }

  private static func received(_ record: ServiceRecord, _ channel: Channel, _ signed: Receipt) -> LegalEffect
  {
    if signed.detail == .opponent { return .none("签收人是同一案件的对方当事人") }
    if signed.detail == .stranger { return .none("签收人不是可以代收的人") }
    if record.has(.mediation), signed.detail == .family {
      return .none("调解书应当直接送达当事人本人或者其指定的代收人（民诉解释第一百三十三条）")
    }
    return .served(
      .init(
        signed.time.date, channel, .actual, ChannelArticles.effect(channel, record),
        "\(signed.detail == .none ? "" : signed.detail.title)在送达回证上签收的日期"))
  }

  private static func refusedAtCourt(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard let refused = attempt.first(.refused), !record.has(.mediation) else { return .none("尚未来院领取") }
    return .served(
      .init(
        refused.time.date, .pickup, .deemed, [Article(.civilInterpretation, 131, "第一款")],
        "当事人到达法院后拒绝签署送达回证，审判人员、书记员注明情况并签名"))
  }

  private static func refusedElsewhere(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard let refused = attempt.first(.refused), !record.has(.mediation) else { return .none("尚未签收") }
    guard refused.detail == .recording else { return .none("拒绝签署的，须以拍照、录像等方式记录送达过程") }
    let article =
      record.procedure == .administrative
      ? Article(.administrativeInterpretation, 52) : Article(.civilInterpretation, 131, "第二款")
    return .served(.init(refused.time.date, .elsewhere, .deemed, [article], "拒绝签署，已拍照、录像记录送达过程"))
  }

  /// Wrong or outdated address of the party's own giving: the day the officer notes it (简易规定 10(2)).
  private static func noted(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    guard let noted = attempt.first(.noted), !attempt.has(.rebutted) else {
      return .none(attempt.has(.refused) ? "拒收本身不是送达，可以留置送达" : "送达回证尚未签收")
    }
    let given = attempt.address.flatMap {
      record.addresses.indices.contains($0) ? record.addresses[$0].origin.isGiven : nil
    }
    guard record.procedure.isSummary, given == true || record.refusedAddress, !record.has(.mediation)
    else { return .none("只有简易程序中当事人自己提供的地址不准确时，记明情况之日才视为送达") }
    return .served(
      .init(
        noted.time.date, .direct, .deemed, [Article(.summary, 10, "第一款第二项")], "送达人当场在送达回证上记明情况之日"))
  }

  private static func lien(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    if record.has(.mediation) { return .none("调解书不适用留置送达（民诉解释第一百三十三条）") }
    if record.recipient.capacity == .agent { return .none("诉讼代理人不是指定代收人，不适用留置送达（民诉解释第一百三十二条）") }
    guard let left = attempt.first(.left) else { return .none("文书尚未留置") }
    if left.detail == .opponent { return .none("拒收的家属或者收件人是对方当事人，不适用留置（简易规定第十一条第二款）") }
    if left.detail == .witnessRefused, !record.procedure.isSummary {
      return .none("见证人不愿到场的记明只适用于简易程序，须拍照、录像记录")
    }
    guard [.witness, .recording, .witnessRefused].contains(left.detail) else {
      return .none("留置须有见证人或者拍照、录像")
    }
    return .served(
      .init(
        left.time.date, .lien, .deemed,
        ChannelArticles.lien(record, witnessRefused: left.detail == .witnessRefused),
        "拒收，文书留在住所，\(left.detail.title)"))
  }
}
