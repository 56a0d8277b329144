/// What classes of role have in common: what is learnt of one who answers serves everybody who answers.
///
/// A class scores the sum of its groups, so the tables need a column for each group only.
enum RoleGroup: Int, Sendable, CaseIterable {
  /// Sits on the bench.
  case court
  /// Speaks seldom and beside the matter: assessors, clerks, interpreters.
  case aside
  /// Everybody who speaks from the floor.
  case floor
  /// Claims or accuses.
  case claiming
  /// Answers a claim or a charge.
  case answering
  /// Third parties.
  case third
  /// Speaks as a profession.
  case professional
  /// Speaks of his own affairs.
  case lay
  /// Stands on no side.
  case outside

  /// Number of groups.
  static let count = 9
}

extension RoleClass {
  /// The groups of every class, by its raw value.
  static let groups: [[Int]] = allCases.map { $0.groups.map(\.rawValue) }

  private var groups: [RoleGroup] {
    switch self {
    case .presiding: [.court]
    case .bench: [.court, .aside]
    case .clerk: [.aside]
    case .claimant, .victim: [.floor, .claiming, .lay]
    case .claimantAgent, .prosecutor: [.floor, .claiming, .professional]
    case .defendant, .accused: [.floor, .answering, .lay]
    case .defendantAgent, .defender: [.floor, .answering, .professional]
    case .thirdParty: [.floor, .third, .lay]
    case .thirdPartyAgent: [.floor, .third, .professional]
    case .witness: [.floor, .outside, .lay]
    case .expert: [.floor, .outside, .professional]
    case .interpreter: [.floor, .outside, .aside]
    }
  }
}
