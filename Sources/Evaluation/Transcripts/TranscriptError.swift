/// One difference between a prediction and gold, with what stands around it.
public struct TranscriptError: Hashable, Sendable {
  /// The work that would have got it right: the edit kinds of the transcript standard, section 7.
  public enum Kind: String, Sendable, CaseIterable {
    /// Digits, numerals and units.
    case numbers
    /// Fillers, stutters and repeats.
    case cleanup
    /// Other characters: misheard words, names, lost or added speech.
    case terms
    /// Marks.
    case punctuation
    /// Labels.
    case roles

    /// The kind in Chinese.
    public var title: String {
      switch self {
      case .numbers: "数字"
      case .cleanup: "口语整理"
      case .terms: "用字用词"
      case .punctuation: "标点"
      case .roles: "说话人"
      }
    }
  }

  /// What kind of work it concerns.
  public let kind: Kind
  /// Line of the gold file, from 1.
  public let goldLine: Int
  /// Line of the predicted file, from 1; 0 when nothing there corresponds.
  public let predictedLine: Int
  /// Gold label of the turn.
  public let speaker: String
  /// What gold has; empty for an insertion.
  public let gold: String
  /// What was predicted; empty for a deletion.
  public let predicted: String
  /// Gold text before.
  public let before: String
  /// Gold text after.
  public let after: String
  /// Edits (characters or marks) it stands for; for roles the content characters concerned.
  public let weight: Int
}

/// What a safety error changes (transcript standard, section 8).
public enum SafetyKind: String, Sendable, CaseIterable {
  /// A party's or participant's name.
  case name
  /// A statute or article.
  case statute
  /// A date or time of day.
  case date
  /// The value of a number.
  case number
  /// The answer to a question.
  case answer
  /// A negation.
  case negation

  /// The kind in Chinese.
  public var title: String {
    switch self {
    case .name: "姓名"
    case .statute: "法条"
    case .date: "日期"
    case .number: "数值"
    case .answer: "回答"
    case .negation: "否定"
    }
  }
}

/// One change of meaning that gold does not have.
public struct SafetyError: Hashable, Sendable {
  /// What is changed.
  public let kind: SafetyKind
  /// Line of the gold file, from 1.
  public let goldLine: Int
  /// Line of the predicted file, from 1.
  public let predictedLine: Int
  /// Gold label of the turn.
  public let speaker: String
  /// What gold has; empty when the prediction invents it.
  public let gold: String
  /// What was predicted; empty when it is lost.
  public let predicted: String
  /// Gold text before.
  public let before: String
  /// Gold text after.
  public let after: String
}
