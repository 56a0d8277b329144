import TextCore

/// Tables and JSON of a span report.
public enum SpanReportView {
  private static let modes: [(name: String, title: String, hits: KeyPath<SpanCounts, Int> & Sendable)] = [
    ("exact", "边界和类型都对", \.exact), ("overlap", "有重叠且类型对", \.overlapping), ("any_type", "有重叠不论类型", \.anyType),
  ]

  /// The report over texts, each a unit of resampling.
  public static func report(_ units: [SpanCounts], bootstrap: Bootstrap) -> Report {
    let pooled = units.reduce(into: SpanCounts.zero) { $0 += $1 }
    let intervals = bootstrap.intervals(units, modes.map { mode in { $0.score(mode.hits).f1 } })
    var table = TextTable(["比较方式", "精确率", "召回率", "F1", "95%区间", "命中/标准/预测"])
    var object = JSONObjectWriter()
    var measurements: [Measurement] = []
    for (index, mode) in modes.enumerated() {
      let score = pooled.score(mode.hits)
      table.add([
        mode.title, Figures.percent(score.precision), Figures.percent(score.recall),
        Figures.percent(score.f1),
        Figures.percent(intervals[index]), "\(pooled[keyPath: mode.hits])/\(pooled.gold)/\(pooled.predicted)",
      ])
      var one = JSONObjectWriter()
      one.addRaw(
        "scores",
        Report.json(scores: [("precision", score.precision), ("recall", score.recall), ("f1", score.f1)]))
      one.addRaw("ci95", JSONNumber.text(intervals[index]))
      object.addRaw(mode.name, one.text)
      measurements.append(
        Measurement([mode.name, mode.name + "_f1"], score.f1, intervals[index], units: units.count))
    }
    object.add("gold", pooled.gold)
    object.add("predicted", pooled.predicted)
    return Report(
      title: "片段评测", tables: [table], members: [("type", "\"spans\""), ("pooled", object.text)],
      measurements: measurements, items: [:])
  }
}
