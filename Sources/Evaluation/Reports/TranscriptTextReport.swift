/// The transcript report as tables and lists.
struct TranscriptTextReport: Sendable {
  private static let columns = ["字准确率", "标点F1", "说话人", "总体", "安全错误"]
  private let report: TranscriptReport

  /// Prepares a report.
  init(_ report: TranscriptReport) { self.report = report }

  /// The safety errors one by one, then `errorLimit` differences of each hearing.
  func lists(errorLimit: Int) -> String {
    errorLimit > 0 ? safety() + "\n\n" + errors(errorLimit) : safety()
  }

  /// All tables that have rows.
  var tables: [TextTable] {
    [
      cases(), groups("形式", report.forms.map { ($0.key, $0.value) }),
      groups("案由", report.causes.map { ($0.key, $0.value) }),
      groups("角色", report.speakers.map { ($0.key, $0.value) }, full: false), phases(), marks(), kinds(),
    ].filter { !$0.isEmpty }
  }

  private func cases() -> TextTable {
    var table = TextTable(["庭审", "形式"] + Self.columns)
    for score in report.cases { table.add([score.id, score.form] + row(score.counts, full: true)) }
    table.add(["合计", "\(report.cases.count) 件"] + row(report.pooled, full: true))
    let intervals = report.intervals.dropLast().map { Figures.percent($0) }
    table.add(
      ["95%区间", ""]
        + (report.cases.count > 1 ? intervals + [Figures.count(report.intervals.last ?? nil)] : []))
    return table
  }

  private func groups(_ title: String, _ list: [(String, TranscriptCounts)], full: Bool = true) -> TextTable {
    var table = TextTable([title, full ? "件数" : "字数"] + Self.columns)
    for (key, counts) in list.sorted(by: { ($1.1.contentLength, $0.0) < ($0.1.contentLength, $1.0) }) {
      let size = full ? counts.hearings : counts.contentLength
      table.add([key.isEmpty ? "（未注明）" : key, String(size)] + row(counts, full: full))
    }
    return table
  }

  private func phases() -> TextTable {
    var table = TextTable(["阶段", "字数"] + Self.columns)
    for phase in HearingPhase.allCases {
      guard let counts = report.phases[phase] else { continue }
      table.add([phase.rawValue, String(counts.contentLength)] + row(counts, full: false))
    }
    return table
  }

  private func row(_ counts: TranscriptCounts, full: Bool) -> [String] {
    [
      Figures.percent(counts.characterAccuracy), Figures.percent(counts.punctuationF1),
      Figures.percent(counts.speakerAccuracy), full ? Figures.percent(counts.overallAccuracy) : "—",
      String(counts.safetyErrors),
    ]
  }

  private func marks() -> TextTable {
    var table = TextTable(["标点", "精确率", "召回率", "F1", "命中", "标准", "预测"])
    for slot in report.pooled.markHits.indices {
      let (hits, gold, predicted) = (
        report.pooled.markHits[slot], report.pooled.markGold[slot], report.pooled.markPredicted[slot]
      )
      let name = ContentClass.marks[safe: slot].map { TranscriptText.string([$0]) } ?? "其他（不计入）"
      table.add([
        name, Self.ratio(hits, predicted), Self.ratio(hits, gold),
        Figures.percent(report.pooled.punctuationF1(slot: slot)), String(hits), String(gold),
        String(predicted),
      ])
    }
    return table
  }

  private func kinds() -> TextTable {
    var table = TextTable(["差错类别", "处数", "字（标点）数"])
    for kind in TranscriptError.Kind.allCases {
      let errors = report.cases.flatMap(\.errors).filter { $0.kind == kind }
      table.add([kind.title, String(errors.count), String(errors.reduce(0) { $0 + $1.weight })])
    }
    return table
  }

  private func safety() -> String {
    var lines = ["安全错误（\(report.pooled.safetyErrors) 处）"]
    for score in report.cases {
      for error in score.safety {
        let place = "\(score.id) 标准第 \(error.goldLine) 行／预测第 \(error.predictedLine) 行"
        let change = "［\(Figures.shown(error.gold)) → \(Figures.shown(error.predicted))］"
        lines.append(
          "  \(error.kind.title)  \(place)  \(error.speaker)：…\(error.before)\(change)\(error.after)…")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func errors(_ limit: Int) -> String {
    var lines = ["差错清单"]
    for score in report.cases {
      for error in score.errors.prefix(limit) {
        let change = "［\(Figures.shown(error.gold)) → \(Figures.shown(error.predicted))］"
        lines.append(
          "  \(score.id):\(error.goldLine)  \(error.kind.title)  …\(error.before)\(change)\(error.after)…")
      }
      if score.errors.count > limit { lines.append("  \(score.id)：另有 \(score.errors.count - limit) 处") }
    }
    return lines.joined(separator: "\n")
  }

  private static func ratio(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "—" : Figures.percent(Double(part) / Double(whole))
  }
}
