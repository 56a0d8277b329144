/// How the input is laid out; see the interfaces, `--form`.
public enum TranscriptForm: String, Sendable, CaseIterable {
  /// Right labels, raw recognized text.
  case channel
  /// Anonymous ids with times, a line of text, a blank line.
  case diarized
  /// Engine JSON: FunASR or Whisper shape.
  case json
  /// Clerk's shorthand labels.
  case typed
  /// No speakers at all.
  case plain
  /// SubRip subtitles.
  case srt
  /// WebVTT subtitles.
  case vtt

  /// True for forms whose own marks are no text for readers: they are laid out even when roles are left alone.
  public var isMarkup: Bool { self == .json || self == .srt || self == .vtt }
}
