/// Clerks' shorthand for roles: 审, 原代, 被2代, 被代一, 被唐, 保代 (transcript standard, section 1).
///
/// What a short form means depends on who takes part: 审 is 审判长 where the panel has one, 被 is 被告人 where there is
/// no other 被. A form whose meaning is open gives nil.
public enum RoleShorthand {
  private static let officials: [String: CourtRole] = [
    "审": .judge, "审长": .presidingJudge, "长": .presidingJudge, "法": .judge, "陪": .assessor, "人陪": .assessor,
    "陪审": .assessor, "助": .judgeAssistant, "法助": .judgeAssistant, "书": .clerk, "记": .clerk, "公": .prosecutor,
    "公诉": .prosecutor, "检": .prosecutor, "辩": .defender, "辩护": .defender, "证": .witness, "鉴": .expert,
    "鉴定": .expert,
    "译": .interpreter, "翻": .interpreter, "专": .specialist, "专家": .specialist, "旁": .stageNote,
  ]
  /// Longest first: 被上 before 被.
  private static let parties: [(mark: String, role: CourtRole)] = [
    ("附民原", .incidentalPlaintiff), ("附民被", .incidentalDefendant), ("附原", .incidentalPlaintiff),
    ("附被", .incidentalDefendant), ("被上诉", .appellee), ("被申请", .respondent), ("被上", .appellee),
    ("被申", .respondent),
    ("被害", .victim), ("害", .victim), ("上诉", .appellant), ("上", .appellant), ("申请", .applicant),
    ("申", .applicant),
    ("三", .thirdParty), ("原", .plaintiff), ("被", .defendant),
  ]
  private static let agentMarks = ["委代", "委托", "律师", "律", "代理", "代", "委"]

  /// The role that a label stands for: a full label, a short form, or a name or side mark that only one participant
  /// fits. Nil when it is open. O(label + roster).
  public static func resolve(_ label: String, roster: [Participant] = []) -> RoleLabel? {
    let text = FullRoleLabel.bare(label)
    guard !text.isEmpty, text.count <= 24 else { return nil }
    let roster = RosterLookup(roster)
    if let full = CourtRole.parse(label: label) { return roster.settle(full, text == "法官") }
    return official(text, roster) ?? party(text, roster) ?? roster.bySideMark(text)
  }

  private static func official(_ text: String, _ roster: RosterLookup) -> RoleLabel? {
    let numerals = "一二三四五六七八九十0123456789"
    let mark = String(
      text.prefix(upTo: text.lastIndex { !numerals.contains($0) }.map(text.index(after:)) ?? text.startIndex))
    if let role = officials[mark] {
      var rest = text.dropFirst(mark.count)
      let ordinal = RoleOrdinal.read(&rest)
      return roster.settle(RoleLabel(role, ordinal: role.isBench ? nil : ordinal), role == .judge)
    }
    return namedOfficial(text, roster)
  }

  /// 证人刘, 审判员王芳, 审王: a mark and the start of a name.
  private static func namedOfficial(_ text: String, _ roster: RosterLookup) -> RoleLabel? {
    for role in CourtRole.longestFirst where !role.isParty && text.hasPrefix(role.rawValue) {
      return roster.named(role, String(text.dropFirst(role.rawValue.count)), isAgent: false, isSure: true)
    }
    for length in stride(from: min(3, text.count - 1), to: 0, by: -1) {
      guard let role = officials[String(text.prefix(length))] else { continue }
      return roster.named(role, String(text.dropFirst(length)), isAgent: false, isSure: false)
    }
    return nil
  }

  private static func party(_ text: String, _ roster: RosterLookup) -> RoleLabel? {
    for (mark, role) in fullAndShort where text.hasPrefix(mark) {
      let isSure = mark.count > 1 || mark == "原" || mark == "被"
      return partyTail(text.dropFirst(mark.count), roster.substitute(role), roster, isSure)
    }
    return nil
  }

  private static let fullAndShort: [(mark: String, role: CourtRole)] =
    CourtRole.longestFirst.filter(\.isParty).map { ($0.rawValue, $0) } + parties

  /// What follows the side: ordinal, agent, ordinal, name, in any usual order.
  private static func partyTail(_ tail: Substring, _ role: CourtRole, _ roster: RosterLookup, _ isSure: Bool)
    -> RoleLabel?
  {
    var rest = tail
    let before = RoleOrdinal.read(&rest)
    let agentMark = agentMarks.first { rest.hasPrefix($0) }
    if let agentMark { rest = rest.dropFirst(agentMark.count) }
    if agentMark != nil, rest.hasPrefix("人") { rest = rest.dropFirst() }
    let after = RoleOrdinal.read(&rest)
    let isAgent = agentMark != nil
    if rest.isEmpty {
      return roster.ordinal(role, before ?? after, isAgent: isAgent, isAfterAgent: before == nil)
    }
    if !isAgent, let mark = agentMarks.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
      return roster.agent(ofPartyNamed: String(rest.dropLast(mark.count)), role)
    }
    let name = rest.drop { "（(".contains($0) }.prefix { !"）)".contains($0) }
    return roster.named(role, String(name), isAgent: isAgent, isSure: isSure)
  }
}
