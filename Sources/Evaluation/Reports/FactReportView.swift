import TextCore

/// Tables and JSON of a fact report.
public enum FactReportView {
  private static let metrics: [(name: String, title: String, value: @Sendable (FactCounts) -> Double)] = [
    ("element_precision", "要素精确率", { $0.elements.precision }),
    ("element_recall", "要素召回率", { $0.elements.recall }),
    ("element_f1", "要素 F1", { $0.elements.f1 }), ("version_f1", "各方主张 F1", { $0.versions.f1 }),
    ("status_accuracy", "状态准确率", { $0.status.value ?? 1 }),
    ("quote_accuracy", "引文命中率", { $0.quotes.value ?? 1 }),
    ("missing_f1", "缺项 F1", { $0.missing.f1 }),
  ]

  /// The report of scored hearings.
  public static func report(_ scores: [FactScore], bootstrap: Bootstrap) -> Report {
    let scores = scores.sorted { $0.id < $1.id }
    let pooled = scores.map(\.counts).reduce(into: FactCounts.zero) { $0 += $1 }
    let intervals = bootstrap.intervals(scores.map(\.counts), metrics.map(\.value))
    let items = Dictionary(
      scores.map { ($0.id, $0.errors.map { "\($0.verdict.rawValue) \($0.element)" }) }, uniquingKeysWith: +)
    return Report(
      title: "要素事实评测", tables: [summary(pooled, intervals), figures(scores, pooled), cases(scores)],
      lists: list(scores),
      members: [
        ("type", "\"elements\""), ("pooled", json(pooled, intervals)), ("cases", casesJSON(scores)),
        ("items", Report.json(items: items)),
      ],
      measurements: metrics.enumerated().map { index, metric in
        Measurement([metric.name], metric.value(pooled), intervals[index], units: scores.count)
      }, items: items)
  }

  private static func summary(_ pooled: FactCounts, _ intervals: [Interval?]) -> TextTable {
    var table = TextTable(["指标", "得分", "95%区间", "分子/分母"])
    let shares = [
      "\(pooled.hits)/\(pooled.predicted)", "\(pooled.hits)/\(pooled.gold)", "", "",
      Figures.share(pooled.status),
      Figures.share(pooled.quotes), "\(pooled.missingHits)/\(pooled.missingGold)",
    ]
    for (index, metric) in metrics.enumerated() {
      table.add([
        metric.title, Figures.percent(metric.value(pooled)), Figures.percent(intervals[index]), shares[index],
      ])
    }
    return table
  }

  /// Wrong amounts, dates, periods and rates by kind: safety errors.
  private static func figures(_ scores: [FactScore], _ pooled: FactCounts) -> TextTable {
    var table = TextTable(["错值（安全差错）", "处数"])
    let errors = scores.flatMap(\.valueErrors)
    for kind in ValueError.Kind.allCases {
      table.add([kind.rawValue, String(errors.count { $0.kind == kind })])
    }
    table.add(["合计/抽取的数值", "\(pooled.wrongFigures)/\(pooled.figures)"])
    return table
  }

  private static func cases(_ scores: [FactScore]) -> TextTable {
    var table = TextTable(["庭审", "标准要素", "抽取", "命中", "F1", "状态对", "引文对", "缺项 F1"])
    for score in scores {
      let counts = score.counts
      table.add([
        score.id, String(counts.gold), String(counts.predicted), String(counts.hits),
        Figures.percent(counts.elements.f1),
        String(counts.statusHits), String(counts.quoteHits), Figures.percent(counts.missing.f1),
      ])
    }
    return table
  }

  private static func list(_ scores: [FactScore]) -> String {
    let names: [FactScore.Verdict: String] = [.lost: "漏抽", .invented: "多抽", .wrong: "值或主张方错", .status: "状态错"]
    let lines = scores.flatMap { score in
      score.errors.map { "  \(score.id)  \(names[$0.verdict] ?? "")  \($0.element)" }
    }
    let wrong = scores.flatMap { score in
      score.valueErrors.map { error in
        "  \(score.id)  \(error.kind.rawValue)  \(error.element)  "
          + "\(error.predicted)，标准 \(error.gold.map(\.description).joined(separator: " / "))"
      }
    }
    return (["错值清单（\(wrong.count) 处）"] + wrong + ["差错清单（\(lines.count) 处）"] + lines).joined(separator: "\n")
  }

  private static func json(_ pooled: FactCounts, _ intervals: [Interval?]) -> String {
    var object = writer(pooled)
    for (index, metric) in metrics.enumerated() {
      object.addRaw(metric.name + "_ci95", JSONNumber.text(intervals[index]))
    }
    return object.text
  }

  private static func casesJSON(_ scores: [FactScore]) -> String {
    var object = JSONObjectWriter()
    for score in scores { object.addRaw(score.id, writer(score.counts).text) }
    return object.text
  }

  private static func writer(_ counts: FactCounts) -> JSONObjectWriter {
    var object = JSONObjectWriter()
    for metric in metrics { object.addRaw(metric.name, JSONNumber.text(metric.value(counts))) }
    object.add("gold", counts.gold)
    object.add("predicted", counts.predicted)
    object.add("found", counts.found)
    object.add("hits", counts.hits)
    object.add("status_hits", counts.statusHits)
    object.add("quote_hits", counts.quoteHits)
    object.add("figures", counts.figures)
    object.add("wrong_figures", counts.wrongFigures)
    object.add("missing_gold", counts.missingGold)
    object.add("missing_predicted", counts.missingPredicted)
    object.add("missing_hits", counts.missingHits)
    return object
  }
}
