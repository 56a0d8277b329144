import TextCore

/// Section 4 of the standard: numbers that were spoken become the figures the court writes.
public struct NumbersStage: Stage {
  /// `numbers`
  public static let kind = EditKind.numbers

  /// Makes the stage; it keeps nothing.
  public init() {}

  /// Proposes one edit per maximal run, in header values and speeches; linear in the text.
  ///
  /// In a hearing the words just before a speech may say what an amount is (the question it answers); between
  /// separate lines they may not.
  public func edits(in draft: Draft) -> [Edit] {
    let bytes = draft.text.bytes
    var edits: [Edit] = []
    for field in draft.header {
      edits += NumbersNormalizer.edits(in: bytes, range: field.value.range, contextStart: field.value.start)
    }
    for turn in draft.turns {
      edits += NumbersNormalizer.edits(
        in: bytes, range: turn.speech.range, contextStart: draft.isLines ? nil : 0)
    }
    return edits
  }
}
