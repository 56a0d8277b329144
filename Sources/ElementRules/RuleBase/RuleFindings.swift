import TextCore

/// Collects findings about one rule file; after the hundredth it counts no more, so that a hostile file stays cheap.
struct RuleFindings {
  private static let most = 100
  let source: SourceText
  private var list: [Diagnostic] = []

  init(_ source: SourceText) { self.source = source }

  var hasErrors: Bool { list.contains { $0.severity == .error } }
  /// The findings as they stand in the file.
  var inOrder: [Diagnostic] {
    list.enumerated().sorted { a, b in
      let (first, second) = (a.element.place?.position, b.element.place?.position)
      let (i, j) = (
        first.map { ($0.line, $0.column) } ?? (0, 0), second.map { ($0.line, $0.column) } ?? (0, 0)
      )
      return (i.0, i.1, a.offset) < (j.0, j.1, b.offset)
    }
    .map(\.element)
  }
  var isFull: Bool { list.count >= Self.most }

  mutating func error(_ code: String, _ message: String, _ span: Span<Source>, fix: String? = nil) {
    guard !isFull else { return }
    list.append(Diagnostic(.error, code, message, at: Place(source, span), fix: fix))
  }
}
