import TextCore

/// A calculation that a rule base wants made from its elements.
public struct CalculationPlan: Sendable, Hashable {
  /// Which.
  public let kind: CalculationKind
  /// Where its inputs come from.
  public let inputs: [Input]
  /// Where it stands in the file.
  public let place: Span<Source>

  /// One input.
  public struct Input: Sendable, Hashable {
    /// The calculation's name for it.
    public let name: String
    /// An element's id, or `=` and a fixed value.
    public let source: String

    /// The fixed value.
    var constant: String? { source.hasPrefix("=") ? String(source.dropFirst()) : nil }
  }

  /// The elements it takes.
  var elements: [String] { inputs.filter { $0.constant == nil }.map(\.source) }
}
