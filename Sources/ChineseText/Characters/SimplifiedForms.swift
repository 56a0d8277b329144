import TextCore

/// Traditional → simplified, character by character, built so that simplified text is left alone.
///
/// A character that simplified text writes too (乾 in 乾安县, 著, 於 as a name) is changed only in words that leave no
/// doubt, or where the same text shows other traditional characters; see OpenCC issue 602 for what goes wrong otherwise.
public enum SimplifiedForms {
  private static let first: UInt32 = 0x4E00
  private static let count = 0x9FFF - 0x4E00 + 1

  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: count)
    let text = UnsafeBufferPointer(
      start: TraditionalTable.pairs.utf8Start, count: TraditionalTable.pairs.utf8CodeUnitCount)
    func scalar(_ index: Int) -> UInt32 {
      UInt32(text[index] & 0xF) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    }
    var index = 0
    while index + 5 < text.count {
      if text[index] < 0x80 {
        index += 1
      } else {
        table[Int(scalar(index) - first)] = UInt16(scalar(index + 3))
        index += 6
      }
    }
    for entry in AmbiguousForms.entries.keys { table[Int(entry - first)] = AmbiguousForms.marker }
    return table
  }()

  /// The simplified form of a character that only traditional text writes; nil for all others.
  @inline(__always)
  public static func simplified(_ scalar: UInt32) -> UInt32? {
    let form = lookup(scalar)
    return form == 0 || form == AmbiguousForms.marker ? nil : UInt32(form)
  }

  /// The form in context: `before` and `after` are the neighbours (0 at the edge); with `hasEvidence` the text is known
  /// to be traditional. Constant.
  public static func simplified(
    _ scalar: UInt32, before: UInt32, after: UInt32, hasEvidence: Bool
  ) -> UInt32? {
    let form = lookup(scalar)
    guard form == AmbiguousForms.marker else { return form == 0 ? nil : UInt32(form) }
    return AmbiguousForms.entries[scalar]?.form(before, after, hasEvidence)
  }

  /// 0 for a character that stays, `AmbiguousForms.marker` for one that its neighbours decide.
  @inline(__always)
  static func lookup(_ scalar: UInt32) -> UInt16 {
    scalar &- first < UInt32(count) ? table[Int(scalar - first)] : 0
  }

  /// True for a character that its neighbours decide.
  @inline(__always)
  public static func isAmbiguous(_ scalar: UInt32) -> Bool { lookup(scalar) == AmbiguousForms.marker }

  /// True when nothing at all would be done with the character.
  @inline(__always)
  public static func stays(_ scalar: UInt32) -> Bool { lookup(scalar) == 0 }
}
