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

  /// True for 代理人.
  var isAgent: Bool { self == .claimantAgent || self == .defendantAgent || self == .thirdPartyAgent }
}
