import Foundation
import TextCore
import Testing

@testable import Transcript

/// Pairs of other projects, read where they lie beside the repository; misses are listed with the reason.
@Suite struct NumbersMeasurementTests {
  private struct Pair {
    let spoken: String
    let written: String
  }

  private static func pairs(_ name: String) throws -> [Pair] {
    guard let folder = SharedMaterial.folder("data/itn") else { return [] }
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    return try bytes.split(separator: 0x0A).compactMap { line in
      let node = try JSONNode.parse(Array(line))
      guard let spoken = node["spoken"]?.string, let written = node["written"]?.string else { return nil }
      return Pair(
        spoken: spoken.trimmingCharacters(in: .whitespaces),
        written: written.trimmingCharacters(in: .whitespaces))
    }
  }

  /// Why the written form of a pair is not the transcript standard's; nil when it is.
  private static func reason(_ pair: Pair, _ all: [Pair]) -> String? {
    if Set(all.filter { $0.spoken == pair.spoken }.map(\.written)).count > 1 {
      return "its project gives several forms"
    }
    let digits = "[0-9]"
    let rules: [(String, String)] = [
      ("\(digits)/\(digits)", "fractions stay"), ("\(digits)块", "块 is written 元"),
      ("\(digits)点(半|\(digits)刻)|^\(digits):\(digits)", "clock times are written 时 分"),
      ("月\(digits)+号", "号 is written 日"),
      ("^[GDT]\(digits)", "trains keep their letters' words"), ("公元", "words are not replaced"),
      ("(^|[^0-9.])\(digits)(个|年后|两|秒|位|半|张|层)", "single-digit counts stay"),
    ]
    for (pattern, why) in rules where pair.written.range(of: pattern, options: .regularExpression) != nil {
      if pair.spoken.range(of: pattern, options: .regularExpression) == nil { return why }
    }
    return pair.written.isEmpty ? "belongs to cleanup" : nil
  }

  private static func measure(_ name: String) throws -> (right: Int, total: Int, fit: Int) {
    let all = try pairs(name)
    var right = 0
    var excluded = 0
    for pair in all {
      let output = NumbersStageTests.normalized(pair.spoken)
      if output == pair.written {
        right += 1
      } else if let why = reason(pair, all) {
        excluded += 1
        print("\(name): by the standard (\(why)): \(pair.spoken) => \(output), theirs \(pair.written)")
      } else {
        print("\(name): miss: \(pair.spoken) => \(output), theirs \(pair.written)")
      }
    }
    print(
      "\(name): \(right) of \(all.count) as written, \(right) of \(all.count - excluded) where the standard agrees"
    )
    return (right, all.count, all.count - excluded)
  }

  @Test(arguments: [
    ("issue-failures-dev.jsonl", 1.0), ("protected-words-dev.jsonl", 1.0),
    ("peers-court-fit-dev.jsonl", 0.96),
  ])
  func pairsOfOtherProjects(_ name: String, _ gate: Double) throws {
    let (right, _, fit) = try Self.measure(name)
    #expect(Double(right) >= gate * Double(fit))
  }

  /// Hearings that are already in the standard: every change would be a likely error.
  @Test func normalizedHearingsStayAsTheyAre() throws {
    var edits = 0
    var characters = 0
    for url in SharedMaterial.files("corpus-hearings", suffix: ".txt") {
      let draft = SharedMaterial.draft(standard: try String(contentsOf: url, encoding: .utf8))
      characters += draft.text.bytes.count / 3
      for edit in NumbersStage().edits(in: draft) {
        edits += 1
        let before = String(decoding: draft.text.bytes[edit.span.range], as: UTF8.self)
        print(
          "\(url.lastPathComponent): \(edit.rule): \(before) => \(String(decoding: edit.replacement, as: UTF8.self))"
        )
      }
    }
    print("corpus hearings: \(edits) edits in about \(characters) characters")
    #expect(edits * 4000 <= characters)
  }
}
