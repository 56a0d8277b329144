import ChineseText
import TextCore

/// What stands beside a mark, seen through other marks and spaces, so that the answer is the same before and after
/// those are changed.
struct MarkNeighbours {
  enum Kind {
    case han, digit, letter, other, none
  }

  let bytes: [UInt8]
  let range: Range<Int>
  /// Marks looked through at most.
  private static let reach = 16

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The nearest character before `index` that is no mark.
  func before(_ index: Int) -> Kind {
    var at = index
    for _ in 0..<Self.reach {
      guard at > range.lowerBound, let scalar = UTF8Bytes.scalar(bytes, before: at), scalar.value != 0x0A
      else { return .none }
      let kind = Self.kind(scalar.value)
      if kind != nil { return kind ?? .other }
      at -= scalar.length
    }
    return .other
  }

  /// The nearest character from `index` on that is no mark.
  func after(_ index: Int) -> Kind {
    var at = index
    for _ in 0..<Self.reach {
      guard at < range.upperBound, bytes[at] != 0x0A else { return .none }
      let scalar = UTF8Bytes.scalar(bytes, at)
      let kind = Self.kind(scalar.value)
      if kind != nil { return kind ?? .other }
      at += scalar.length
    }
    return .other
  }

  /// The kind of a character; nil for marks and spaces, which are looked through.
  static func kind(_ scalar: UInt32) -> Kind? {
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19: return .digit
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letter
    case 0x20, 0x09, 0x0D, 0x21, 0x22, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3000...0x3004,
      0x3008...0x301F, 0x2014, 0x2018...0x201D,
      0x2026, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F:
      return nil
    default:
      if CharacterForms.isOddSpace(scalar) { return nil }
      return CharacterForms.isHan(scalar) ? .han : .other
    }
  }
}
