import TextCore
import Testing

@testable import Transcript

@Suite struct NumbersLawTests {
  @Test func lawsHoldOnGeneratedSpeech() {
    for seed in [1, 20_261_122, 77] as [UInt64] {
      var speech = GeneratedSpeech(seed: seed)
      let text = (0..<3_000).map { _ in speech.line() }.joined(separator: "\n")
      StageLaws.check(NumbersStage(), on: StageLaws.lines(text), "seed \(seed)")
    }
  }
}
