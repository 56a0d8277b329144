import TextCore

/// Writes the judge's page: disputes first, then what is missing, what is agreed and what one side says, beside the
/// transcript; every quote leads to the highlighted sentence.
///
/// One self-contained file without network, fonts or script. Linear in the transcript plus the sheet.
public enum FactSheetHTML {
  /// The whole page.
  public static func page(_ sheet: FactSheet) -> String {
    let marks = QuoteMarks(sheet)
    let header = sheet.hearing.header
    let title = HTMLText.escaped([header["案号"], header["案由"]].compactMap { $0 }.joined(separator: " "))
    return """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(title) 要素事实表</title><style>\(FactSheetStyle.css)</style></head><body>
      <header><h1>\(title) <small>要素事实表</small></h1>\(summary(sheet))</header>
      <main><div id="sheet">
      \(section(.disputed, sheet, marks))\(missing(sheet))\(section(.agreed, sheet, marks))\(section(.oneSided, sheet, marks))\(calculations(sheet))
      </div><div id="transcript"><h2>笔录</h2>
      \(transcript(sheet, marks))
      </div></main></body></html>

      """
  }

  private static func summary(_ sheet: FactSheet) -> String {
    let counts = Fact.Status.allCases.map { status in
      "\(status.rawValue) \(sheet.facts.count { $0.status == status })"
    }
    return "<p>\(counts.joined(separator: " · ")) · 尚未查明 \(sheet.missing.count)</p>"
  }

  private static func section(_ status: Fact.Status, _ sheet: FactSheet, _ marks: QuoteMarks) -> String {
    let facts = sheet.facts.filter { $0.status == status }
    guard !facts.isEmpty else { return "" }
    return "<section class=\"\(className(status))\"><h2>\(status.rawValue)</h2><table>\n"
      + "<thead><tr><th>要素</th><th>谁</th><th>怎么说</th><th>原话（点击看笔录）</th></tr></thead><tbody>\n"
      + facts.map { rows($0, sheet, marks) }.joined() + "</tbody></table></section>\n"
  }

  private static func className(_ status: Fact.Status) -> String {
    switch status {
    case .agreed: "agreed"
    case .disputed: "disputed"
    case .oneSided: "one-sided"
    }
  }

  private static func rows(_ fact: Fact, _ sheet: FactSheet, _ marks: QuoteMarks) -> String {
    let versions = fact.versions.map { ($0, FactSheetText.note($0)) } + fact.corrected.map { ($0, "（后更正）") }
    let law =
      fact.element.law.isEmpty
      ? "" : "<small>\(HTMLText.escaped(fact.element.law.joined(separator: "；")))</small>"
    let name = "<th rowspan=\"\(versions.count)\">\(HTMLText.escaped(fact.element.name))\(law)</th>"
    return versions.enumerated().map { index, entry in
      let (version, note) = entry
      let value = HTMLText.escaped(FactSheetText.shown(version.value, fact.element) + note)
      let quotes = version.quotes.map { link($0, sheet, marks) }.joined(separator: "<br>")
      return "<tr>\(index == 0 ? name : "")<td>\(HTMLText.escaped(version.by.joined(separator: "、")))</td>"
        + "<td class=\"value\">\(value)</td><td>\(quotes)</td></tr>\n"
    }.joined()
  }

  private static func link(_ quote: Statement.Quote, _ sheet: FactSheet, _ marks: QuoteMarks) -> String {
    let words = HTMLText.escaped(sheet.words(quote))
    return "<a href=\"#q\(marks.number(of: quote))\">“\(words)”</a> <small>第\(quote.turn)段</small>"
  }

  private static func missing(_ sheet: FactSheet) -> String {
    guard !sheet.missing.isEmpty else { return "" }
    let rows = sheet.missing.map { element in
      "<tr><th>\(HTMLText.escaped(element.name))</th><td>\(HTMLText.escaped(element.question))</td></tr>\n"
    }
    return
      "<section class=\"missing\"><h2>尚未查明</h2><table><thead><tr><th>要素</th><th>可以问</th></tr></thead><tbody>\n"
      + rows.joined() + "</tbody></table></section>\n"
  }

  private static func calculations(_ sheet: FactSheet) -> String {
    guard !sheet.calculations.isEmpty else { return "" }
    let parts = sheet.calculations.map { one in
      let steps = one.calculation.steps.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
      let result = HTMLText.escaped(CalculationWriter.result(one.calculation))
      let title = HTMLText.escaped(one.calculation.kind.title + (one.basis.map { "（\($0)）" } ?? ""))
      return "<h3>\(title)</h3><ol>\(steps)</ol><p class=\"value\">\(result)</p>\n"
    }
    return "<section class=\"calculations\"><h2>计算</h2>\(parts.joined())</section>\n"
  }

  private static func transcript(_ sheet: FactSheet, _ marks: QuoteMarks) -> String {
    let bytes = sheet.hearing.source.bytes
    return sheet.hearing.turns.map { turn in
      let label = turn.label.map { "<b>\(HTMLText.escaped($0.text))</b>：" } ?? ""
      return
        "<p id=\"t\(turn.number)\"><i>\(turn.number)</i>\(label)\(marks.marked(turn.speech, bytes))</p>\n"
    }.joined()
  }
}
