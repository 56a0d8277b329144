import ChineseText

/// The cast of a hearing without a case file, from the roles that are named in it.
enum HeardCast {
  /// Members by evidence, the judge first.
  static func members(_ facts: HearingFacts, _ mentions: [RoleMention], _ text: SpokenText) -> [Cast.Member] {
    var counts = [Int](repeating: 0, count: RoleClass.count)
    for mention in mentions { counts[Int(mention.role.rawValue)] += 1 }
    var members: [Cast.Member] = []
    for role in facts.kind == .criminal ? criminal : civil {
      let ordinals = ordinals(of: role, mentions)
      let prior = prior(
        role, counts[Int(role.rawValue)], thirdParties: counts[Int(RoleClass.thirdParty.rawValue)], facts)
      for ordinal in ordinals where prior > -10 {
        let label = RoleLabel(
          facts.base(of: role), isAgent: role.isAgent, ordinal: ordinal > 0 ? ordinal : nil)
        let doubt: Float = ordinal == 0 && ordinals.count > 1 ? -1 : 0
        members.append(
          Cast.Member(label: label, actor: Actor(role, ordinal: ordinal), names: [], prior: prior + doubt))
      }
    }
    return members
  }

  private static let civil: [RoleClass] = [
    .presiding, .claimant, .defendant, .claimantAgent, .defendantAgent, .clerk, .witness, .thirdParty,
    .thirdPartyAgent,
    .expert, .bench, .interpreter,
  ]
  private static let criminal: [RoleClass] = [
    .presiding, .prosecutor, .accused, .defender, .clerk, .victim, .witness, .expert, .bench, .interpreter,
  ]

  /// Numbers that members of the side are called by; 0 for none. An agent may be of any member, or of all.
  private static func ordinals(of role: RoleClass, _ mentions: [RoleMention]) -> [Int] {
    guard role.side > 0 else { return [0] }
    var counts = [Int](repeating: 0, count: 6)
    for mention in mentions where mention.role.side == role.side { counts[min(mention.ordinal, 5)] += 1 }
    let used = (1...5).filter { counts[$0] > 1 }
    guard used.count > 1 || (used.count == 1 && counts[used[0]] > 2) else { return [0] }
    return role.isAgent ? used + [0] : used
  }

  private static func prior(_ role: RoleClass, _ count: Int, thirdParties: Int, _ facts: HearingFacts)
    -> Float
  {
    switch role {
    case .presiding, .claimant, .defendant, .prosecutor, .accused: 0
    case .claimantAgent, .defendantAgent: count > 0 ? 0 : -1
    case .defender: count > 0 ? 0 : -3
    case .clerk: -1
    case .witness, .expert: count > 1 ? -0.5 : -5
    case .victim, .thirdParty: count > 1 ? -0.5 : -20
    case .thirdPartyAgent: count > 0 ? -0.5 : thirdParties > 1 ? -1.5 : -20
    case .bench: facts.hasPresiding ? -2 : -20
    case .interpreter: count > 1 ? -2 : -20
    }
  }
}
