import ChineseText

/// 电子送达 (《民事诉讼法》第九十条, 民诉解释 135、136, 在线规则 29–31).
enum ElectronicEffect {
  static func of(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    if record.consent == .refused { return .none("受送达人不同意电子送达") }
    if record.procedure == .criminal { return .none("刑事诉讼文书没有电子送达的一般规定") }
    if attempt.has(.rebutted) { return .none("受送达人证明存在系统错误、地址非本人使用或者非本人阅知") }
    let address = attempt.address.flatMap {
      record.addresses.indices.contains($0) ? record.addresses[$0] : nil
    }
    guard let address, address.kind.isElectronic else { return .none("没有电子送达地址") }
    guard consents(record, attempt) else { return .none("没有受送达人同意电子送达的依据，到达、已阅都不是送达") }
    return address.origin.isGiven ? given(record, attempt) : found(record, attempt)
  }

  /// Consent before, or by conduct: answering or acting on what was served (在线规则 29(4)).
  private static func consents(_ record: ServiceRecord, _ attempt: Attempt) -> Bool {
    record.consent.article != nil || attempt.has(.replied) || attempt.has(.acted)
  }

  /// Confirmed or given by the party: on reaching the system, read or not.
  private static func given(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    let consent = record.consent.article ?? Article(.online, 29, "第二款第四项")
    if let proved = attempt.last(.arrivalProved) {
      return .served(
        .init(
          proved.time.date, .electronic, .actual,
          [Article(.civil, 90, "第二款"), Article(.civilInterpretation, 135, "第二款"), consent],
          "受送达人证明的到达日期"))
    }
    guard let arrived = [.arrived, .read, .replied].compactMap(attempt.first).min()
    else { return .none("尚未到达受送达人的电子地址") }
    return .served(
      .init(
        arrived.time.date, .electronic, .actual,
        [
          Article(.civil, 90, "第二款"), Article(.civilInterpretation, 135, "第二款"), Article(.online, 31, "第一款"),
          consent,
        ],
        "送达信息到达受送达人主动提供或者确认的电子地址"))
  }

  /// An address that is provably his but that he did not give: reply or act, else a rebuttable presumption from reading.
  private static func found(_ record: ServiceRecord, _ attempt: Attempt) -> LegalEffect {
    if let answered = [.replied, .acted].compactMap(attempt.first).min() {
      return .served(
        .init(
          answered.time.date, .electronic, .actual, [Article(.civil, 90), Article(.online, 31, "第二款第一项")],
          answered.state == .acted ? "受送达人已作出相应诉讼行为" : "受送达人回复已收悉"))
    }
    guard let read = attempt.first(.read) else {
      return .none(attempt.has(.arrived) ? "地址不是受送达人提供或者确认的，到达还不是送达，须回复收悉或者已阅" : "尚未到达受送达人的电子地址")
    }
    return .served(
      .init(
        read.time.date, .electronic, .presumed, [Article(.civil, 90), Article(.online, 31, "第二款第二项")],
        "电子地址所在系统反馈已阅知；受送达人可以证明系统错误、地址非本人使用或者非本人阅知"))
  }
}
