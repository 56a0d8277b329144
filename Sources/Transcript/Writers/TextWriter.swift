import TextCore

/// Writes a normalized hearing as the standard's text: the working text as it stands.
public enum TextWriter {
  /// Valid UTF-8.
  public static func bytes(_ normalized: Normalized) -> [UInt8] { normalized.draft.text.bytes }
}
