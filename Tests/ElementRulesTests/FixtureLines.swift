import Foundation

/// Lines `left => right` of a fixture; `#` starts a comment line.
enum FixtureLines {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures")

  static func pairs(_ name: String) throws -> [(left: String, right: String)] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      guard let arrow = line.range(of: " => ") else { return nil }
      return (String(line[..<arrow.lowerBound]), String(line[arrow.upperBound...]))
    }
  }
}
