/// The transcript as text: what the stages have made of it.
public enum TextWriter {
  /// UTF-8, LF.
  public static func bytes(_ result: Normalized) -> [UInt8] { result.draft.text.bytes }
}
