/// When electronic and simple ways are open.
enum ElectronicRules {
  static func electronic(_ record: ServiceRecord) -> Planner.Verdict {
    if record.procedure == .criminal { return .excluded("刑事诉讼文书没有电子送达的一般规定", [Article(.criminal, 107)]) }
    switch record.consent {
    case .refused: return .excluded("受送达人不同意电子送达", [Article(.civil, 90, "第一款")])
    case .unknown:
      return .excluded("受送达人没有同意电子送达的依据", [Article(.civil, 90, "第一款"), Article(.online, 29, "第二款")])
    case .explicit, .agreed, .pleadings, .conduct: break
    }
    let addresses = record.addresses { $0.kind.isElectronic }
    if addresses.isEmpty { return .excluded("没有电子送达地址", []) }
    let given = record.addresses[addresses[0]].origin.isGiven
    return .allowed(
      addresses,
      reason: "受送达人同意（\(record.consent.title)），\(given ? "地址由其提供或者确认，到达即为送达" : "地址不是其提供的，须回复收悉或者已阅")")
  }

  static func simple(_ record: ServiceRecord) -> Planner.Verdict {
    let notices = record.documents.allSatisfy { $0.kind == .notification || $0.kind == .summons }
    if record.procedure == .criminal {
      let allNotices = record.documents.allSatisfy { $0.kind == .notification }
      guard allNotices else {
        return .excluded("刑事案件只有出庭通知可以用电话、短信等方式", [Article(.criminalInterpretation, 221, "第一款第五项")])
      }
      return reach(record, "通知有关人员出庭，须能够确认对方收悉")
    }
    guard record.procedure.isSummary else {
      return .excluded("简便方式只适用于简易程序", [Article(.civilInterpretation, 261)])
    }
    if record.has(.judgment) || record.has(.ruling) || record.has(.mediation) {
      return .excluded("裁判文书、调解书应以电子送达或者其他方式送达，以免影响上诉期间", [Article(.civil, 90)])
    }
    return reach(record, notices ? "简便方式传唤、通知；未经确认不得缺席判决" : "简便方式送达；须当事人确认")
  }

  private static func reach(_ record: ServiceRecord, _ reason: String) -> Planner.Verdict {
    let addresses = record.addresses { [.mobile, .email, .fax, .im].contains($0.kind) }
    return addresses.isEmpty ? .excluded("没有电话、传真或者电子邮箱", []) : .allowed(addresses, reason: reason)
  }
}
