import ChineseText

/// What kind of part somebody plays in court, as far as the way of speaking can tell: both sides of a civil case,
/// of an appeal and of an application speak alike, so 原告, 上诉人 and 申请人 are one class.
enum RoleClass: UInt8, Sendable, CaseIterable {
  case presiding
  case bench
  case clerk
  case claimant
  case claimantAgent
  case defendant
  case defendantAgent
  case thirdParty
  case thirdPartyAgent
  case prosecutor
  case accused
  case defender
  case victim
  case witness
  case expert
  case interpreter

  /// Number of classes.
  static let count = 16

  /// The side the class stands on: 1 claims, 2 answers, 3 third, 0 none.
  var side: Int {
    switch self {
    case .claimant, .claimantAgent: 1
    case .defendant, .defendantAgent: 2
    case .thirdParty, .thirdPartyAgent: 3
    default: 0
    }
  }

  /// Who speaks for a party; nil for those nobody speaks for, and for agents.
  var agent: RoleClass? {
    switch self {
    case .claimant: .claimantAgent
    case .defendant: .defendantAgent
    case .thirdParty: .thirdPartyAgent
    default: nil
    }
  }

  /// True for 代理人.
  var isAgent: Bool { self == .claimantAgent || self == .defendantAgent || self == .thirdPartyAgent }

  /// The class of a label; a 审判员 beside a 审判长 is of the bench. Nil for stage notes.
  init?(_ label: RoleLabel, hasPresiding: Bool) {
    switch label.base {
    case .presidingJudge: self = .presiding
    case .judge: self = hasPresiding ? .bench : .presiding
    case .assessor, .judgeAssistant: self = .bench
    case .clerk: self = .clerk
    case .plaintiff, .appellant, .applicant: self = label.isAgent ? .claimantAgent : .claimant
    case .defendant, .appellee, .respondent, .incidentalDefendant:
      self = label.isAgent ? .defendantAgent : .defendant
    case .thirdParty: self = label.isAgent ? .thirdPartyAgent : .thirdParty
    case .prosecutor: self = .prosecutor
    case .accused: self = .accused
    case .defender: self = .defender
    case .victim, .incidentalPlaintiff: self = .victim
    case .witness: self = .witness
    case .expert, .specialist: self = .expert
    case .interpreter: self = .interpreter
    case .stageNote: return nil
    }
  }
}
