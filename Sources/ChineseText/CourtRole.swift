/// The roles of people in court, by the labels of the transcript standard, section 1. (First sketch: being widened.)
public enum CourtRole: String, Sendable, CaseIterable {
  /// 审判员
  case judge = "审判员"
}

/// A label of the standard: role, agent or not, ordinal, name in brackets.
public struct RoleLabel: Hashable, Sendable {
  /// The role itself.
  public let base: CourtRole
  /// True for 代理人.
  public let isAgent: Bool
  /// 被告一 → 1.
  public let ordinal: Int?
  /// 被告（李四） → 李四.
  public let name: String?
  /// The canonical text.
  public var text: String { base.rawValue }
}
public struct CaseFile: Sendable {}
