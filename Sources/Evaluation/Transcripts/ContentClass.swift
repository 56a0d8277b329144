/// Splits scalars into content, punctuation and blank, the way every score here understands them.
public enum ContentClass {
  /// The marks that are scored one by one, in report order (transcript standard, section 8).
  public static let marks: [UInt32] = Array("，。？、；：".unicodeScalars.map(\.value))

  /// True for what counts as content: neither punctuation nor blank nor control.
  ///
  /// `%`, `‰` and the sign inside a number (`1.5`, `9:30`, `6/7`) belong to its value and are content.
  public static func isContent(_ scalars: [UInt32], _ index: Int) -> Bool {
    let scalar = scalars[index]
    if scalar >= 0x4E00, scalar < 0xA000 { return true }
    if scalar < 0x80 { return isContentASCII(scalars, index) }
    if scalar == 0x2030 { return true }
    return !isBlank(scalar) && !isPunctuation(scalar)
  }

  /// True for spaces, line ends, controls and invisible characters.
  public static func isBlank(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar <= 0x20 || scalar == 0x7F }
    guard let value = Unicode.Scalar(scalar) else { return true }
    switch value.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: return true
    default: return false
    }
  }

  private static func isContentASCII(_ scalars: [UInt32], _ index: Int) -> Bool {
    let scalar = scalars[index]
    if isDigit(scalar) || (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A) { return true }
    switch scalar {
    case 0x25, 0x2B, 0x3C, 0x3D, 0x3E, 0x24, 0x5E, 0x60, 0x7C, 0x7E: return true  // % + < = > $ ^ ` | ~
    case 0x2C, 0x2D, 0x2E, 0x2F, 0x3A:  // , - . / :
      return index > 0 && index + 1 < scalars.count && isDigit(scalars[index - 1])
        && isDigit(scalars[index + 1])
    default: return false
    }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    guard let value = Unicode.Scalar(scalar) else { return false }
    switch value.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
