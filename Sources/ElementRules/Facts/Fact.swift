/// What the parties say about one element, side by side.
public struct Fact: Sendable, Hashable {
  /// Whether it is agreed.
  public enum Status: String, Sendable, CaseIterable {
    /// Both sides say the same, or one says it and the other admits it.
    case agreed = "无争议"
    /// They differ, or one denies it.
    case disputed = "有争议"
    /// Only one side speaks of it.
    case oneSided = "单方陈述"
  }

  /// One position.
  public struct Version: Sendable, Hashable {
    /// The value; nil for a denial without another.
    public let value: String?
    /// Who takes it, in order of speaking.
    public let by: [String]
    /// The words: those of one party after those of another, each in order.
    public let quotes: [Statement.Quote]
    /// The rules that found it.
    public let rules: [String]

    /// Who is only presumed to take it, having said nothing of the element itself (自认, 民诉法解释 art. 92); nil when all
    /// have spoken.
    public var presumed: String? { rules.contains(LoneVoice.rule) ? by.last : nil }
  }

  /// The element.
  public let element: Element
  /// Whether it is agreed.
  public let status: Status
  /// The positions: one, or several when it is disputed.
  public let versions: [Version]
  /// Values a party gave and then corrected, with their words.
  public let corrected: [Version]
}
