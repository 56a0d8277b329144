/// Whether a piece of a Word file is part of a tracked change, and by whom.
public enum WordRevision: Hashable, Sendable {
  /// Plain text.
  case none
  /// Put in by this author: rejecting it takes it away.
  case inserted(author: String)
  /// Taken out by this author: rejecting it brings it back.
  case removed(author: String)
}

/// A stretch of text inside a paragraph, all of one kind.
public struct WordRun: Hashable, Sendable {
  /// Valid UTF-8 without line feeds; a tab stays a tab.
  public let text: ArraySlice<UInt8>
  /// Printed bold.
  public let isBold: Bool
  /// The tracked change it belongs to.
  public let revision: WordRevision

  /// Makes a run.
  public init(_ text: ArraySlice<UInt8>, isBold: Bool = false, revision: WordRevision = .none) {
    self.text = text
    self.isBold = isBold
    self.revision = revision
  }
}

/// A paragraph to be written.
public struct WordParagraph: Hashable, Sendable {
  /// The looks of paragraphs in a court record.
  public enum Style: String, Sendable, CaseIterable {
    /// Court and kind of record, in the middle.
    case title = "RecordTitle"
    /// Time, place, case number.
    case field = "RecordField"
    /// What somebody said.
    case turn = "RecordTurn"
    /// A line to sign on.
    case signature = "RecordSignature"
  }

  /// How it looks.
  public var style: Style
  /// Its text.
  public var runs: [WordRun] = []
  /// The tracked change its end belongs to: rejecting or accepting may join it with the next paragraph.
  public var mark: WordRevision = .none
  /// Printed on one page with the paragraph after it.
  public var keepsWithNext = false

  /// An empty paragraph.
  public init(_ style: Style) { self.style = style }
}
