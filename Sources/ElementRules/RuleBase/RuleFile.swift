import TextCore

/// A rule base together with the file it was read from, so that every finding about it has a place.
public struct RuleFile: Sendable {
  /// The file.
  public let source: SourceText
  /// What it says.
  public let base: RuleBase

  func finding(
    _ severity: Severity, _ code: String, _ message: String, _ span: Span<Source>, fix: String? = nil
  ) -> Diagnostic {
    Diagnostic(severity, code, message, at: Place(source, span), fix: fix)
  }
}
