import ChineseText
import Foundation
import TextCore
import Testing

@testable import Transcript

/// The whole way, not one stage: what the records say is what was done.
@Suite struct PipelineLawTests {
  /// Replaying the edits on the source gives the output byte for byte, for 10,000 generated lines.
  @Test func replayHoldsOnGeneratedLines() {
    var speech = GeneratedSpeech(seed: 7)
    let text = (0..<10_000).map { _ in speech.line() }.joined(separator: "\n")
    let result = Normalizer.normalize(SourceText(text), NormalizeOptions(isLines: true))
    #expect(StageLaws.replay(result.draft.text) == TextWriter.bytes(result))
  }

  /// The same for every raw gold hearing, with its case file and without.
  @Test func replayHoldsOnRawHearings() throws {
    let gold = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Gold")
    let shared = gold.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared/gold")
    var seen = 0
    for folder in [gold, shared] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
        let hearing = folder.appendingPathComponent(name)
        let raw = ["raw.txt", "raw.json"].map { hearing.appendingPathComponent($0) }
          .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let raw else { continue }
        let source = TextDecoder().decode(Array(try Data(contentsOf: raw)), name: raw.path).source
        let known = try TextDecoder().decode(
          Array(Data(contentsOf: hearing.appendingPathComponent("case.json"))), name: "case.json")
        for caseFile in [nil, CaseFile.read(known.source).file] {
          var options = NormalizeOptions(caseFile: caseFile)
          (options.punctuation, options.speakers) = (ShippedModels.punctuation, ShippedModels.speakers)
          let result = Normalizer.normalize(source, options)
          #expect(StageLaws.replay(result.draft.text) == TextWriter.bytes(result), "\(name)")
        }
        seen += 1
      }
    }
    if !FileManager.default.fileExists(atPath: shared.path) { print("跳过 ../shared/gold：不在这里") }
    #expect(seen >= 6)
  }
}
