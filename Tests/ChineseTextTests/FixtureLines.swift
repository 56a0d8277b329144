import Foundation

/// Lines of a fixture file (`a => b`, `#` comments), and data beside the package that may be absent.
enum FixtureLines {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures")

  /// Pairs left and right of `=>`.
  static func pairs(_ name: String) throws -> [(line: Int, left: String, right: String)] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      guard !line.hasPrefix("#"), let arrow = line.range(of: "=>") else { return nil }
      return (
        number + 1, line[..<arrow.lowerBound].trimmingCharacters(in: .whitespaces),
        line[arrow.upperBound...].trimmingCharacters(in: .whitespaces)
      )
    }
  }

  /// A file or folder of the data folder beside the package; nil, with a line printed, when it is not there.
  static func shared(_ path: String) -> URL? {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    for parent in [
      root.deletingLastPathComponent(), root.deletingLastPathComponent().deletingLastPathComponent(),
    ] {
      let url = parent.appendingPathComponent("shared").appendingPathComponent(path)
      if FileManager.default.fileExists(atPath: url.path) { return url }
    }
    print("skipped: no data at shared/\(path)")
    return nil
  }
}
