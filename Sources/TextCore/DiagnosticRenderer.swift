/// Turns diagnostics into terminal text and JSON; the only place that knows how they look.
public struct DiagnosticRenderer: Sendable {
  /// Longest excerpt shown, in columns; a longer line is cut around the caret.
  private static let excerptColumns = 120
  private let color: Bool

  /// With `color`, ANSI colours are used.
  public init(color: Bool = false) { self.color = color }

  /// `文件:行:列: 错误: … [RB007]`, the line, a caret aligned by display width, notes, then the fix.
  public func text(_ diagnostic: Diagnostic) -> String {
    var lines = [headline(diagnostic)]
    lines += excerpt(diagnostic.place)
    lines += diagnostic.notes.map { "  说明：\($0)" }
    if let fix = diagnostic.fix { lines.append("  建议：\(fix)") }
    return lines.joined(separator: "\n")
  }

  /// One JSON object on one line.
  public func json(_ diagnostic: Diagnostic) -> String {
    var object = JSONObjectWriter()
    object.add("type", "diagnostic")
    object.add("severity", diagnostic.severity.rawValue)
    object.add("code", diagnostic.code)
    object.add("message", diagnostic.message)
    if let place = diagnostic.place {
      object.add("file", place.file)
      if let position = place.position {
        object.add("line", position.line)
        object.add("column", position.column)
      }
    }
    if !diagnostic.notes.isEmpty { object.add("notes", diagnostic.notes) }
    if let fix = diagnostic.fix { object.add("fix", fix) }
    return object.text
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    var place = ""
    if let at = diagnostic.place {
      place = at.file + ":"
      if let position = at.position { place += "\(position.line):\(position.column):" }
      place += " "
    }
    return place + label(diagnostic.severity) + "：" + diagnostic.message + " [\(diagnostic.code)]"
  }

  private func label(_ severity: Severity) -> String {
    let (word, code) =
      switch severity {
      case .error: ("错误", 31)
      case .warning: ("警告", 33)
      case .note: ("提示", 36)
      }
    return color ? "\u{1B}[1;\(code)m\(word)\u{1B}[0m" : word
  }

  private func excerpt(_ place: Place?) -> [String] {
    guard let place, let position = place.position, let line = place.excerpt, !line.isEmpty else { return [] }
    let scalars = Array(line.unicodeScalars).map { DisplayWidth.of($0) == 0 ? " " : $0 }
    let column = min(position.column - 1, scalars.count)
    let first = max(0, column - Self.excerptColumns / 4)
    let last = min(scalars.count, first + Self.excerptColumns / 2)
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars[first..<last])
    let before = scalars[first..<column].reduce(0) { $0 + DisplayWidth.of($1) }
    let marked = scalars[column..<min(last, column + place.length)].reduce(0) { $0 + DisplayWidth.of($1) }
    let caret =
      String(repeating: " ", count: before) + "^" + String(repeating: "~", count: max(0, marked - 1))
    return ["  " + String(shown), "  " + caret]
  }
}
