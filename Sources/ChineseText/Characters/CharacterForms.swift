import Foundation

/// Classes of characters that a transcript should not contain, and the forms to bring them to.
public enum CharacterForms {
  /// What is wrong with a character that leaves no trace on paper.
  public enum Unseen: Sendable {
    /// Byte order mark inside the text.
    case mark
    /// Control character; tab and line ends are none.
    case control
    /// Zero-width, directional or variation character.
    case invisible
  }

  /// Says whether a character is unseen, and how; nil for all that print. U+FFFD prints.
  public static func unseen(_ scalar: UInt32) -> Unseen? {
    switch scalar {
    case 0x09, 0x0A, 0x0D: nil
    case 0xFEFF: .mark
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: .control
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xE_0000...0xE_0FFF:
      .invisible
    default: nil
    }
  }

  /// True for the spaces that print like U+0020 but are not it: no-break, full-width, typographic ones.
  @inline(__always)
  public static func isOddSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x3000 || scalar == 0xA0 || (0x2000...0x200A).contains(scalar) || scalar == 0x202F
      || scalar == 0x205F
  }

  /// The half-width form of full-width letters, digits and the signs ％＠＃＄＆＊＋＝／－＿; nil for all others.
  ///
  /// Full-width punctuation is right in Chinese text and stays; ． and － are for the caller to judge.
  @inline(__always)
  public static func halfWidth(_ scalar: UInt32) -> UInt8? {
    guard scalar &- 0xFF01 < 0x5E else { return nil }
    let ascii = UInt8(scalar - 0xFEE0)
    switch ascii {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25, 0x40, 0x23, 0x24, 0x26, 0x2A, 0x2B, 0x3D, 0x2F, 0x5F:
      return ascii
    default: return nil
    }
  }

  /// True for Han characters of all blocks, 〇 and 々 included.
  @inline(__always)
  public static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x3005, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
    default: false
    }
  }

  /// True for characters that may not be in composed form (NFC): combining marks, compatibility ideographs, jamo, and
  /// signs that NFC replaces. Meant for scalars outside the common Chinese blocks.
  public static func mayCompose(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300: return false
    case 0xF900...0xFAFF, 0x2_F800...0x2_FA1F, 0x1100...0x11FF, 0x2000, 0x2001, 0x2126, 0x212A, 0x212B,
      0x2329, 0x232A,
      0x340...0x344, 0x374, 0x37E, 0x387:
      return true
    default: return isCombining(scalar)
    }
  }

  /// True for a mark that belongs to the character before it.
  public static func isCombining(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, let unicode = UnicodeScalar(scalar) else { return false }
    return unicode.properties.canonicalCombiningClass != .notReordered || (0x1161...0x11FF).contains(scalar)
  }

  /// The composed form (NFC) of valid UTF-8.
  public static func composed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
  }
}
