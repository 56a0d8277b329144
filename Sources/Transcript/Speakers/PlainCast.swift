import ChineseText

/// Who speaks in a hearing without speakers: the cast of the case file, else whoever the speech shows.
enum PlainCast {
  /// Members that speak; the judge first.
  static func members(_ facts: HearingFacts, _ hearing: HearingText) -> [Cast.Member] {
    let cast = Cast(facts, hearing.mentions, hearing.text)
    let members =
      cast.isKnown ? cast.members.filter { isHeard($0, facts, hearing) } : heard(cast, facts, hearing)
    let judge = Cast.Member(
      label: RoleLabel(facts.base(of: .presiding)), actor: Actor(.presiding), names: [], prior: 0)
    return members.contains { $0.actor.role == .presiding } ? members : [judge] + members
  }

  /// Clerks, assessors and companies in the case file mostly say nothing that is recorded.
  private static func isHeard(_ member: Cast.Member, _ facts: HearingFacts, _ hearing: HearingText) -> Bool {
    switch member.actor.role {
    case .clerk: hearing.says(["报告审判", "宣布法庭纪律", "宣读法庭纪律", "肃静", "全体起立"])
    case .bench: hearing.says(["我问一下", "我补充问", "合议庭成员", "陪审员有", "审判员有"])
    default: true
    }
  }

  private static func heard(_ cast: Cast, _ facts: HearingFacts, _ hearing: HearingText) -> [Cast.Member] {
    cast.members.filter { member in
      switch member.actor.role {
      case .presiding: true
      case .claimant: !PartyName.isOrganisation(.claimant, hearing)
      case .defendant: !PartyName.isOrganisation(.defendant, hearing)
      case .claimantAgent, .defendantAgent: speaks(member.actor, hearing)
      default: member.prior > -3 && isHeard(member, facts, hearing)
      }
    }
  }

  /// An agent speaks where one is named, and always for an organisation.
  private static func speaks(_ actor: Actor, _ hearing: HearingText) -> Bool {
    let party: RoleClass = actor.role == .claimantAgent ? .claimant : .defendant
    let named = hearing.mentions.filter {
      $0.role == actor.role && ($0.ordinal == actor.ordinal || $0.ordinal == 0)
    }.count
    if PartyName.isOrganisation(party, hearing) { return actor.ordinal == 0 || named > 0 }
    return named > 0
      && (actor.ordinal == 0
        || hearing.mentions.contains { $0.role == actor.role && $0.ordinal == actor.ordinal })
  }
}

/// What the opening of a hearing says of the parties.
enum PartyName {
  private static let endings = [
    "公司", "银行", "支行", "分行", "医院", "政府", "委员会", "管理局", "中心", "合作社", "学校", "厂", "局", "集团",
  ].map {
    $0.unicodeScalars.map(\.value)
  }
  private static let ends: [[UInt32]] = ["诉", "与", "一案", "纠纷", "被告", "原告", "第三人", "被上诉人"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// True when the party named first on this side is an organisation: 原告新乡市和顺物业服务有限公司诉…
  static func isOrganisation(_ role: RoleClass, _ hearing: HearingText) -> Bool {
    let text = hearing.text.scalars
    for mention in hearing.mentions.prefix(12) where mention.role == role {
      var index = mention.end
      let limit = min(text.count, mention.end + 26)
      while index < limit, !ends.contains(where: { has($0, text, index) }) {
        if index > mention.end + 2, endings.contains(where: { has($0, text, index) }) { return true }
        index += 1
      }
      if index < limit, index - mention.end >= 2, index - mention.end <= 4 { return false }
    }
    return false
  }

  private static func has(_ word: [UInt32], _ text: [UInt32], _ index: Int) -> Bool {
    index + word.count <= text.count && text[index..<index + word.count].elementsEqual(word)
  }
}

extension HearingText {
  /// True when one of the phrases is said. Linear.
  func says(_ phrases: [String]) -> Bool {
    let wanted = phrases.map { $0.unicodeScalars.map(\.value) }
    let firsts = Set(wanted.map { $0[0] })
    return text.scalars.indices.contains { index in
      firsts.contains(text.scalars[index])
        && wanted.contains {
          index + $0.count <= text.scalars.count && text.scalars[index..<index + $0.count].elementsEqual($0)
        }
    }
  }
}
