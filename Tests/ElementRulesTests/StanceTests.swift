import Foundation
import Testing
import TextCore

@testable import ElementRules

/// Tables of the language: how words are meant, what short answers say, what is said about documents.
@Suite struct StanceTests {
  private func parts(_ text: String) -> [String] {
    text.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// `句子 | 词 => 态度`; the speaker is the defendant.
  @Test func stances() throws {
    for line in try FixtureLines.pairs("stances.txt") {
      let (sentence, words) = (parts(line.left)[0], parts(line.left)[1])
      let bytes = Array(sentence.utf8)
      let start = sentence.utf8.distance(
        from: sentence.startIndex, to: try #require(sentence.range(of: words)).lowerBound)
      let stance = StanceReader(bytes).stance(
        of: start..<start + words.utf8.count, in: 0..<bytes.count, by: .defendant, tellsOfNegation: false)
      #expect(stance.rawValue == line.right, "\(line.left)")
    }
  }

  /// `提问 | 回答 => yes|no|-`
  @Test func replies() throws {
    for line in try FixtureLines.pairs("replies.txt") {
      let (question, answer) = (Array(parts(line.left)[0].utf8), Array(parts(line.left)[1].utf8))
      let bytes = question + answer
      let reply = Reply.read(bytes, question.count..<bytes.count, to: 0..<question.count)
      #expect((reply.map { $0.isYes ? "yes" : "no" } ?? "-") == line.right, "\(line.left)")
    }
  }

  /// `质证的话 => 认全部；否点名；认1、2`
  @Test func examinations() throws {
    for line in try FixtureLines.pairs("examinations.txt") {
      let bytes = Array(line.left.utf8)
      let verdicts = Examination.all(bytes, 0..<bytes.count, isExamination: true).map(Self.text)
      #expect(verdicts.joined(separator: "；") == (line.right == "-" ? "" : line.right), "\(line.left)")
    }
  }

  private static func text(_ verdict: Examination) -> String {
    let target =
      switch verdict.target {
      case .all: "全部"
      case .except: "除外"
      case .named: "点名"
      case .numbered(let numbers): numbers.map(String.init).joined(separator: "、")
      }
    return (verdict.confirms ? "认" : "否") + target
  }
}
