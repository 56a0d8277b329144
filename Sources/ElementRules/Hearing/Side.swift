import ChineseText

/// On which side of the table somebody speaks.
public enum Side: String, Sendable, CaseIterable {
  /// 原告, 上诉人, 申请人 and their agents.
  case plaintiff = "原告"
  /// 被告, 被上诉人, 被申请人 and their agents.
  case defendant = "被告"
  /// 第三人
  case thirdParty = "第三人"
  /// Judges, assessors, their assistants and clerks.
  case bench = "审判人员"
  /// 证人, 鉴定人 and others who are evidence, never a party (facts annotation, rule 2).
  case witness = "证人"

  /// The side of a role.
  public init(_ role: CourtRole) {
    switch role {
    case .plaintiff, .appellant, .applicant, .incidentalPlaintiff, .prosecutor, .victim: self = .plaintiff
    case .defendant, .appellee, .respondent, .incidentalDefendant, .accused, .defender: self = .defendant
    case .thirdParty: self = .thirdParty
    case .presidingJudge, .judge, .assessor, .judgeAssistant, .clerk, .stageNote: self = .bench
    case .witness, .expert, .interpreter, .specialist: self = .witness
    }
  }

  /// True for those whose words can be a version of a fact.
  public var isParty: Bool { self == .plaintiff || self == .defendant || self == .thirdParty }

  /// The side whose words a party admits or denies.
  public var opponent: Side {
    switch self {
    case .plaintiff: .defendant
    case .defendant, .thirdParty: .plaintiff
    case .bench, .witness: self
    }
  }
}
