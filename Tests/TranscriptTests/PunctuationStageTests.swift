import Foundation
import TextCore
import Testing

@testable import Transcript

@Suite struct PunctuationStageTests {
  @Test func lawsHoldWithAndWithoutModel() {
    var speech = GeneratedSpeech(seed: 7)
    for _ in 0..<2_000 {
      let line = speech.line()
      StageLaws.check(PunctuationStage(), on: StageLaws.lines(line), "rules: \(line)")
      StageLaws.check(
        PunctuationStage(model: ShippedModels.punctuation), on: StageLaws.lines(line), "model: \(line)")
    }
  }

  @Test func lawsHoldWithTheAccurateModel() throws {
    let model = try #require(ShippedModels.accuratePunctuation)
    var speech = GeneratedSpeech(seed: 9)
    for _ in 0..<15 {
      let line = speech.line()
      StageLaws.check(PunctuationStage(model: model), on: StageLaws.lines(line), "accurate: \(line)")
    }
  }

  /// Marks are all that changes.
  @Test func contentStays() {
    var speech = GeneratedSpeech(seed: 8)
    for _ in 0..<500 {
      let line = speech.line().filter { $0 != "\n" }
      var draft = StageLaws.lines(line)
      let before = draft.turns.map { SpeechContent(draft.text.bytes, $0.speech.range).scalars }
      draft.run(PunctuationStage(model: ShippedModels.punctuation))
      #expect(
        draft.turns.map { SpeechContent(draft.text.bytes, $0.speech.range).scalars } == before, "\(line)")
    }
  }
}

extension PunctuationStageTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/punctuation.txt")

  private static func mark(_ line: String, _ model: PunctuationModel?) -> String {
    var draft = StageLaws.lines(line)
    draft.run(PunctuationStage(model: model))
    return draft.text.string
  }

  @Test func fixturesHoldWithAndWithoutModel() throws {
    for line in try String(contentsOf: Self.fixtures, encoding: .utf8).split(separator: "\n") {
      let sides = line.components(separatedBy: " => ")
      guard sides.count == 2, !line.hasPrefix("#") else { continue }
      #expect(Self.mark(sides[0], nil) == sides[1], "rules")
      #expect(Self.mark(sides[0], ShippedModels.punctuation) == sides[1], "model")
    }
  }

  /// A Chinese numeral before Arabic digits numbers an item or a party; 万一 and 周一 are words.
  @Test(arguments: [
    ("理由如下一2023年5月他就搬走了。", "理由如下一、2023年5月，他就搬走了。"),
    ("被告二3万元在哪里交的。", "被告二，3万元在哪里交的。"),
    ("万一10月他还不上。", "万一10月他还不上。"), ("下周一10月8日开庭。", "下周一10月8日开庭。"),
  ])
  func numeralsBeforeDigitsAreSetOff(_ before: String, _ after: String) {
    #expect(Self.mark(before, nil) == after)
  }

  /// A mark inside would make two numbers of one.
  @Test func noMarkCutsAnApproximation() {
    let speech = "大概三四千也就七八个".unicodeScalars.map(\.value)
    var fixed = [Bool](repeating: false, count: speech.count)
    NumberEdges(speech).keepApproximations(speech.map { _ in .none }, &fixed)
    #expect(fixed.indices.filter { fixed[$0] } == [2, 7])
  }

  @Test func noMarkCutsAName() {
    var fixed = [Bool](repeating: false, count: 6)
    WholeWords(["徐二宝"]).mark("是徐二宝签的".unicodeScalars.map(\.value), &fixed)
    #expect(fixed == [false, true, true, false, false, false])
  }

  /// A statement of not knowing is no question; a judge's 了没有 is one.
  @Test func endsThatOneVoiceMeans() {
    #expect(!QuestionCue.benchAsks("我都没有".unicodeScalars.map(\.value)))
    #expect(QuestionCue.benchAsks("申请仲裁了没有".unicodeScalars.map(\.value)))
    #expect(QuestionCue.offersChoice("是银行那种扎好的还是散的".unicodeScalars.map(\.value)))
    #expect(!QuestionCue.offersChoice("我还是".unicodeScalars.map(\.value)))
    #expect(!QuestionCue.offersChoice("还是按先前说的一分五算利息从去年三月算到今天".unicodeScalars.map(\.value)))
    #expect(QuestionCue.benchAsks("螺丝刀多长".unicodeScalars.map(\.value)))
    #expect(QuestionCue.disclaims("王什么我不记得了".unicodeScalars.map(\.value)))
    for line in ["那玻璃是谁打坏的你知不知道", "那笔是什么颜色你记不记得", "村里谁不知道", "先抽利哪个不知道"] {
      #expect(!QuestionCue.disclaims(line.unicodeScalars.map(\.value)), "\(line)")
    }
  }

  /// A party's 吧 after a number makes it vague; 是吧 asks.
  @Test(arguments: [
    ("签了五六处吧", true), ("早上8时多吧", true), ("九扎吧", true), ("少4800元是吧", false), ("你弟弟签的吧", false),
    ("五百块钱吗", false),
  ])
  func estimatesAskNothing(_ line: String, _ isEstimate: Bool) {
    let speech = line.unicodeScalars.map(\.value)
    #expect(QuestionCue.estimates(speech, endingAt: speech.count - 1) == isEstimate)
  }

  /// AB不AB asks as A不A does; the same characters in another order do not.
  @Test(
    arguments: [("减价你接受不接受", 0x4E0D), ("是不是", 0x4E0D), ("你干什么", 0x4EC0), ("他不接受调解", 0), ("能否", 0x80FD)]
      as [(String, UInt32)])
  func formsThatAsk(_ line: String, _ form: UInt32) {
    let speech = line.unicodeScalars.map(\.value)
    #expect(QuestionCue.form(speech, endingAt: speech.count - 1) == form)
  }

  @Test func titlesFollowWhatGovernsThem() {
    let cases: [(String, Bool)] = [
      ("根据民法典", true), ("我们依据民法典", true), ("按民法典", true), ("证据民法典", false), ("法律依据民法典", false),
      ("民法典", false), ("他看民法典", false),
    ]
    for (text, isLed) in cases {
      let speech = text.unicodeScalars.map(\.value)
      let marks = [Mark](repeating: .none, count: speech.count)
      #expect(TitleLead.stands(before: speech.count - 3, speech, marks) == isLed, "\(text)")
    }
    let clause = "行按民法典".unicodeScalars.map(\.value)
    #expect(TitleLead.stands(before: 2, clause, [.comma, .none, .none, .none, .none]))
  }
}
