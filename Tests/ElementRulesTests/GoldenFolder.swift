import Foundation
import Testing
import TextCore

@testable import ElementRules

/// Folders of fixtures in which every `NAME.json` has what is said about it in `NAME.txt`.
enum GoldenFolder {
  /// Holds `text` of each file against its golden file; `UPDATE_GOLDEN=1` writes them.
  static func verify(_ name: String, _ text: (RuleFile?, [Diagnostic]) -> String) throws {
    for file in try jsonFiles(FixtureLines.folder.appendingPathComponent(name)) {
      let found = RuleBaseReader.read(try source(file))
      let said = text(found.file, found.findings)
      let golden = file.deletingPathExtension().appendingPathExtension("txt")
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try said.write(to: golden, atomically: true, encoding: .utf8)
      }
      #expect(try said == String(contentsOf: golden, encoding: .utf8), "\(file.lastPathComponent)")
    }
  }

  /// The JSON files of a folder, of which there must be some.
  static func jsonFiles(_ folder: URL) throws -> [URL] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
    #expect(!files.isEmpty)
    return files
  }

  static func source(_ file: URL) throws -> SourceText {
    SourceText(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
  }

  static func text(_ findings: [Diagnostic]) -> String {
    findings.map { DiagnosticRenderer().text($0) + "\n" }.joined()
  }
}
