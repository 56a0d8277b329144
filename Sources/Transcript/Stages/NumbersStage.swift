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
  /// separate lines they may not. Where two segments of a speaker met, a number ends: 三千 | 五百 is not 3500; nor does one
  /// run on from a party's number.
  public func edits(in draft: Draft) -> [Edit] {
    let bytes = draft.text.bytes
    var edits: [Edit] = []
    for field in draft.header {
      edits += NumbersNormalizer.edits(in: bytes, range: field.value.range, contextStart: field.value.start)
    }
    let parties = PartyOrdinals(draft)
    var joints = draft.joints[...]
    for turn in draft.turns {
      let range = turn.speech.range
      joints = joints.drop { $0 <= range.lowerBound }
      edits += NumbersNormalizer.edits(
        in: bytes, range: range, contextStart: draft.isLines ? nil : 0,
        joints: parties.joints(bytes, range, adding: joints.prefix { $0 < range.upperBound }))
    }
    return edits
  }
}
