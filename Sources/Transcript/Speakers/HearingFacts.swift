import ChineseText
import TextCore

/// What kind of hearing it is, as the case file and the speech say.
struct HearingFacts: Sendable {
  /// Which names the sides have.
  enum Kind: Sendable {
    case civil
    case appeal
    case application
    case criminal
  }

  /// The kind of procedure.
  let kind: Kind
  /// True when the bench has a presiding judge.
  let hasPresiding: Bool
  /// True when lay assessors sit.
  let hasAssessors: Bool
  /// True when a civil claim is joined to a criminal case.
  let isIncidental: Bool
  /// True when an expert speaks for a party, and none for the court.
  let hasSpecialist: Bool
  /// Who takes part, by the case file; empty without one.
  let participants: [Participant]

  private static let words = [
    "审判长", "合议庭", "陪审员", "公诉人", "被告人", "辩护人", "起诉书指控", "上诉人", "原告", "被申请人", "担任审判长",
    "审判员", "独任", "附带民事", "专门知识", "专家辅助人", "鉴定人",
  ]
  private static let automaton = LiteralAutomaton(words)
  private static let sample = 1 << 20

  /// Reads the case file and the first megabyte of speech.
  init(_ draft: Draft, _ caseFile: CaseFile?) {
    participants = caseFile?.participants ?? []
    var counts = [Int](repeating: 0, count: Self.words.count)
    Self.automaton.forEachMatch(in: draft.text.bytes, range: 0..<min(draft.text.bytes.count, Self.sample)) {
      counts[$0.pattern] += 1
    }
    for speaker in draft.speakers {
      for (index, word) in Self.words.enumerated() where speaker.key.hasPrefix(word) { counts[index] += 3 }
    }
    let roles = Set(participants.compactMap { $0.role?.base })
    let knowsBench = roles.contains(.judge) || roles.contains(.presidingJudge)
    hasPresiding = knowsBench ? roles.contains(.presidingJudge) : Self.hasPanel(counts)
    hasAssessors = knowsBench ? roles.contains(.assessor) : counts[2] > 0
    isIncidental = counts[13] > 1
    hasSpecialist = counts[14] + counts[15] > 0 && counts[16] == 0
    kind = Self.kind(roles) ?? Self.kind(counts)
  }

  /// A panel is heard of: its head, its name, or lay assessors, who sit only in panels (人民陪审员法第十四条).
  private static func hasPanel(_ counts: [Int]) -> Bool {
    if counts[10] > 0 || counts[2] > 0 || counts[0] > counts[11] { return true }
    return counts[1] > 0 && counts[12] == 0
  }

  private static func kind(_ roles: Set<CourtRole>) -> Kind? {
    if roles.contains(.accused) || roles.contains(.prosecutor) { return .criminal }
    if roles.contains(.appellant) || roles.contains(.appellee) { return .appeal }
    if roles.contains(.applicant) || roles.contains(.respondent) { return .application }
    return roles.contains(.plaintiff) || roles.contains(.defendant) ? .civil : nil
  }

  private static func kind(_ counts: [Int]) -> Kind {
    if counts[3] + counts[4] + counts[5] + counts[6] >= 4 { return .criminal }
    if counts[7] >= (counts[8] > 0 ? 4 : 2), counts[7] > counts[8] { return .appeal }
    return counts[9] >= 3 && counts[9] > counts[8] ? .application : .civil
  }

  /// The base role of a class in this hearing.
  func base(of role: RoleClass) -> CourtRole {
    switch role {
    case .presiding: hasPresiding ? .presidingJudge : .judge
    case .bench: hasAssessors ? .assessor : .judge
    case .clerk: .clerk
    case .claimant, .claimantAgent:
      kind == .appeal ? .appellant : kind == .application ? .applicant : .plaintiff
    case .defendant, .defendantAgent:
      kind == .appeal ? .appellee : kind == .application ? .respondent : .defendant
    case .thirdParty, .thirdPartyAgent: .thirdParty
    case .prosecutor: .prosecutor
    case .accused: .accused
    case .defender: .defender
    case .victim: isIncidental ? .incidentalPlaintiff : .victim
    case .witness: .witness
    case .expert: hasSpecialist ? .specialist : .expert
    case .interpreter: .interpreter
    }
  }
}
