import TextCore

/// A table of a report: lines up by display width in a terminal, and becomes a table of a page.
public struct TextTable: Sendable {
  /// Shown above it; empty for none.
  public let title: String
  let head: [String]
  private(set) var rows: [[String]] = []

  /// A table with these column titles.
  public init(_ head: [String], title: String = "") {
    self.head = head
    self.title = title
  }

  /// Adds one row; missing cells are empty.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// True without rows.
  public var isEmpty: Bool { rows.isEmpty }

  /// The lines; the first column is left-aligned, the others right-aligned.
  public var text: String {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { DisplayWidth.of($0[safe: column] ?? "") }.max() ?? 0 }
    var lines = all.map { line($0, widths) }
    lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
    if !title.isEmpty { lines.insert(title, at: 0) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var parts: [String] = []
    for (column, width) in widths.enumerated() {
      let cell = cells[safe: column] ?? ""
      let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
      parts.append(column == 0 ? cell + gap : gap + cell)
    }
    var text = parts.joined(separator: "  ")
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
