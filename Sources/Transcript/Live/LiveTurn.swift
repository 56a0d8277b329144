import TextCore

/// What a live hearing gives out, in order.
public enum LivePart: Sendable {
  /// The header lines with the blank line after them; once, before all turns.
  case header([UInt8])
  /// A turn, or the next piece of the turn given last.
  case turn(LiveTurn)
  /// Something somebody should look at.
  case note(Diagnostic)
}

/// A turn of a live hearing, or a piece of one.
public struct LiveTurn: Sendable {
  /// Who speaks.
  public let speaker: Speaker
  /// What was said, normalized.
  public let text: [UInt8]
  /// The bytes of the decoded stream that made the text.
  public let source: Span<Source>
  /// True when the piece goes on with the turn given last.
  public let continues: Bool
  /// False when more of the turn may come.
  public let isWhole: Bool
}
