/// Why a rule matched a text, or why not.
public struct RuleExplanation: Sendable {
  /// A place where it matched.
  public struct Match: Sendable, Hashable {
    /// The words.
    public let words: String
    /// The value they give.
    public let value: String?
    /// How they are meant.
    public let stance: Stance
  }

  /// What became of it.
  public enum Outcome: Sendable {
    /// It matched.
    case matched([Match])
    /// It would have matched these words, but others stand in the same unit that its `unless` names.
    case blocked(words: String, by: String, blocking: String)
    /// A way of saying it began to match: the words it holds, and what it wanted next.
    case near(says: String, words: String, wanted: String)
    /// It waits for a question that was not asked.
    case needsQuestion([String])
    /// None of the words it hangs on occurs.
    case absent(words: [String])
  }

  /// The rule.
  public let rule: Rule
  /// What became of it.
  public let outcome: Outcome

  /// Smaller is closer to a match.
  var rank: Int {
    switch outcome {
    case .matched: 0
    case .blocked: 1
    case .near(_, let words, _): 1_000_000 - min(words.utf8.count, 900_000)
    case .needsQuestion: 1_000_001
    case .absent: 1_000_002
    }
  }
}
