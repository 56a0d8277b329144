/// A proposal to change the working text; only `TracedText.apply` acts on it.
public struct Edit: Hashable, Sendable {
  /// What proposes it: `<stage>.<rule>`, a stable id such as `numbers.date`. Use literals: they cost nothing to keep.
  public let rule: String
  /// The bytes to replace; empty for an insertion. One edit covers one maximal run.
  public let span: Span<Working>
  /// What to put there, valid UTF-8; empty for a removal.
  public let replacement: [UInt8]
  /// How sure the rule is, 0 to 1.
  public let confidence: Double

  /// Makes a proposal.
  @inlinable
  public init(_ rule: String, _ span: Span<Working>, _ replacement: [UInt8], confidence: Double = 1) {
    self.rule = rule
    self.span = span
    self.replacement = replacement
    self.confidence = confidence
  }
}

/// One change of the source text that has been made; replacing every `source` range by its `after` gives the output.
///
/// Changes of one text never overlap and stand in source order.
public struct EditRecord: Hashable, Sendable {
  /// The rule that made it; when several stages touched the same bytes, their rules joined by `+`, last one last.
  public let rule: String
  /// The bytes of the decoded source that were replaced.
  public let source: Span<Source>
  /// Where the replacement stands in the working text.
  public let working: Span<Working>
  /// The lowest confidence of the rules that took part.
  public let confidence: Double

  /// The stage that made the last change: the rule up to its first dot.
  public var kind: Substring {
    let last = rule.split(separator: "+").last ?? Substring(rule)
    return last.prefix { $0 != "." }
  }
}
