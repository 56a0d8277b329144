/// The roles of people in court, by the labels of the transcript standard, section 1.
public enum CourtRole: String, Sendable, CaseIterable {
  /// 审判长
  case presidingJudge = "审判长"
  /// 审判员
  case judge = "审判员"
  /// 人民陪审员
  case assessor = "人民陪审员"
  /// 法官助理
  case judgeAssistant = "法官助理"
  /// 书记员
  case clerk = "书记员"
  /// 原告
  case plaintiff = "原告"
  /// 被告, in civil and administrative cases.
  case defendant = "被告"
  /// 第三人
  case thirdParty = "第三人"
  /// 上诉人
  case appellant = "上诉人"
  /// 被上诉人
  case appellee = "被上诉人"
  /// 申请人
  case applicant = "申请人"
  /// 被申请人
  case respondent = "被申请人"
  /// 公诉人
  case prosecutor = "公诉人"
  /// 被告人, in criminal cases: never the same as 被告.
  case accused = "被告人"
  /// 辩护人
  case defender = "辩护人"
  /// 被害人
  case victim = "被害人"
  /// 附带民事诉讼原告人
  case incidentalPlaintiff = "附带民事诉讼原告人"
  /// 附带民事诉讼被告人
  case incidentalDefendant = "附带民事诉讼被告人"
  /// 证人
  case witness = "证人"
  /// 鉴定人
  case expert = "鉴定人"
  /// 翻译人员
  case interpreter = "翻译人员"
  /// 具有专门知识的人
  case specialist = "具有专门知识的人"
  /// 旁白: a bracketed stage note on its own.
  case stageNote = "旁白"

  /// True for judges and assessors.
  public var isBench: Bool { self == .presidingJudge || self == .judge || self == .assessor }

  /// True for those who can have 代理人.
  public var isParty: Bool { Self.parties.contains(self) }

  private static let parties: Set<CourtRole> = [
    .plaintiff, .defendant, .thirdParty, .appellant, .appellee, .applicant, .respondent, .victim,
    .incidentalPlaintiff, .incidentalDefendant, .accused,
  ]

  /// Longest label first, so that 被告人 is seen before 被告.
  static let longestFirst = allCases.sorted {
    $0.rawValue.unicodeScalars.count > $1.rawValue.unicodeScalars.count
  }

  /// Reads a full label as clerks and templates write it: canonical text and its written-out variants
  /// (原告委托诉讼代理人, 陪审员, 原告（反诉被告）), with or without a mark after it.
  ///
  /// Short forms such as 原代 are for `RoleShorthand`. Nil when the label is none of these.
  public static func parse(label: String) -> RoleLabel? { RoleLabel(text: FullRoleLabel.canonical(label)) }
}
