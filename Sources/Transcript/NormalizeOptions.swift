import ChineseText

/// How much of section 3 of the standard is done.
public enum NormalizeLevel: String, Sendable, CaseIterable {
  /// Full tidying.
  case tidy = "规整"
  /// Verbatim: nothing of section 3 is removed.
  case verbatim = "逐字"
}

/// What the caller wants done.
public struct NormalizeOptions: Sendable {
  /// The kinds of change that may be made.
  public var kinds: Set<EditKind>
  /// Tidy or verbatim.
  public var level: NormalizeLevel
  /// The layout of the input; nil to find out.
  public var form: TranscriptForm?
  /// What the court knows about the case; nil when unknown.
  public var caseFile: CaseFile?
  /// Every line is one utterance without label or header.
  public var isLines: Bool
  /// Scores the marks; nil for rules alone.
  public var punctuation: PunctuationModel?
  /// Tells who speaks; nil for what is said outright alone.
  public var speakers: SpeakerModel?
  /// Roles that voices are known to have, by the input's name of the voice; they stand against all evidence.
  public var settledRoles: [String: RoleLabel] = [:]
  /// Finds misheard words beyond the word lists; nil for the lists alone.
  public var words: WordModel?

  /// All kinds, tidy, layout found out, no case file.
  public init(
    kinds: Set<EditKind> = Set(EditKind.allCases), level: NormalizeLevel = .tidy, form: TranscriptForm? = nil,
    caseFile: CaseFile? = nil, isLines: Bool = false
  ) {
    self.kinds = kinds
    self.level = level
    self.form = form
    self.caseFile = caseFile
    self.isLines = isLines
  }

  /// True when changes of the kind may be made.
  public func allows(_ kind: EditKind) -> Bool {
    kinds.contains(kind) && !(kind == .cleanup && level == .verbatim)
  }
}
