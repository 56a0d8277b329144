/// Answers questions about who takes part, for reading shorthand.
struct RosterLookup {
  private let roster: [Participant]

  init(_ roster: [Participant]) { self.roster = roster }

  /// 审 and 法官 are the presiding judge where the panel has one; a lone member's number or name is not needed.
  func settle(_ label: RoleLabel, _ isAnyJudge: Bool) -> RoleLabel {
    guard isAnyJudge, label.base == .judge, label.name == nil, has(.presidingJudge) else { return label }
    return RoleLabel(.presidingJudge)
  }

  /// 被 is whoever of that side takes part: 被告, else 被告人, 被上诉人, 被申请人; 原 likewise.
  func substitute(_ role: CourtRole) -> CourtRole {
    guard !has(role) else { return role }
    switch role {
    case .defendant: return [.accused, .appellee, .respondent].first(where: has) ?? role
    case .plaintiff: return has(.incidentalPlaintiff) ? .incidentalPlaintiff : role
    default: return role
    }
  }

  /// 被2代, 被代一: the party's number where the record uses numbers; else the name of the member, or of the agent.
  func ordinal(_ role: CourtRole, _ number: Int?, isAgent: Bool, isAfterAgent: Bool) -> RoleLabel {
    let plain = RoleLabel(role, isAgent: isAgent)
    guard let number else { return plain }
    let parties = members(role)
    if parties.isEmpty || parties.contains(where: { $0.role?.ordinal != nil }) {
      return RoleLabel(role, isAgent: isAgent, ordinal: number)
    }
    if parties.count > 1, number <= parties.count {
      let party = parties[number - 1]
      return isAgent ? agent(of: party, role) : RoleLabel(role, name: party.plainName)
    }
    let agents = agents(role)
    guard isAgent, isAfterAgent, agents.count > 1, number <= agents.count else { return plain }
    return RoleLabel(role, isAgent: true, name: agents[number - 1].plainName)
  }

  /// 被唐, 证人刘: the only participant of that role whose name starts so (or, for organisations, has these characters).
  ///
  /// Where nobody of that role is known and the role `isSure`, a mark that starts like a name stands in the brackets.
  func named(_ role: CourtRole, _ mark: String, isAgent: Bool, isSure: Bool) -> RoleLabel? {
    guard (1...12).contains(mark.count) else { return nil }
    let people = isAgent ? agents(role) : members(role)
    guard !people.isEmpty else {
      let isName = isSure && mark.count <= 4 && Surname.length(atStartOf: mark) > 0
      return isName ? RoleLabel(role, isAgent: isAgent, name: mark) : nil
    }
    let fitting = people.filter { fits($0, mark) }
    return fitting.count == 1 ? label(fitting[0], among: people) : nil
  }

  /// 被唐代: the agent of the only party whose name starts so.
  func agent(ofPartyNamed mark: String, _ role: CourtRole) -> RoleLabel? {
    let fitting = members(role).filter { fits($0, mark) }
    return fitting.count == 1 ? agent(of: fitting[0], role) : nil
  }

  /// 保代, 银行, 唐: a mark that exactly one participant's name has; with 代 the agent of that party.
  func bySideMark(_ text: String) -> RoleLabel? {
    let isAgent = text.hasSuffix("代") && text.count > 1
    let mark = isAgent ? String(text.dropLast()) : text
    let fitting = roster.filter {
      $0.role != nil && (!isAgent || $0.role?.isAgent == false) && fits($0, mark)
    }
    guard fitting.count == 1, let role = fitting[0].role, !isAgent || role.base.isParty else { return nil }
    if isAgent { return agent(of: fitting[0], role.base) }
    return label(
      fitting[0], among: roster.filter { $0.role?.base == role.base && $0.role?.isAgent == role.isAgent })
  }

  private func has(_ role: CourtRole) -> Bool { roster.contains { $0.role?.base == role } }

  private func members(_ role: CourtRole) -> [Participant] {
    roster.filter { $0.role?.base == role && $0.role?.isAgent == false }
  }

  private func agents(_ role: CourtRole) -> [Participant] {
    roster.filter { $0.role?.base == role && $0.role?.isAgent == true }
  }

  /// The label of one of several: its number in the record, or its name; alone it needs neither.
  private func label(_ person: Participant, among people: [Participant]) -> RoleLabel? {
    guard let role = person.role else { return nil }
    if role.ordinal != nil || people.count == 1 { return role }
    return role.with(ordinal: nil, name: person.plainName)
  }

  /// The agent of a party; the one listed after it where the record has no numbers.
  private func agent(of party: Participant, _ role: CourtRole) -> RoleLabel {
    if let number = party.role?.ordinal { return RoleLabel(role, isAgent: true, ordinal: number) }
    guard members(role).count > 1, let place = roster.firstIndex(of: party) else {
      return RoleLabel(role, isAgent: true)
    }
    let following = roster[(place + 1)...].prefix { $0.role?.base == role && $0.role?.isAgent == true }
    return RoleLabel(role, isAgent: true, name: following.first?.plainName)
  }

  private func fits(_ person: Participant, _ mark: String) -> Bool {
    if person.plainName.hasPrefix(mark) { return true }
    guard person.isOrganisation else { return false }
    var rest = person.plainName[...]
    for character in mark {
      guard let index = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: index)...]
    }
    return true
  }
}
