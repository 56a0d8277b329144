import TextCore

/// The transcript report in the common form.
public enum TranscriptReportView {
  private static let aliases = ["character", "punctuation", "speaker", "overall", "safety"]

  /// Tables and what else is needed; `errorLimit` differences of each hearing in the text.
  public static func report(_ report: TranscriptReport, errorLimit: Int, needs: ReportNeeds) -> Report {
    let view = TranscriptTextReport(report)
    var result = Report(
      title: "庭审笔录规整评测", tables: view.tables, lists: needs.text ? view.lists(errorLimit: errorLimit) : "",
      members: needs.json ? TranscriptJSON(report).members : [("type", "\"transcripts\"")],
      measurements: measurements(report), items: needs.items ? items(report) : [:])
    if needs.html {
      result.figures = TranscriptFigures(report).html
      result.listings = ErrorListing(report).html
    }
    return result
  }

  private static func measurements(_ report: TranscriptReport) -> [Measurement] {
    TranscriptReport.metrics.enumerated().map { index, metric in
      Measurement(
        [metric.name, aliases[index]], metric.value(report.pooled), report.intervals[index],
        units: report.cases.count)
    }
  }

  /// Every error as one line that stays the same while the error does.
  static func items(_ report: TranscriptReport) -> [String: [String]] {
    Dictionary(
      report.cases.map { score in
        let errors = score.errors.map {
          ErrorKey.text($0.kind.title, $0.before, $0.gold, $0.predicted, $0.after)
        }
        let safety = score.safety.map {
          ErrorKey.text("安全·" + $0.kind.title, $0.before, $0.gold, $0.predicted, $0.after)
        }
        return (score.id, safety + errors)
      }, uniquingKeysWith: +)
  }
}
