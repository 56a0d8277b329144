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
  /// True when the pattern's own words tell of a negation, which then is no denial of the match.
  let tellsOfNegation: Bool
  /// True when the value takes the place of one just said.
  let isRevision: Bool

  init(
    rule: Int, range: Range<Int>, unit: Range<Int>, value: String?, valueRange: Range<Int>? = nil,
    tellsOfNegation: Bool = false, isRevision: Bool = false
  ) {
    self.rule = rule
    self.range = range
    self.unit = unit
    self.value = value
    self.valueRange = valueRange
    self.tellsOfNegation = tellsOfNegation
    self.isRevision = isRevision
  }

  /// The sentence the words stand in. Linear in it, but for words that a rule looks for in one sentence alone.
  func sentence(_ bytes: [UInt8], _ rules: CompiledRules) -> Range<Int> {
    if rules.entries[rule].staysInSentence, unit.count <= SentenceSplitter.window { return unit }
    return SentenceSplitter.sentence(around: range, bytes, in: unit)
  }

  /// Where the value stands: in a text element the words themselves.
  func value(in rules: CompiledRules) -> Range<Int>? {
    let entry = rules.entries[rule]
    return valueRange ?? (entry.type == .text && !entry.isReaction ? range : nil)
  }

  /// `false` of `true` and the other way round; nil for any other value.
  static func contrary(of value: String?) -> String? {
    switch value {
    case "true": "false"
    case "false": "true"
    default: nil
    }
  }
}
