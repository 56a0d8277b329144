import TextCore
import Testing

@testable import Transcript

@Suite struct CleanupStagesTests {
  private func draft(_ line: String) -> Draft {
    SharedMaterial.draft(
      line.components(separatedBy: " / ").map { turn in
        let halves = turn.split(separator: "：", maxSplits: 1, omittingEmptySubsequences: false)
        return (label: String(halves[0]), text: String(halves[1]))
      })
  }

  private func text(_ draft: Draft) -> String {
    draft.turns.map { draft.speakers[$0.speaker].label + "：" + draft.string($0) }.joined(separator: " / ")
  }

  private func cleaned(_ start: Draft) -> Draft {
    var draft = start
    for stage in CleanupMeasurementTests.stages { draft.run(stage) }
    return draft
  }

  @Test(arguments: Fixtures.lines("cleanup.txt"))
  func fixture(_ line: Fixtures.Line) {
    let result = cleaned(draft(line.before))
    #expect(text(result) == line.after)
    #expect(text(cleaned(result)) == line.after, "a second pass changes nothing")
  }

  @Test func editsLieInsideSpeeches() {
    for line in Fixtures.lines("cleanup.txt") {
      let start = draft(line.before)
      for stage in CleanupMeasurementTests.stages {
        for edit in stage.edits(in: start) {
          #expect(start.turns.contains { $0.speech.contains(edit.span) })
          #expect(edit.replacement.isEmpty)
        }
      }
    }
  }

  /// Any text at all: no trap, and the stages settle after one pass.
  @Test func hostileText() {
    let pieces = [
      "嗯", "那个", "，", "。", "我", "我", "额", "[", "noise]", "12:34", "不", "没有", "啊", "？", "的话", "就是说", "对吧", " ",
      "二", "\u{1F600}",
    ]
    var seed: UInt64 = 1
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      for stage in CleanupMeasurementTests.stages {
        var draft = SharedMaterial.draft([("原", text), ("被", String(text.reversed()))])
        draft.run(stage)
        let again = stage.edits(in: draft)
        #expect(
          again.isEmpty,
          "\(type(of: stage)) on \(text) → \(draft.string(draft.turns[0])) | \(draft.string(draft.turns[1]))")
      }
    }
  }
}
