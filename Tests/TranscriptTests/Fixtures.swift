import Foundation

/// Lines `before => after` of a fixture file; `#` begins a comment.
enum Fixtures {
  struct Line: Sendable, CustomStringConvertible {
    let before: String
    let after: String
    var description: String { before }
  }

  static func lines(_ name: String) -> [Line] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/\(name)")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let halves = line.components(separatedBy: "=>")
      guard halves.count == 2 else { return nil }
      return Line(
        before: halves[0].trimmingCharacters(in: .whitespaces),
        after: halves[1].trimmingCharacters(in: .whitespaces))
    }
  }
}
