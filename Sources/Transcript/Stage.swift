import TextCore

/// What kinds of change can be switched on and off; the prefix of every rule id.
public enum EditKind: String, Sendable, CaseIterable {
  /// Byte-level and character forms: control characters, composition, traditional → simplified.
  case encoding
  /// Full-width and half-width forms.
  case width
  /// Standard section 3: noise, hesitations, stutters, joined lines.
  case cleanup
  /// Standard section 4: spoken numbers in digits.
  case numbers
  /// Standard section 6: misheard words and names.
  case terms
  /// Standard section 5: marks.
  case punctuation
  /// Standard sections 1 and 2: labels, turns, header.
  case roles
}

/// One step of normalization: looks at the draft and proposes edits; it cannot lose a source position because it
/// never writes text.
///
/// Laws, tested on every stage: edits lie inside header values and speeches; replaying the records gives the output;
/// running twice changes nothing more.
public protocol Stage: Sendable {
  /// The kind all its rules belong to.
  static var kind: EditKind { get }

  /// Proposes edits, sorted by place, never overlapping. Linear in the text.
  func edits(in draft: Draft) -> [Edit]
}

/// A stage that looks at one speech at a time and needs nothing around it.
public protocol SpeechStage: Stage {
  /// Appends edits for the speech in `range`.
  func appendEdits(in bytes: [UInt8], range: Range<Int>, to edits: inout [Edit])
}

extension SpeechStage {
  /// Runs over every header value and speech.
  public func edits(in draft: Draft) -> [Edit] {
    var edits: [Edit] = []
    let bytes = draft.text.bytes
    for field in draft.header { appendEdits(in: bytes, range: field.value.range, to: &edits) }
    for turn in draft.turns { appendEdits(in: bytes, range: turn.speech.range, to: &edits) }
    return edits
  }
}
