import TextCore

/// What a reader found: where header values and speeches stand, and the edits that make speeches plain text.
public struct Reading: Sendable {
  /// Header values, before all turns, in order.
  public var header: [HeaderField] = []
  /// Speeches in order, never overlapping.
  public var turns: [Turn] = []
  /// All voices; `Turn.speaker` indexes them.
  public var speakers: [Speaker] = []
  /// Changes inside speeches only: joined lines, resolved escapes, removed markup. Sorted.
  public var edits: [Edit] = []
  /// What somebody should look at.
  public var diagnostics: [Diagnostic] = []

  /// An empty reading.
  public init() {}
}

/// Finds speeches in one layout of transcript; never changes anything outside them, never fails.
///
/// Every reader is linear in the input and says in diagnostics what it could not understand.
public protocol TranscriptReader {
  /// Reads the whole source.
  static func read(_ source: SourceText) -> Reading
}

extension TranscriptForm {
  /// Reads the source as this form.
  public func read(_ source: SourceText) -> Reading {
    switch self {
    case .channel, .typed: LabelledReader.read(source)
    case .diarized: DiarizedReader.read(source)
    case .json: JSONReader.read(source)
    case .plain: PlainReader.read(source)
    case .srt, .vtt: SubtitleReader.read(source)
    }
  }
}
