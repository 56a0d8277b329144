import ChineseText

/// Everybody who may speak in a hearing: from the case file, else from what the speech says.
struct Cast: Sendable {
  /// One who may speak.
  struct Member: Hashable, Sendable {
    /// The label in the record.
    let label: RoleLabel
    /// How he speaks, and which of several he is.
    let actor: Actor
    /// Names by which he may be known.
    let names: [String]
    /// How likely he is to speak at all, as a log-likelihood.
    let prior: Float
  }

  /// Most members that are weighed against each other.
  static let maximum = 20
  /// All members.
  let members: [Member]
  /// True when the case file names them.
  let isKnown: Bool

  /// The cast of a hearing.
  init(_ facts: HearingFacts, _ mentions: [RoleMention], _ text: SpokenText) {
    let named = Self.members(facts)
    isKnown = !named.isEmpty
    let all = isKnown ? named + Self.called(facts, mentions, named) : HeardCast.members(facts, mentions, text)
    members = Array(all.prefix(Self.maximum))
  }

  /// Witnesses and experts need not stand in the case file; they speak when somebody names them again and again.
  private static func called(_ facts: HearingFacts, _ mentions: [RoleMention], _ named: [Member]) -> [Member]
  {
    [RoleClass.witness, .expert].compactMap { role in
      guard !named.contains(where: { $0.actor.role == role }), mentions.filter({ $0.role == role }).count > 2
      else { return nil }
      return Member(
        label: RoleLabel(facts.base(of: role)), actor: Actor(role, ordinal: 0), names: [], prior: -1)
    }
  }

  private static func members(_ facts: HearingFacts) -> [Member] {
    let labels = labels(facts.participants)
    var members: [Member] = []
    for (index, participant) in facts.participants.prefix(60).enumerated() {
      guard let label = labels[index], let role = RoleClass(label, hasPresiding: facts.hasPresiding) else {
        continue
      }
      let isSilent = participant.isOrganisation && participant.names.count == 1
      let hasAgent = labels.contains { $0?.base == label.base && $0?.isAgent == true }
      if isSilent, hasAgent { continue }
      let number = label.ordinal ?? 10 + members.filter { $0.actor.role == role }.count
      let isAlone = labels.filter { $0?.base == label.base && $0?.isAgent == label.isAgent }.count < 2
      members.append(
        Member(
          label: label, actor: Actor(role, ordinal: isAlone ? label.ordinal ?? 0 : number),
          names: participant.isOrganisation ? Array(participant.names.dropFirst()) : participant.names,
          prior: isSilent ? -3 : participant.isOrganisation ? -1 : 0))
    }
    return members
  }

  /// The labels of the participants: as the case file has them; with the name in brackets where one side has several
  /// without numbers (standard, section 1).
  static func labels(_ participants: [Participant]) -> [RoleLabel?] {
    participants.map { participant in
      guard let role = participant.role, role.ordinal == nil, role.name == nil, role.base.isParty else {
        return participant.role
      }
      let side = participants.filter { $0.role?.base == role.base && $0.role?.ordinal == nil }
      let parties = side.filter { $0.role?.isAgent == false }.count
      let agents = side.count - parties
      guard parties > 1 || (role.isAgent && agents > 1) else { return role }
      return role.with(ordinal: nil, name: participant.plainName)
    }
  }
}
