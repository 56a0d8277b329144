/// How much a diagnostic weighs.
public enum Severity: String, Sendable, CaseIterable {
  /// The work could not be done; exit code 2 or 64.
  case error
  /// Done, but somebody should look.
  case warning
  /// For information.
  case note
}

/// Where a diagnostic points.
public struct Place: Hashable, Sendable {
  /// File name as the user gave it.
  public let file: String
  /// Line and column, when known.
  public let position: Position?
  /// The text of that line without its end, for the excerpt; nil when the line is very long.
  public let excerpt: String?
  /// Scalars to underline from the column on (at least 1).
  public let length: Int

  /// Makes a place from its parts.
  public init(file: String, position: Position? = nil, excerpt: String? = nil, length: Int = 1) {
    self.file = file
    self.position = position
    self.excerpt = excerpt
    self.length = max(1, length)
  }

  /// Longest line, in bytes, that is kept as excerpt.
  private static let longestExcerpt = 1 << 16

  /// The place of a span of a source text.
  public init(_ source: SourceText, _ span: Span<Source>) {
    let position = source.position(at: span.start)
    let line = source.lines.range(ofLine: position.line, in: source.bytes)
    let end = min(
      max(span.end, span.start), max(line.upperBound, span.start), span.start + Self.longestExcerpt)
    let marked = String(decoding: source.bytes[span.start..<end], as: UTF8.self).unicodeScalars.count
    let excerpt =
      line.count <= Self.longestExcerpt ? String(decoding: source.bytes[line], as: UTF8.self) : nil
    self.init(file: source.name, position: position, excerpt: excerpt, length: marked)
  }
}

/// One finding about the user's data: what, where, why, what to do. Codes are stable, messages are Chinese.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How much it weighs.
  public let severity: Severity
  /// Stable code such as `RB007`: two or more letters of the area, three digits.
  public let code: String
  /// What is wrong, in one Chinese sentence, without a full stop.
  public let message: String
  /// Where, when it has a place.
  public let place: Place?
  /// Why; each a Chinese sentence.
  public let notes: [String]
  /// What to do about it.
  public let fix: String?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ code: String, _ message: String, at place: Place? = nil,
    notes: [String] = [], fix: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.notes = notes
    self.fix = fix
  }
}
