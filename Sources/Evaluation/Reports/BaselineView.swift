import TextCore

/// A comparison with an older report as tables, lists and JSON.
public enum BaselineView {
  /// Adds the comparison to a report.
  public static func append(_ comparison: BaselineComparison, old: Baseline, to report: inout Report) {
    report.append("baseline", json: json(comparison), table: units(comparison))
    let scores = scores(old, report)
    if !scores.isEmpty { report.tables.append(scores) }
    let tests = tests(comparison)
    if !tests.isEmpty { report.tables.append(tests) }
    report.lists += (report.lists.isEmpty ? "" : "\n\n") + list(comparison)
    report.listings += "<section><h2>与上次相比</h2><pre>\(HTMLText.escaped(list(comparison)))</pre></section>"
  }

  private static func units(_ comparison: BaselineComparison) -> TextTable {
    var table = TextTable(["与上次相比", "改正", "新增", "仍在", "总体变化（百分点）"], title: "逐件变化")
    for unit in comparison.units {
      table.add([
        unit.name, String(unit.fixed.count), String(unit.broken.count), String(unit.kept),
        unit.difference.map { Figures.points($0) } ?? "—",
      ])
    }
    return table
  }

  private static func scores(_ old: Baseline, _ report: Report) -> TextTable {
    var table = TextTable(["指标", "上次", "这次", "变化"], title: "得分变化")
    for measurement in report.measurements {
      guard let name = measurement.names.first, let before = old.scores[name] else { continue }
      table.add([
        name, JSONNumber.text(before), JSONNumber.text(measurement.value),
        JSONNumber.text(measurement.value - before),
      ])
    }
    return table
  }

  private static func tests(_ comparison: BaselineComparison) -> TextTable {
    var table = TextTable(["成对比较", "差", "95%区间", "p（自助法）", "p（随机化）"], title: "变化是否超出偶然")
    for (title, test) in comparison.tests {
      table.add([
        title, JSONNumber.text(test.difference),
        "\(JSONNumber.text(test.interval.low))–\(JSONNumber.text(test.interval.high))",
        Figures.p(test.bootstrapP),
        Figures.p(test.randomizationP),
      ])
    }
    return table
  }

  private static func list(_ comparison: BaselineComparison) -> String {
    var lines: [String] = []
    if !comparison.onlyOld.isEmpty { lines.append("只在上次：\(comparison.onlyOld.joined(separator: "、"))") }
    if !comparison.onlyNew.isEmpty { lines.append("只在这次：\(comparison.onlyNew.joined(separator: "、"))") }
    for unit in comparison.units {
      lines += unit.fixed.map { "  \(unit.name)  改正  \($0)" }
      lines += unit.broken.map { "  \(unit.name)  新增  \($0)" }
    }
    return lines.isEmpty ? "与上次相比没有变化" : lines.joined(separator: "\n")
  }

  private static func json(_ comparison: BaselineComparison) -> String {
    var units = JSONObjectWriter()
    for unit in comparison.units {
      var one = JSONObjectWriter()
      one.add("fixed", unit.fixed)
      one.add("new", unit.broken)
      one.add("kept", unit.kept)
      one.addRaw("overall_difference", unit.difference.map(JSONNumber.text) ?? "null")
      units.addRaw(unit.name, one.text)
    }
    var object = JSONObjectWriter()
    object.addRaw("units", units.text)
    object.add("only_old", comparison.onlyOld)
    object.add("only_new", comparison.onlyNew)
    object.addRaw("paired", JSONText.array(comparison.tests.map { json($0.title, $0.test) }))
    return object.text
  }

  private static func json(_ title: String, _ test: PairedTest) -> String {
    var object = JSONObjectWriter()
    object.add("metric", title)
    object.addRaw("difference", JSONNumber.text(test.difference))
    object.addRaw("ci95", JSONNumber.text(test.interval))
    object.addRaw("p_bootstrap", JSONNumber.text(test.bootstrapP))
    object.addRaw("p_randomization", JSONNumber.text(test.randomizationP))
    return object.text
  }
}
