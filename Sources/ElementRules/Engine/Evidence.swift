/// A place where a rule matched: what was said, which words prove it, and the value they give.
public struct Evidence: Hashable, Sendable {
  /// Index of the rule among all compiled rules.
  public let rule: Int
  /// The words, in bytes of the text searched.
  public let range: Range<Int>
  /// The sentence or speech the words stand in.
  public let unit: Range<Int>
  /// The value: of the pattern's slot, or the one the rule states; nil when the pattern has no value.
  public let value: String?
  /// Where the value stands, when it was read from the words.
  public let valueRange: Range<Int>?
}
