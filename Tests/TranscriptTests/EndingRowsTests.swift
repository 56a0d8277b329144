import Testing

@testable import Transcript

/// What tells whether a speech ends with a question.
@Suite struct EndingRowsTests {
  private static func speech(_ words: String, _ mark: Mark, answer: String) -> TrainingSpeech {
    let scalars = words.unicodeScalars.map(\.value)
    var marks = [Mark](repeating: .none, count: scalars.count)
    marks[scalars.count - 1] = mark
    let next = NextSpeech(.party, answer.unicodeScalars.map(\.value))
    return TrainingSpeech(
      scalars: scalars, marks: marks, setting: SpeechSetting(voice: .bench, next: next))
  }

  private static func rows(_ speech: TrainingSpeech, sentence: Int = 0) -> [Int] {
    var first = [BoundaryScores](
      repeating: BoundaryScores(40, 0, 0, 0, 0, 0, 0, 0), count: speech.scalars.count)
    if sentence > 0 { first[sentence - 1][2] = 90 }
    let clauses = ClauseFeatures(speech.scalars, speech.setting, first: first)
    return EndingFeatures(speech.scalars, speech.setting, clauses).rows
  }

  /// The same words are a question by the answer that takes them up.
  @Test func theAnswerTells() {
    let things = ["门", "灯", "车", "锁", "墙", "树", "船", "塔"]
    let examples: [PunctuationTrainer.Example] = things.flatMap { thing in
      [
        Self.speech("这个\(thing)是他装的", .question, answer: "是他装的"),
        Self.speech("这个\(thing)是他装的", .stop, answer: "下面请被告发表质证意见"),
      ]
    }.map { ($0, [BoundaryScores](repeating: .zero, count: $0.scalars.count)) }
    let endings = EndingTrainer(epochs: 30, seed: 1).train(examples)
    for (answer, isQuestion) in [("是他装的", true), ("下面请被告发表质证意见", false)] {
      let speech = Self.speech("这个窗是他装的", .stop, answer: answer)
      let clauses = ClauseFeatures(
        speech.scalars, speech.setting,
        first: [BoundaryScores](repeating: .zero, count: speech.scalars.count))
      let score = endings.scores(EndingFeatures(speech.scalars, speech.setting, clauses))
      #expect((score[3] > score[2]) == isQuestion, "\(answer)")
    }
  }

  /// Only the last sentence counts, and each feature once.
  @Test func earlierSentencesDoNotCount() {
    let asking = Self.speech("谁装的你说完整", .stop, answer: "他")
    let telling = Self.speech("他装的你说完整", .stop, answer: "他")
    #expect(Self.rows(asking, sentence: 3) == Self.rows(telling, sentence: 3))
    #expect(Self.rows(asking) != Self.rows(telling))
    #expect(Set(Self.rows(asking)).count == Self.rows(asking).count)
  }

  @Test func theShortestSpeechAndTheLongestHaveRows() {
    let one = Self.speech("好", .stop, answer: "")
    let long = Self.speech(String(repeating: "是不是", count: 4_000), .question, answer: "是")
    for speech in [one, long] { #expect(!Self.rows(speech).isEmpty) }
    #expect(Self.rows(long).allSatisfy { (0..<1 << Int(EndingFeatures.bits)).contains($0) })
  }
}
