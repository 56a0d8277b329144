import TextCore

/// A stretch of turns that belongs to one phase of the procedure (Civil Procedure Law, articles 140–151).
public struct PhaseSpan: Hashable, Sendable {
  /// The phase's name: 准备, 核对身份, …
  public let name: String
  /// Indices of the turns, half-open.
  public let turns: Range<Int>

  /// Makes a span.
  public init(name: String, turns: Range<Int>) {
    self.name = name
    self.turns = turns
  }
}

/// A normalized hearing: the text with all its changes, and what could not be decided.
public struct Normalized: Sendable {
  /// The final text, turns and records.
  public let draft: Draft
  /// The layout that was read.
  public let form: TranscriptForm
  /// Phases of the procedure, in order.
  public let phases: [PhaseSpan]
  /// What somebody should look at.
  public let diagnostics: [Diagnostic]

  /// Puts the parts together.
  public init(draft: Draft, form: TranscriptForm, phases: [PhaseSpan] = [], diagnostics: [Diagnostic] = []) {
    self.draft = draft
    self.form = form
    self.phases = phases
    self.diagnostics = diagnostics
  }

  /// Speakers that kept the name the input gives them because the evidence does not decide.
  public var unresolved: [Speaker] { draft.speakers.filter { $0.role == nil } }
}
