import Foundation
import Testing

@testable import Transcript

/// The lexicon that lawyers edit and the copy built into the program must say the same;
/// `UPDATE_GOLDEN=1 swift test --filter LexiconText` rewrites the copy.
@Suite struct LexiconTextTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let copy = root.appendingPathComponent("Sources/Transcript/Stages/Terms/LexiconText.swift")
  private static let names = ["terms", "words", "keep", "misheard"]

  private static func content(_ name: String) throws -> [Substring] {
    let url = root.appendingPathComponent("rulebases/lexicon/\(name).txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test func copyIsUpToDate() throws {
    var text = "// Generated from rulebases/lexicon by LexiconTextTests; do not edit by hand.\n\n"
    text += "/// The word lists of `rulebases/lexicon` without their comments.\nenum LexiconText {\n"
    for name in Self.names {
      text += "  static let \(name): StaticString = #\"\"\"\n"
      for line in try Self.content(name) { text += "    \(line)\n" }
      text += "    \"\"\"#\n"
    }
    text += "}\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try text.write(to: Self.copy, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.copy, encoding: .utf8) == text, "run with UPDATE_GOLDEN=1")
  }

  @Test func everyPairIsWellFormed() throws {
    for line in try Self.content("misheard") { #expect(MisheardRule.pair(line) != nil, "\(line)") }
  }

  @Test func termsAreHan() throws {
    for word in try Self.content("terms").flatMap({ $0.split(separator: " ") }) {
      #expect(
        word.unicodeScalars.count > 1
          && word.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) })
    }
  }
}
