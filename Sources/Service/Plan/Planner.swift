/// Plans the lawful order of channels; a pure function of the record.
public struct Planner: Sendable {
  /// Makes a planner.
  public init() {}

  /// What a channel is for a record.
  enum Verdict {
    case allowed([Int?], reason: String, needsRefusal: Bool = false)
    case excluded(String, [Article])
  }

  /// The plan; some microseconds.
  public func plan(_ record: ServiceRecord) -> ServicePlan {
    var steps: [ServicePlan.Step] = []
    var exclusions: [ServicePlan.Exclusion] = []
    for channel in order(record) {
      switch verdict(channel, record) {
      case .allowed(let addresses, let reason, let needsRefusal):
        let articles = ChannelArticles.permission(channel, record)
        for address in addresses {
          steps.append(
            .init(
              channel: channel, address: address, articles: articles, reason: reason,
              needsRefusal: needsRefusal))
        }
      case .excluded(let reason, let articles):
        exclusions.append(.init(channel: channel, reason: reason, articles: articles))
      }
    }
    return ServicePlan(steps: steps, exclusions: exclusions, work: work(record, steps))
  }

  /// The order of the ladder. Direct service is the rule; post and commission are for when it is difficult
  /// (《民事诉讼法》第八十八条、第九十一条); notice is the last (第九十五条).
  private func order(_ record: ServiceRecord) -> [Channel] {
    if record.isForeignParty {
      return [
        .electronic, .foreignAgent, .foreignBranch, .foreignPost, .treaty, .embassy, .diplomatic,
        .otherAgreed, .notice,
        .direct, .lien, .post, .entrust, .forward, .simple,
      ]
    }
    let paper: [Channel] = record.directIsDifficult ? [.post, .direct] : [.direct, .post]
    let hand: [Channel] = [.forward, .electronic, .simple, .pickup] + paper + [.lien, .elsewhere, .entrust]
    let court: [Channel] = record.has(.judgment) || record.has(.ruling) ? [.pronounce, .collect] : []
    return hand + court + [.notice]
  }

  private func verdict(_ channel: Channel, _ record: ServiceRecord) -> Verdict {
    if record.isForeignParty { return ForeignRules.verdict(channel, record) }
    if let forwarded = forwarded(channel, record) { return forwarded }
    switch channel {
    case .electronic: return ElectronicRules.electronic(record)
    case .simple: return ElectronicRules.simple(record)
    case .direct, .post: return paper(channel, record)
    case .lien: return PaperRules.lien(record)
    case .pickup: return PaperRules.pickup(record)
    case .entrust, .elsewhere: return PaperRules.byHand(channel, record)
    case .notice: return PaperRules.notice(record)
    case .pronounce, .collect: return PaperRules.atCourt(channel, record)
    case .forward: return .excluded("受送达人不是军人，也没有被监禁或者被采取强制性教育措施", [])
    default: return .excluded("受送达人在境内有住所", [])
    }
  }

  private func paper(_ channel: Channel, _ record: ServiceRecord) -> Verdict {
    channel == .direct ? PaperRules.direct(record) : PaperRules.post(record)
  }

  /// 军人、被监禁、强制性教育: through their unit (《民事诉讼法》第九十二条、第九十三条), everything by hand or post else is out.
  private func forwarded(_ channel: Channel, _ record: ServiceRecord) -> Verdict? {
    let unit: String
    switch record.recipient.situation {
    case .military: unit = "所在部队团以上单位的政治机关"
    case .detained: unit = "所在监所"
    case .education: unit = "所在强制性教育机构"
    case .ordinary, .missing: return nil
    }
    if channel == .forward { return .allowed([nil], reason: "通过\(unit)转交") }
    if channel == .electronic, record.recipient.situation == .military { return nil }
    return .excluded(
      "受送达人是\(record.recipient.situation.title)，应当通过\(unit)转交", ChannelArticles.permission(.forward, record))
  }

  private func work(_ record: ServiceRecord, _ steps: [ServicePlan.Step]) -> [WorkItem] {
    var items: [WorkItem] = []
    if record.procedure == .foreign, record.recipient.isAbroad == nil {
      items.append(
        WorkItem(
          .checkDomicile, "核实受送达人在境内有无住所；核实前按境内无住所安排和计算期间", [Article(.civil, 283), Article(.civil, 286)]))
    }
    let reachable = record.addresses.contains { $0.kind.isElectronic }
    if record.consent == .unknown, reachable, record.procedure != .criminal, !record.isForeignParty {
      items.append(
        WorkItem(.confirmByPhone, "电话联系受送达人，确认是否同意电子送达、接收方式和地址，并告知适用范围、效力、变更方式", [Article(.online, 30)]))
    }
    if record.addresses.isEmpty,
      steps.allSatisfy({ $0.channel == .notice || $0.channel == .pickup || !$0.channel.needsAddress })
    {
      items.append(
        WorkItem(
          .repairAddress, "没有任何送达地址：查找合同约定、诉讼材料、一年内其他案件、常用和登记的地址",
          [Article(.opinion19, 8), Article(.opinion19, 9)]))
    }
    return items
  }
}

extension ServiceRecord {
  /// Indices of the addresses of some kinds, most trusted first.
  func addresses(where fits: (Address) -> Bool) -> [Int] {
    addresses.indices.filter { fits(addresses[$0]) }.sorted {
      (addresses[$0].origin.rank, $0) < (addresses[$1].origin.rank, $1)
    }
  }
}

extension Address.Origin {
  /// Place in the order of trust (19号意见 八、九).
  var rank: Int {
    switch self {
    case .confirmed: 0
    case .pleadings: 1
    case .contract: 2
    case .otherCase: 3
    case .habitual: 4
    case .register: 5
    case .found: 6
    }
  }
}
