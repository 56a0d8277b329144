import TextCore

/// Tables and JSON of a tag report.
public enum TagReportView {
  /// The report; `names` gives labels their Chinese names, `wrong` the sentences that are wrong by label.
  public static func report(_ report: TagReport, names: [String: String], wrong: [String: [String]]) -> Report
  {
    let counts = report.pooled
    return Report(
      title: "要素标签评测", tables: [summary(report), labels(report, names)],
      members: [
        ("type", "\"tags\""), ("pooled", pooled(report)), ("labels", labelsJSON(report)),
        ("items", Report.json(items: wrong)),
      ],
      measurements: [
        Measurement(["micro", "micro_f1"], counts.micro.f1, report.intervals[0], units: report.units),
        Measurement(["macro", "macro_f1"], counts.macroF1, report.intervals[1], units: report.units),
        Measurement(["mean", "score"], counts.mean, report.intervals[2], units: report.units),
      ], items: wrong)
  }

  private static func summary(_ report: TagReport) -> TextTable {
    var table = TextTable(["指标", "得分", "95%区间"])
    let rows = [
      ("微平均 F1", report.pooled.micro.f1), ("宏平均 F1", report.pooled.macroF1),
      ("两者平均（CAIL 得分）", report.pooled.mean),
    ]
    for (index, row) in rows.enumerated() {
      table.add([row.0, Figures.percent(row.1), Figures.percent(report.intervals[index])])
    }
    table.add(["句数", String(report.sentences), "\(report.units) 份文书"])
    return table
  }

  private static func labels(_ report: TagReport, _ names: [String: String]) -> TextTable {
    var table = TextTable(["标签", "精确率", "召回率", "F1", "95%区间", "标准数", "预测数"])
    for (index, label) in report.labels.enumerated() {
      let score = report.pooled.score(index)
      let (hits, extra, lost) = counts(report, index)
      table.add([
        label + (names[label].map { " " + $0 } ?? ""), Figures.percent(score.precision),
        Figures.percent(score.recall),
        Figures.percent(score.f1), Figures.percent(report.labelIntervals[index]), String(hits + lost),
        String(hits + extra),
      ])
    }
    return table
  }

  private static func pooled(_ report: TagReport) -> String {
    var object = JSONObjectWriter()
    let micro = report.pooled.micro
    object.addRaw("micro_precision", JSONNumber.exact(micro.precision))
    object.addRaw("micro_recall", JSONNumber.exact(micro.recall))
    object.addRaw("micro_f1", JSONNumber.exact(micro.f1))
    object.addRaw("macro_f1", JSONNumber.exact(report.pooled.macroF1))
    object.addRaw("mean", JSONNumber.exact(report.pooled.mean))
    for (index, name) in ["micro_ci95", "macro_ci95", "mean_ci95"].enumerated() {
      object.addRaw(name, JSONNumber.text(report.intervals[index]))
    }
    object.add("sentences", report.sentences)
    object.add("documents", report.units)
    return object.text
  }

  private static func labelsJSON(_ report: TagReport) -> String {
    var object = JSONObjectWriter()
    for (index, label) in report.labels.enumerated() {
      let score = report.pooled.score(index)
      let (hits, extra, lost) = counts(report, index)
      var one = JSONObjectWriter()
      one.addRaw("precision", JSONNumber.exact(score.precision))
      one.addRaw("recall", JSONNumber.exact(score.recall))
      one.addRaw("f1", JSONNumber.exact(score.f1))
      one.addRaw("ci95", JSONNumber.text(report.labelIntervals[index]))
      one.add("support", hits + lost)
      one.add("predicted", hits + extra)
      object.addRaw(label, one.text)
    }
    return object.text
  }

  private static func counts(_ report: TagReport, _ index: Int) -> (Int, Int, Int) {
    (
      report.pooled.truePositive[index], report.pooled.falsePositive[index],
      report.pooled.falseNegative[index]
    )
  }
}
