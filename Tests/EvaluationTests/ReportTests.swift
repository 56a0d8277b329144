import TextCore
import Testing

@testable import Evaluation

@Suite struct ReportTests {
  private func report(_ predicted: [String]) -> TranscriptReport {
    let gold = ["审判员：签没签？\n原告：签了，2023年5月签的。\n", "审判员：申请回避吗？\n被告：不申请。\n"]
    let scores = zip(gold, predicted).enumerated().map { index, pair in
      TranscriptScorer().score(
        GoldCase(id: "case-0\(index)", form: "typed", cause: "a<b", transcript: "案号：一\n\n" + pair.0),
        predicted: "案号：一\n\n" + pair.1)
    }
    return TranscriptReport(scores.reversed(), bootstrap: Bootstrap(rounds: 100))
  }

  private var wrong: TranscriptReport {
    report(["审判员：签没签。\n被告：签了，2022年5月签<script>的。\n", "审判员：申请回壁吗？\n被告：申请。\n"])
  }

  private func node(_ report: TranscriptReport) throws -> JSONNode {
    let needs = ReportNeeds(format: "json", comparing: false)
    return try JSONNode.parse(
      Array(TranscriptReportView.report(report, errorLimit: 0, needs: needs).json.utf8))
  }

  @Test func jsonHasTheKeysOfTheInterface() throws {
    let node = try node(wrong)
    let pooled = try #require(node["pooled"])
    for key in [
      "character_accuracy", "punctuation_f1", "speaker_accuracy", "overall_accuracy", "safety_errors",
    ] {
      #expect(pooled[key]?.number != nil, "\(key)")
    }
    #expect(pooled["overall_ci95"]?.array.count == 2)
    #expect(pooled["safety_errors"]?.int == 2)
    #expect(node["cases"]?.members.map(\.key) == ["case-00", "case-01"])
    #expect(node["cases"]?["case-01"]?["safety"]?.array.first?["gold"]?.string == "不申请")
  }

  @Test func pageIsSelfContainedAndEscaped() {
    let needs = ReportNeeds(format: "html", comparing: false)
    let page = HTMLPage.text(TranscriptReportView.report(wrong, errorLimit: 0, needs: needs), signature: "x")
    #expect(!page.contains("http") && !page.contains("src=") && !page.contains("<link"))
    #expect(page.contains("a&lt;b") && !page.contains("签<script>"))
    #expect(
      page.components("<svg").count > 4 && page.contains("prefers-color-scheme:dark")
        && page.contains("@media print"))
  }

  @Test func baselineNamesWhatWasFixedAndBroken() throws {
    let old = try #require(Baseline(try node(wrong)))
    #expect(old.hearings["case-00"] == wrong.cases[0].counts)
    #expect(old.items == TranscriptReportView.items(wrong))
    let new = report(["审判员：签没签？\n原告：签了，2023年5月签的。\n", "审判员：申请回壁吗？\n被告：不，申请。\n"])
    let counts = Dictionary(uniqueKeysWithValues: new.cases.map { ($0.id, $0.counts) })
    let comparison = BaselineComparison(
      old, items: TranscriptReportView.items(new), hearings: counts, bootstrap: Bootstrap(rounds: 100))
    #expect(comparison.units[0].broken.isEmpty && comparison.units[0].kept == 0)
    #expect(comparison.units[1].broken.count == 1 && comparison.units[1].kept == 1)
    #expect(comparison.units[1].fixed.contains { $0.hasPrefix("安全·回答") })
    #expect(comparison.tests.count == 5)
  }

  @Test func tablesLineUpByDisplayWidth() {
    var table = TextTable(["庭审", "F1"])
    table.add(["case-01", "100.00"])
    #expect(table.text == "庭审         F1\n───────  ──────\ncase-01  100.00")
  }

  @Test func numbersAreShownWithoutFlattery() {
    #expect(Figures.percent(0.97999) == "97.99")
    #expect(Figures.percent(1) == "100.00")
    #expect(JSONNumber.text(0.5) == "0.5" && JSONNumber.text(1) == "1" && JSONNumber.text(.nan) == "null")
  }
}
