/// When ways by hand, by post and by notice are open.
enum PaperRules {
  static func direct(_ record: ServiceRecord) -> Planner.Verdict {
    if record.recipient.situation == .missing { return .excluded("受送达人下落不明", []) }
    let addresses = places(record)
    return addresses.isEmpty
      ? .excluded("没有住所或者其他可以直接送达的地址", [])
      : .allowed(addresses, reason: "送达诉讼文书，应当直接送交受送达人")
  }

  static func post(_ record: ServiceRecord) -> Planner.Verdict {
    if record.recipient.situation == .missing {
      return .excluded("受送达人下落不明，不适用法院专递", [Article(.post, 1, "第二项")])
    }
    let addresses = record.addresses { $0.kind == .postal }
    return addresses.isEmpty ? .excluded("没有邮寄地址", []) : .allowed(addresses, reason: "直接送达有困难的，可以邮寄送达")
  }

  static func lien(_ record: ServiceRecord) -> Planner.Verdict {
    if record.has(.mediation) {
      return .excluded("调解书应当直接送达当事人本人，不适用留置送达", [Article(.civilInterpretation, 133)])
    }
    if record.recipient.capacity == .agent {
      return .excluded("诉讼代理人不是指定的代收人，不适用留置送达", [Article(.civilInterpretation, 132)])
    }
    if record.recipient.situation == .missing { return .excluded("受送达人下落不明", []) }
    let addresses = places(record, workplace: record.procedure.isSummary)
    return addresses.isEmpty
      ? .excluded("没有可以留置的住所", [])
      : .allowed(addresses, reason: "直接送达被拒收后，留在住所，见证或者拍照、录像", needsRefusal: true)
  }

  static func pickup(_ record: ServiceRecord) -> Planner.Verdict {
    if record.recipient.situation == .missing { return .excluded("受送达人下落不明", []) }
    guard record.addresses.contains(where: { $0.kind == .mobile || $0.kind == .platform }) else {
      return .excluded("没有可以通知来院领取的联系方式", [])
    }
    return .allowed([nil], reason: "通知当事人到人民法院领取")
  }

  static func byHand(_ channel: Channel, _ record: ServiceRecord) -> Planner.Verdict {
    if record.recipient.situation == .missing { return .excluded("受送达人下落不明", []) }
    if channel == .elsewhere { return .allowed([nil], reason: "在住所地以外找到受送达人时直接送达，拒签的拍照、录像") }
    if places(record).isEmpty { return .excluded("没有地址，无法委托其他法院", []) }
    return .allowed([nil], reason: "直接送达有困难的，可以委托其他人民法院代为送达")
  }

  static func atCourt(_ channel: Channel, _ record: ServiceRecord) -> Planner.Verdict {
    if channel == .pronounce {
      return record.facts.pronounced == nil
        ? .excluded("没有定期宣判的安排", []) : .allowed([nil], reason: "定期宣判时送达")
    }
    guard record.procedure.isSummary else {
      return .excluded("指定期间领取只适用于简易程序", [Article(.summary, 28)])
    }
    return record.facts.pronounced == nil
      ? .excluded("没有宣判的安排", []) : .allowed([nil], reason: "当庭宣判并已告知领取期间、地点和逾期后果的，在指定期间领取")
  }

  static func notice(_ record: ServiceRecord) -> Planner.Verdict {
    if record.procedure.isSummary {
      return .excluded(
        "适用简易程序的案件，不适用公告送达；应转为普通程序", [Article(.civilInterpretation, 140), Article(.summary, 8)])
    }
    if record.procedure == .criminal { return .excluded("刑事诉讼文书没有公告送达的规定", []) }
    if record.has(.mediation) {
      return .excluded("调解书应当直接送达当事人本人", [Article(.civilInterpretation, 133)])
    }
    let reason = record.recipient.situation == .missing ? "受送达人下落不明" : "用其他方式无法送达的，公告送达"
    return .allowed([nil], reason: reason)
  }

  private static func places(_ record: ServiceRecord, workplace: Bool = true) -> [Int] {
    record.addresses { $0.kind == .postal || (workplace && $0.kind == .workplace) }
  }
}
