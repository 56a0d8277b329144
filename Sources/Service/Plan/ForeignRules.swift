/// The list of 《民事诉讼法》第二百八十三条 for parties without a domicile in China.
enum ForeignRules {
  static func verdict(_ channel: Channel, _ record: ServiceRecord) -> Planner.Verdict {
    switch channel {
    case .electronic: return electronic(record)
    case .foreignAgent:
      return record.recipient.capacity == .agent || record.recipient.capacity == .designated
        ? .allowed([nil], reason: "向受送达人在本案中委托的诉讼代理人送达") : .excluded("受送达人不是本案诉讼代理人", [])
    case .foreignBranch:
      return record.recipient.capacity == .receiver
        ? .allowed([nil], reason: "向境内设立的机构、任职单位或者境内的负责人送达") : .excluded("没有登记境内机构或者负责人", [])
    case .foreignPost:
      let addresses = record.addresses { $0.kind == .postal }
      return addresses.isEmpty
        ? .excluded("没有邮寄地址", []) : .allowed(addresses, reason: "须受送达人所在国法律允许邮寄送达，由承办人核实")
    case .treaty: return .allowed([nil], reason: "依照国际条约中规定的方式送达")
    case .embassy: return .allowed([nil], reason: "受送达人具有中国国籍的，委托驻外使领馆代为送达")
    case .diplomatic: return .allowed([nil], reason: "通过外交途径送达")
    case .otherAgreed: return .allowed([nil], reason: "以受送达人同意、所在国法律不禁止的其他方式送达")
    case .notice:
      return record.has(.mediation)
        ? .excluded("调解书应当直接送达当事人本人", [Article(.civilInterpretation, 133)])
        : .allowed([nil], reason: "不能用上述方式送达的，公告送达，经过六十日视为送达")
    default: return .excluded("受送达人在境内没有住所，按涉外送达方式办理", [Article(.civil, 283, "第一款")])
    }
  }

  private static func electronic(_ record: ServiceRecord) -> Planner.Verdict {
    if record.consent == .refused { return .excluded("受送达人不同意电子送达", [Article(.civil, 283, "第一款第九项")]) }
    guard record.consent.article != nil else {
      return .excluded("没有能够确认受送达人收悉的依据", [Article(.civil, 283, "第一款第九项")])
    }
    let addresses = record.addresses { $0.kind.isElectronic }
    return addresses.isEmpty
      ? .excluded("没有电子送达地址", []) : .allowed(addresses, reason: "能够确认收悉的电子方式；所在国法律禁止的除外")
  }
}
