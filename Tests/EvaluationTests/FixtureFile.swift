import Foundation

/// Lines of a fixture beside the tests, without comments and blank lines.
enum FixtureFile {
  static func lines(_ name: String) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") && !$0.isEmpty }
  }

  /// The root of the package.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Gold folders that exist: our own, and those beside the package when they are there.
  static var goldFolders: [URL] {
    let shared = root.deletingLastPathComponent().appendingPathComponent("shared/gold")
    let exists = FileManager.default.fileExists(atPath: shared.path)
    if !exists { print("没有 ../shared/gold，跳过") }
    return [root.appendingPathComponent("Tests/Gold")] + (exists ? [shared] : [])
  }
}
