import Foundation
import TextCore
import Testing

@testable import Evaluation

@Suite struct TranscriptScoreTests {
  private let head = "时间：2024年5月9日\n案号：一\n\n"

  private func score(_ gold: String, _ predicted: String) -> CaseScore {
    TranscriptScorer().score(GoldCase(id: "x", transcript: head + gold), predicted: head + predicted)
  }

  @Test func goldAgainstItselfIsPerfect() throws {
    for folder in FixtureFile.goldFolders {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      where name.hasPrefix("case-") {
        let one = folder.appendingPathComponent(name)
        let text = try String(contentsOf: one.appendingPathComponent("gold.txt"), encoding: .utf8)
        let node = try JSONNode.parse(Array(Data(contentsOf: one.appendingPathComponent("case.json"))))
        let score = TranscriptScorer().score(
          GoldCase(id: name, caseFile: node, transcript: text), predicted: text)
        #expect(score.counts.overallAccuracy == 1 && score.counts.characterAccuracy == 1, "\(name)")
        #expect(score.counts.punctuationF1 == 1 && score.counts.speakerAccuracy == 1, "\(name)")
        #expect(score.safety.isEmpty && score.errors.isEmpty, "\(name)")
      }
    }
  }

  @Test func swappedRolesAreWrongEverywhere() {
    let counts = score("原告：我还了。\n被告：没有。\n", "被告：我还了。\n原告：没有。\n").counts
    #expect(counts.characterAccuracy == 1)
    #expect(counts.speakerAccuracy == 0)
    #expect(counts.overallAccuracy < 1)
  }

  @Test func oneCharacterTurnsCount() {
    let counts = score("审判员：是不是？\n原告：是。\n", "审判员：是不是？\n原告：不。\n").counts
    #expect(counts.substitutions == 1)
    #expect(counts.contentLength == 4)
    #expect(counts.safetyErrors == 1)
  }

  @Test func bodyDistanceCountsLabelsMarksAndLineEnds() {
    // gold body: 原告：是。 (5 scalars); the label loses one, the mark is wrong
    let counts = score("原告：是。\n", "原：是，\n").counts
    #expect(counts.bodyLength == 5)
    #expect(counts.bodyDistance == 2)
    #expect(counts.overallAccuracy == 0.6)
  }

  @Test func marksAreMatchedAtAlignedPositions() {
    let counts = score("原告：好，我去，行吗？\n", "原告：好我去。行吗？\n").counts
    #expect(counts.markGold == [2, 0, 1, 0, 0, 0, 0])
    #expect(counts.markPredicted == [0, 1, 1, 0, 0, 0, 0])
    #expect(counts.markHits == [0, 0, 1, 0, 0, 0, 0])
    #expect(counts.punctuationF1 == 2.0 / 5.0)
  }

  @Test func aMarkStaysAlignedAcrossWrongCharacters() {
    let counts = score("原告：甲乙丙，丁。\n", "原告：甲丁丙，丁。\n").counts
    #expect(counts.markHits[0] == 1 && counts.markHits[1] == 1)
  }

  @Test func headerDoesNotCount() {
    let gold = GoldCase(id: "x", transcript: "案号：一\n\n原告：是。\n")
    let counts = TranscriptScorer().score(gold, predicted: "案号：二三四\n案由：借款\n\n原告：是。\n").counts
    #expect(counts.bodyDistance == 0)
  }

  @Test func aPredictionWithoutHeaderIsAllBody() {
    let gold = GoldCase(id: "x", transcript: "案号：一\n\n审判员：开庭。\n原告：是。\n")
    #expect(TranscriptScorer().score(gold, predicted: "审判员：开庭。\n原告：是。\n").counts.bodyDistance == 0)
    #expect(TranscriptScorer().score(gold, predicted: "\n审判员：开庭。\n原告：是。\n\n").counts.bodyDistance == 0)
  }

  @Test func missingAndWildPredictionsAreSurvived() {
    #expect(score("原告：是。\n", "").counts.overallAccuracy == 0)
    let wild = String(decoding: (0...255).map { UInt8($0) }, as: UTF8.self)
    #expect(score("原告：是。\n", wild).counts.overallAccuracy == 0)
    #expect(
      TranscriptScorer().score(GoldCase(id: "x", transcript: ""), predicted: wild).counts.overallAccuracy == 0
    )
    #expect(
      TranscriptScorer().score(GoldCase(id: "x", transcript: "。\n：\n"), predicted: "：：\n").counts
        .contentLength == 0)
  }

  @Test func slicesAddUpToTheWhole() {
    let one = score("审判员：请举证，原告。\n原告：没有，3张。\n", "审判员：请举正。原告。\n被告：没，三4张。\n")
    var sum = TranscriptCounts.zero
    for slice in one.speakers.values { sum += slice }
    #expect(sum.contentErrors == one.counts.contentErrors)
    #expect(sum.markPredicted == one.counts.markPredicted)
    #expect(sum.safety == one.counts.safety)
    #expect(one.counts.contentErrors == one.characters.ranked.reduce(0) { $0 + $1.count })
  }
}
