import Foundation
import Testing

@testable import Transcript

/// How rows and networks are joined, and how a model shares its rows with the file beside it.
@Suite struct MarkBlendTests {
  /// Scores that lean to one mark by so many units.
  private static func scores(_ mark: Mark, by units: Int32) -> BoundaryScores {
    var scores = BoundaryScores.zero
    scores[Int(mark.rawValue)] = units
    return scores
  }

  /// The network always knows, the rows know ： alone: the fit trusts each where it is right.
  @Test func whoIsRightCountsMore() {
    var random = SplitMix64(state: 2)
    let gaps = (0..<2_000).map { _ -> MarkBlendFit.Gap in
      let mark = [Mark.none, .none, .comma, .stop, .colon][Int(random.next() % 5)]
      let guess = [Mark.none, .comma, .stop][Int(random.next() % 3)]
      let network = mark == .colon ? Mark.none : mark
      return MarkBlendFit.Gap(
        rows: Self.scores(mark == .colon ? .colon : guess, by: 40), network: Self.scores(network, by: 40),
        mark: mark)
    }
    let blend = MarkBlendFit(gaps).blend
    #expect(blend.networks[1] > 2 * blend.rows[1] && blend.rows[6] > blend.rows[1])
    for mark in [Mark.none, .comma, .stop] {
      let score = blend.score(Self.scores(.comma, by: 40), Self.scores(mark, by: 40))
      #expect(mark == .comma || MarkDecoder.best(score).0 == mark, "\(mark)")
    }
    #expect(
      MarkDecoder.best(blend.score(Self.scores(.colon, by: 40), Self.scores(.none, by: 40))).0 == .colon)
  }

  /// At the end of a speech only 。 and ？ compete, however the scores of other marks stand.
  @Test func endsAreFittedOnTheirTwoMarks() {
    var random = SplitMix64(state: 3)
    let gaps = (0..<500).map { _ -> MarkBlendFit.Gap in
      let mark: Mark = random.next() % 3 == 0 ? .question : .stop
      return MarkBlendFit.Gap(
        rows: Self.scores(mark, by: 30), network: Self.scores(.comma, by: 999), mark: mark)
    }
    let blend = MarkBlendFit(gaps, lanes: 2...3).blend
    for mark in [Mark.stop, .question] {
      let score = blend.score(Self.scores(mark, by: 30), Self.scores(.comma, by: 999))
      #expect((score[3] > score[2]) == (mark == .question))
    }
    #expect(blend.networks[1] == MarkBlend.one / 2 && blend.bias[1] == 0)
  }

  @Test func rowsAloneAreLeftAsTheyAre() {
    let row = BoundaryScores(5, -7, 300, -4000, 1, 0, 2, -4096)
    #expect(MarkBlend.rowsAlone.score(row, Self.scores(.stop, by: 999)) == row)
    #expect(MarkBlend(MarkBlend.rowsAlone.numbers) == .rowsAlone)
    #expect(MarkBlend([Int32](repeating: .max, count: 24)).rows.max() == 256)
  }

  private static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// The accurate model leaves its rows to the fast one beside it, and takes no others.
  @Test func sharedRowsComeFromTheFileBeside() throws {
    let fast = try #require(ShippedModels.punctuation)
    let accurate = try #require(ShippedModels.accuratePunctuation)
    #expect(
      accurate.rows == fast.rows && accurate.clauseRows == fast.clauseRows
        && accurate.questions == fast.questions
    )
    try Self.inFolder { folder in
      let path = folder.appendingPathComponent("a.model")
      let companion = folder.appendingPathComponent(PunctuationModel.format.fileName)
      func refusal() -> ModelFileError.Reason? {
        do { _ = try PunctuationModel(path: path.path) } catch { return error.reason }
        return nil
      }
      try Data(accurate.fileBytes(sharing: fast)).write(to: path)
      #expect(refusal() == .unreadable)
      try Data(fast.fileBytes).write(to: companion)
      #expect(refusal() == nil)
      var other = fast
      other.clauseRows[7][1] ^= 1
      #expect(accurate.fileBytes(sharing: other) == accurate.fileBytes)
      var questions = fast.questions.weights
      questions[3][1] ^= 1
      var third = fast
      third.questions = QuestionRows(questions)
      #expect(accurate.fileBytes(sharing: third) == accurate.fileBytes)
      try Data(other.fileBytes).write(to: companion)
      #expect(refusal() == .notTheCompanion)
      // Neither has the rows.
      try Data(accurate.fileBytes(sharing: fast)).write(to: companion)
      #expect(refusal() == .notTheCompanion)
    }
  }
}
