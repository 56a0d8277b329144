import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct PunctuationStageTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let model = try? PunctuationModel(
    path: root.appendingPathComponent("rulebases/models/punctuation.model").path)

  @Test func lawsHoldWithAndWithoutModel() {
    var speech = GeneratedSpeech(seed: 7)
    for _ in 0..<2_000 {
      let line = speech.line()
      StageLaws.check(PunctuationStage(), on: StageLaws.lines(line), "rules: \(line)")
      StageLaws.check(PunctuationStage(model: Self.model), on: StageLaws.lines(line), "model: \(line)")
    }
  }

  /// Marks are all that changes.
  @Test func contentStays() {
    var speech = GeneratedSpeech(seed: 8)
    for _ in 0..<500 {
      let line = speech.line().filter { $0 != "\n" }
      var draft = StageLaws.lines(line)
      let before = draft.turns.map { SpeechContent(draft.text.bytes, $0.speech.range).scalars }
      draft.run(PunctuationStage(model: Self.model))
      #expect(
        draft.turns.map { SpeechContent(draft.text.bytes, $0.speech.range).scalars } == before, "\(line)")
    }
  }
}
