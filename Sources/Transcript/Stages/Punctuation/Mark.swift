import TextCore

/// A point mark that can stand between two characters of a speech; standard section 5. Paired marks are not points.
///
/// The raw value is the mark's lane in a `BoundaryScores` vector and part of the model format: never renumber.
enum Mark: UInt8, CaseIterable, Sendable {
  /// No mark.
  case none
  /// ，
  case comma
  /// 。
  case stop
  /// ？
  case question
  /// 、
  case enumeration
  /// ；
  case semicolon
  /// ：
  case colon
  /// ！
  case exclamation

  /// The full-width form; 0 for no mark.
  var scalar: UInt32 { Self.scalars[Int(rawValue)] }

  /// The full-width form in UTF-8; empty for no mark.
  var bytes: [UInt8] { Self.forms[Int(rawValue)] }

  /// True for 。 ？ ！.
  var endsSentence: Bool { self == .stop || self == .question || self == .exclamation }

  private static let scalars: [UInt32] = [0, 0xFF0C, 0x3002, 0xFF1F, 0x3001, 0xFF1B, 0xFF1A, 0xFF01]

  private static let forms: [[UInt8]] = scalars.map { scalar in
    var bytes: [UInt8] = []
    if scalar != 0 { UTF8Bytes.append(scalar, to: &bytes) }
    return bytes
  }

  /// The mark a scalar writes, in either width; nil for other scalars. A half-width one counts only where
  /// `SpeechContent` finds that it is no part of a number or a Latin word.
  static func of(_ scalar: UInt32) -> Mark? {
    switch scalar {
    case 0xFF0C, 0x2C: .comma
    case 0x3002, 0x2E, 0xFF0E, 0xFF61: .stop
    case 0xFF1F, 0x3F: .question
    case 0x3001, 0xFF64: .enumeration
    case 0xFF1B, 0x3B: .semicolon
    case 0xFF1A, 0x3A: .colon
    case 0xFF01, 0x21: .exclamation
    default: nil
    }
  }
}
