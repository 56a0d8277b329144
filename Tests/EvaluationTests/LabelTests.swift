import TextCore
import Testing

@testable import Evaluation

@Suite struct LabelTests {
  @Test func theJudgesArithmetic() {
    let sentences = [
      TagReport.Sentence(document: "a", gold: ["DV1", "DV2"], predicted: ["DV1"]),
      TagReport.Sentence(document: "a", gold: [], predicted: ["DV3"]),
      TagReport.Sentence(document: "b", gold: ["DV1"], predicted: ["DV1"]),
    ]
    let labels = TagReport.guessedLabels(["DV1", "DV2", "DV3"])
    #expect(labels.count == 20 && labels[9] == "DV10")
    let report = TagReport(sentences, labels: labels, bootstrap: Bootstrap(rounds: 50))
    // DV1 is right, DV2 missed, DV3 invented; 17 labels with nothing to find and nothing found count 1
    #expect(report.pooled.macroF1 == 18.0 / 20.0)
    let precision = 2.0 / 3.0
    #expect(report.pooled.micro.f1 == 2 * precision * precision / (precision + precision))
    #expect(report.pooled.mean == (report.pooled.micro.f1 + 0.9) / 2)
    #expect(report.units == 2 && report.intervals.count == 3)
  }

  @Test func emptyLabels() {
    #expect(TagCounts.Score(truePositive: 0, falsePositive: 0, falseNegative: 0).f1 == 1)
    #expect(TagCounts.Score(truePositive: 0, falsePositive: 1, falseNegative: 0).f1 == 0)
  }

  @Test func spansByStrictness() {
    var counts = SpanCounts()
    counts.add(
      gold: [.init(0, 4, type: "date"), .init(6, 9, type: "money")],
      predicted: [.init(0, 4, type: "date"), .init(6, 8, type: "money"), .init(8, 9, type: "name")])
    #expect(counts.exact == 1 && counts.overlapping == 2 && counts.anyType == 2)
    #expect(counts.score(\.exact).precision == 1.0 / 3.0)
  }

  private func value(_ json: String) throws -> FactValue { FactValue(try JSONNode.parse(Array(json.utf8))) }

  @Test(arguments: [
    ("\"12300\"", "\"12300.00\""), ("\"12,300\"", "12300"), ("\"P12M\"", "\"P1Y\""),
    ("\"15%/年\"", "\"15.0%/年\""),
    ("true", "\"true\""), ("null", "null"), ("\"电梯三天两头坏\"", "\"电梯三天两头坏，\""), ("\"CNC操机\"", "\"做CNC操机\""),
  ])
  func sameValues(a: String, b: String) throws { #expect(try value(a).agrees(with: value(b))) }

  @Test(arguments: [
    ("\"12300\"", "\"1230\""), ("\"2023-05\"", "\"2023-05-01\""), ("\"P30D\"", "\"P1M\""),
    ("\"1.5%/月\"", "\"18%/年\""),
    ("true", "false"), ("null", "false"), ("\"同意\"", "\"不同意\""), ("\"借条\"", "\"借款合同\""),
  ])
  func otherValues(a: String, b: String) throws { #expect(try !value(a).agrees(with: value(b))) }

  private func sheet(_ lines: String) throws -> FactSheet {
    FactSheet(lines: try lines.split(separator: "\n").map { try JSONNode.parse(Array($0.utf8)) })
  }

  @Test func factsAreComparedByValueSideStatusAndQuote() throws {
    let gold = try sheet(
      """
      {"type":"fact","element":"a","status":"有争议","versions":[{"value":"100","by":["原告"],"quotes":["借了100元"]},{"value":null,"by":["被告"],"quotes":["没借"]}]}
      {"type":"fact","element":"b","status":"单方陈述","versions":[{"value":true,"by":["原告"],"quotes":["签了"]}]}
      {"type":"missing","elements":["c","d"]}
      """)
    let predicted = try sheet(
      """
      {"type":"fact","element":"a","status":"单方陈述","versions":[{"value":"100.0","by":["原告代理人"],"quotes":["他借了100元，"]}]}
      {"type":"fact","element":"b","status":"单方陈述","versions":[{"value":true,"by":["被告"],"quotes":["签了"]}]}
      {"type":"missing","element":"c"}
      """)
    let score = FactScore(id: "x", gold: gold, predicted: predicted)
    #expect(score.counts.hits == 1 && score.counts.found == 2 && score.counts.statusHits == 0)
    #expect(score.counts.quoteHits == 1 && score.counts.versionHits == 1 && score.counts.goldVersions == 3)
    #expect(
      score.counts.missingHits == 1 && score.counts.missingGold == 2 && score.counts.missingPredicted == 1)
    #expect(score.errors.map(\.verdict) == [.status, .wrong])
    #expect(score.counts.figures == 1 && score.valueErrors.isEmpty)
  }

  /// A figure that is none of gold's is a safety error; a coarser date, a denial and an element of its own are not.
  @Test func wrongFigures() throws {
    func fact(_ element: String, _ value: String) -> String {
      "{\"type\":\"fact\",\"element\":\"\(element)\",\"status\":\"单方陈述\",\"versions\":[{\"value\":\(value),\"by\":[\"原告\"],\"quotes\":[\"甲\"]}]}"
    }
    let gold = try sheet(
      [fact("a", "\"100\""), fact("b", "\"2023-05-16\""), fact("c", "\"P12M\""), fact("d", "\"15%/年\"")]
        .joined(separator: "\n"))
    func wrong(_ facts: String...) throws -> [String] {
      FactScore(id: "x", gold: gold, predicted: try sheet(facts.joined(separator: "\n"))).valueErrors
        .map { "\($0.kind.rawValue) \($0.element) \($0.predicted)" }
    }
    #expect(try wrong(fact("a", "\"1000\"")) == ["数额 a 1000"])
    #expect(
      try wrong(fact("b", "\"2023-05\""), fact("c", "\"P1Y\""), fact("d", "null"), fact("e", "\"7\"")) == [])
    #expect(
      try wrong(fact("b", "\"2023-06\""), fact("c", "\"P1M\""), fact("d", "\"1.5%/月\"")) == [
        "日期 b 2023-06", "期限 c P1M", "利率比例 d 1.5%/月",
      ])
  }
}
