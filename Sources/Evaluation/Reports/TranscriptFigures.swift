/// Pictures of a transcript report: accuracy by hearing, marks and roles, confusions.
struct TranscriptFigures {
  /// Most hearings drawn; of more, the worst.
  static let mostHearings = 60
  private let report: TranscriptReport

  init(_ report: TranscriptReport) { self.report = report }

  var html: String {
    cards + "<section><h2>各件庭审</h2>\(hearings)</section>"
      + "<section><h2>标点与角色</h2><div class=\"two\"><div>\(marks)</div><div>\(roles)</div></div></section>"
      + "<section><h2>混淆</h2><div class=\"two\"><div>\(roleMap)</div><div>\(markMap)</div></div>\(characters)</section>"
  }

  private var cards: String {
    let cards = TranscriptReport.metrics.enumerated().map { index, metric in
      let value = metric.value(report.pooled)
      let isCount = index == TranscriptReport.metrics.count - 1
      let text = isCount ? String(Int(value)) : Figures.percent(value) + "%"
      let interval = report.intervals[index]
      let range = report.cases.count < 2 ? "—" : isCount ? Figures.count(interval) : Figures.percent(interval)
      return
        "<div class=\"card\(isCount && value > 0 ? " bad" : "")\"><span>\(metric.title)</span><b>\(text)</b>"
        + "<span>95%区间 \(range)</span></div>"
    }
    return "<p class=\"note\">\(report.cases.count) 件庭审，标准正文 \(report.pooled.bodyLength) 字</p>"
      + "<div class=\"cards\">\(cards.joined())</div>"
  }

  private var hearings: String {
    let worst = report.cases.sorted {
      ($0.counts.overallAccuracy, $0.id) < ($1.counts.overallAccuracy, $1.id)
    }
    let shown = worst.prefix(Self.mostHearings)
    let low = shown.map { min($0.counts.overallAccuracy, $0.characterInterval?.low ?? 1) }.min() ?? 0
    let axis = ShareAxis(from: low, left: 170, width: 640)
    var picture = SVG(width: 900, height: shown.count * 24 + 40, label: "各件庭审的准确率")
    axis.draw(&picture, bottom: shown.count * 24 + 8)
    for (row, score) in shown.enumerated() {
      let y = Double(row * 24 + 18)
      picture.text(162, y + 4, score.id, anchor: "end")
      if let interval = score.characterInterval {
        picture.line(axis.x(interval.low), y, axis.x(interval.high), y, "whisker")
      }
      picture.dot(axis.x(score.counts.characterAccuracy), y, "main")
      picture.diamond(axis.x(score.counts.overallAccuracy), y, "hollow")
      picture.text(822, y + 4, Figures.percent(score.counts.overallAccuracy), "tick")
    }
    let rest = worst.count > shown.count ? "只画总体准确率最低的 \(shown.count) 件，共 \(worst.count) 件。" : ""
    return "<p class=\"note\">圆点：字准确率，线段：按发言轮次重抽样的 95% 区间；菱形与右侧数字：总体准确率。\(rest)</p>" + picture.html
  }

  private var marks: String {
    let rows = ContentClass.marks.enumerated().map { slot, mark in
      let counts = "\(report.pooled.markHits[slot])/\(report.pooled.markGold[slot])"
      return (TranscriptText.string([mark]), report.pooled.punctuationF1(slot: slot), counts)
    }
    return "<h3>各标点 F1（命中/标准）</h3>" + bars(rows, "各标点的 F1")
  }

  private var roles: String {
    let rows = report.speakers.sorted { ($1.value.contentLength, $0.key) < ($0.value.contentLength, $1.key) }
      .prefix(14)
      .map {
        (
          $0.key.isEmpty ? "（无标签）" : $0.key, $0.value.speakerAccuracy,
          "\($0.value.rightSpeaker)/\($0.value.contentLength)"
        )
      }
    return "<h3>各角色说话人准确率（字数）</h3>" + bars(Array(rows), "各角色的说话人准确率")
  }

  private func bars(_ rows: [(String, Double, String)], _ label: String) -> String {
    let axis = ShareAxis(from: 0, left: 160, width: 180)
    var picture = SVG(width: 480, height: rows.count * 24 + 36, label: label)
    axis.draw(&picture, bottom: rows.count * 24 + 6)
    for (row, item) in rows.enumerated() {
      let y = Double(row * 24 + 6)
      picture.text(152, y + 14, item.0, anchor: "end")
      picture.rect(axis.x(0), y + 3, axis.x(item.1) - axis.x(0), 14, "main")
      picture.text(348, y + 14, "\(Figures.percent(item.1))（\(item.2)）", "tick")
    }
    return picture.html
  }

  private var roleMap: String {
    "<h3>角色：行是标准，列是预测（字数）</h3>" + HeatMap(report.confusions(\.roles), most: 10, label: "角色混淆").html
  }

  private var markMap: String {
    var table = report.confusions(\.marks)
    for (slot, mark) in ContentClass.marks.enumerated() where report.pooled.markHits[slot] > 0 {
      let name = TranscriptText.string([mark])
      table.add(name, name, report.pooled.markHits[slot])
    }
    return "<h3>标点：行是标准，列是预测（个数，∅ 为没有）</h3>" + HeatMap(table, most: 9, label: "标点混淆").html
  }

  private var characters: String {
    var table = TextTable(["标准", "预测", "次数"], title: "最常见的用字混淆")
    for (cell, count) in report.confusions(\.characters).ranked.prefix(20) {
      table.add([Figures.shown(cell.gold), Figures.shown(cell.predicted), String(count)])
    }
    return table.isEmpty ? "" : HTMLPage.table(table)
  }
}
