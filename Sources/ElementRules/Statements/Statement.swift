/// What somebody says about an element, and where.
public struct Statement: Sendable, Hashable {
  /// What is said.
  public enum Content: Sendable, Hashable {
    /// A value; nil when it is denied without another.
    case value(String?)
    /// What the other side says is right.
    case confirmation
    /// What the other side says is not right.
    case dispute
  }

  /// Words that prove it.
  public struct Quote: Sendable, Hashable {
    /// The speech they stand in.
    public let turn: Int
    /// The words, in bytes of the text.
    public let range: Range<Int>
  }

  /// The element's id.
  public let element: String
  /// What is said.
  public let content: Content
  /// How it is meant.
  public let stance: Stance
  /// Who says it.
  public let by: String
  /// The side of who says it.
  public let side: Side
  /// The speech.
  public let turn: Int
  /// The words: of an answer, those of the question too when only it holds the value.
  public let quotes: [Quote]
  /// Where a value that was read from the words stands; nil for a value that the rule states.
  let value: Range<Int>?
  /// The rule; for reactions of the language at large their name.
  public let rule: String
  /// True when it speaks of the other side's words or documents as a whole.
  let isGeneral: Bool
  /// True after words of correction: 不对，应该是.
  public let isCorrection: Bool
  /// True when it gives a sum and says so: 一共12000元.
  let isTotal: Bool
  /// True when its sentence sets it against something else: 真正分开是3月, 应当按8月算.
  var contests = false
}

extension Statement {
  /// The value that it gives.
  var stated: String? { if case .value(let value) = content { value } else { nil } }
  /// True for the speaker's own words, not those of a question that it said yes to.
  var isOwn: Bool { stance != .admitted }
  /// True when it gives a value.
  var isValue: Bool { stated != nil }
  /// True when it takes a position on the other side's words and gives no value.
  var isReaction: Bool { content == .confirmation || isDenial }
  /// True for the other side's figure, said again.
  var isEcho: Bool { content == .confirmation && rule == GeneralReactions.Kind.same.rule }
  /// True for a denial without a value.
  var isDenial: Bool { content == .dispute || content == .value(nil) }
}
