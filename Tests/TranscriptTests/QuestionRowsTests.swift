import Testing

@testable import Transcript

/// What tells whether a sentence asks, at the end of a speech and inside.
@Suite struct QuestionRowsTests {
  private static let things = ["门", "灯", "车", "锁", "墙", "树", "船", "塔"]
  private static let maybe = BoundaryScores(40, 40, 0, 20, 0, 0, 0, -4096)
  private static let never = BoundaryScores(400, 0, 0, 0, 0, 0, 0, -4096)

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func setting(answer: String?) -> SpeechSetting {
    SpeechSetting(voice: .bench, next: answer.map { NextSpeech(.party, scalars($0)) })
  }

  /// A sentence, what follows in the same speech, and the mark between; all ends with 。 unless the sentence is all.
  private static func example(
    _ sentence: String, _ mark: Mark, then rest: String = "", answer: String? = nil
  ) -> PunctuationTrainer.Example {
    let speech = scalars(sentence + rest)
    var marks = [Mark](repeating: .none, count: speech.count)
    var first = [BoundaryScores](repeating: never, count: speech.count)
    marks[speech.count - 1] = .stop
    marks[sentence.unicodeScalars.count - 1] = mark
    first[sentence.unicodeScalars.count - 1] = maybe
    return (TrainingSpeech(scalars: speech, marks: marks, setting: setting(answer: answer)), first)
  }

  private static func learnt(_ examples: [PunctuationTrainer.Example]) -> QuestionRows {
    var trainer = QuestionTrainer(seed: 1)
    trainer.epochs = 30
    return trainer.train(examples)
  }

  /// The marks that a table leads to, where the model is undecided after scalar `index`.
  private static func marks(
    _ rows: QuestionRows, _ text: String, undecided index: Int? = nil, answer: String? = nil
  ) -> [Mark] {
    let speech = scalars(text)
    var scores = [BoundaryScores](repeating: never, count: speech.count)
    if let index { scores[index] = maybe }
    let decision = QuestionDecision(table: rows, inside: MarkBlend.rowsAlone)
    decision.decide(QuestionText(speech, setting(answer: answer)), &scores)
    return scores.map { MarkDecoder.best($0).0 }
  }

  /// The same words are a question by the answer that takes them up.
  @Test func theAnswerTells() {
    let rows = Self.learnt(
      Self.things.flatMap { thing in
        [
          Self.example("这个\(thing)是他装的", .question, answer: "是他装的"),
          Self.example("这个\(thing)是他装的", .stop, answer: "下面请被告发表质证意见"),
        ]
      })
    #expect(Self.marks(rows, "这个窗是他装的", answer: "是他装的").last == .question)
    #expect(Self.marks(rows, "这个窗是他装的", answer: "下面请被告发表质证意见").last == .stop)
  }

  /// Inside a speech the clause that follows tells.
  @Test func whatFollowsTells() {
    let rows = Self.learnt(
      Self.things.flatMap { thing in
        [
          Self.example("这个\(thing)谁装的", .question, then: "你说完整"),
          Self.example("这个\(thing)谁装的", .comma, then: "我不晓得"),
        ]
      })
    #expect(Self.marks(rows, "这个窗谁装的你说完整", undecided: 5)[5] == .question)
    #expect(Self.marks(rows, "这个窗谁装的我不晓得", undecided: 5)[5] != .question)
    #expect(Self.marks(rows, "这个窗谁装的你说完整")[5] == .none, "not near to ？")
  }

  private static func rows(_ text: String, endedAfter index: Int?) -> [Int] {
    let speech = scalars(text)
    var walk = SentenceWalk([Mark](repeating: .none, count: speech.count))
    if let index { walk.pass(index, .stop) }
    return QuestionFeatures(QuestionText(speech, SpeechSetting()), walk, at: speech.count - 1).rows
  }

  /// Only the sentence counts, and each feature once.
  @Test func earlierSentencesDoNotCount() {
    #expect(Self.rows("谁装的你说完整", endedAfter: 2) == Self.rows("他装的你说完整", endedAfter: 2))
    #expect(Self.rows("谁装的你说完整", endedAfter: nil) != Self.rows("他装的你说完整", endedAfter: nil))
    let rows = Self.rows("谁装的谁装的谁装的", endedAfter: nil)
    #expect(Set(rows).count == rows.count)
  }

  /// What was decided to the left is where the next sentence begins.
  @Test func aWalkKnowsSentenceAndClause() {
    var walk = SentenceWalk([.none, .comma, .none, .stop, .none, .none])
    #expect(walk.clauseEnds == [1, 3, 3, 5, 5, 5])
    #expect(walk.ahead == [3, 2, 2, 1, 1, 0])
    for (index, mark) in [Mark.none, .question, .none, .comma].enumerated() { walk.pass(index, mark) }
    #expect(walk.sentence == 2 && walk.clause == 4 && walk.before == .comma && walk.passed == 2)
  }

  @Test func theShortestSpeechAndTheLongestHaveRows() {
    for text in ["好", String(repeating: "是不是", count: 4_000)] {
      let rows = Self.rows(text, endedAfter: nil)
      #expect(!rows.isEmpty && rows.allSatisfy { (0..<1 << Int(QuestionFeatures.bits)).contains($0) })
    }
  }

  /// A party called by its role alone: at length it was given the word, in a few words it answers.
  @Test(arguments: [
    ("被告", "不申请", Mark.question), ("被告二代理人", "没有", .question),
    ("被告", "我叫王五，四十一岁，在县城开一家小饭馆，住在东街", .stop), ("被告质证", "没有", .stop),
  ])
  func callsHandOverOrAsk(_ call: String, _ reply: String, _ mark: Mark) {
    let marks = PunctuationStage().restore(Self.scalars(call), Self.setting(answer: reply))
    #expect(marks.last == mark)
  }
}
