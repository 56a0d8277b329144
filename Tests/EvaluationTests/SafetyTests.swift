import Testing

@testable import Evaluation

@Suite struct SafetyTests {
  @Test func numeralsHaveOneValue() throws {
    for line in try FixtureFile.lines("numerals.txt") {
      let parts = line.components(" => ")
      #expect(NumeralValue.canonical(parts[0].unicodeScalars.map(\.value)) == parts[1], "\(line)")
    }
  }

  @Test func onlyChangesOfMeaningAreReported() throws {
    for line in try FixtureFile.lines("safety.txt") {
      let parts = line.components("|").map { $0.trimmed }
      let head = "案号：一\n\n审判员：请你回答，是不是？\n原告："
      let gold = GoldCase(id: "x", names: ["聂长青"], transcript: head + parts[0] + "\n")
      let score = TranscriptScorer().score(gold, predicted: head + parts[1] + "\n")
      let found = score.safety.map { "\($0.kind.title):\($0.gold)→\($0.predicted)" }.joined(separator: " ")
      #expect((found.isEmpty ? "无" : found) == parts[2], "\(line)")
    }
  }
}

extension String {
  func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: separator) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }

  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
