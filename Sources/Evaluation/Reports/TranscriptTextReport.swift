import Foundation
import TextCore

/// The transcript report for the terminal.
public struct TranscriptTextReport: Sendable {
  private static let columns = ["字准确率", "标点F1", "说话人", "总体", "安全错误"]
  private let report: TranscriptReport

  /// Prepares a report.
  public init(_ report: TranscriptReport) { self.report = report }

  /// Tables by hearing and by slice, then the safety errors one by one; `errorLimit` differences of each hearing.
  public func text(errorLimit: Int = 0) -> String {
    var parts = [cases(), groups("形式", report.forms.map { ($0.key, $0.value) })]
    parts.append(groups("案由", report.causes.map { ($0.key, $0.value) }))
    parts.append(groups("角色", report.speakers.map { ($0.key, $0.value) }, full: false))
    parts.append(phases())
    parts.append(marks())
    parts.append(kinds())
    parts.append(safety())
    if errorLimit > 0 { parts.append(errors(errorLimit)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func cases() -> String {
    var table = TextTable(["庭审", "形式"] + Self.columns)
    for score in report.cases { table.add([score.id, score.form] + row(score.counts, full: true)) }
    table.add(["合计", "\(report.cases.count) 件"] + row(report.pooled, full: true))
    table.add(
      ["95%区间", ""]
        + report.intervals.enumerated().map { index, interval in
          guard let interval else { return "—" }
          let isCount = index == report.intervals.count - 1
          return isCount
            ? String(format: "%.0f–%.0f", interval.low, interval.high)
            : String(format: "%.2f–%.2f", interval.low * 100, interval.high * 100)
        })
    return table.text
  }

  private func groups(_ title: String, _ list: [(String, TranscriptCounts)], full: Bool = true) -> String {
    var table = TextTable([title, "件数/字数"] + Self.columns)
    for (key, counts) in list.sorted(by: { ($1.1.contentLength, $0.0) < ($0.1.contentLength, $1.0) }) {
      let size = full ? "\(counts.hearings) 件" : "\(counts.contentLength) 字"
      table.add([key.isEmpty ? "（未注明）" : key, size] + row(counts, full: full))
    }
    return table.isEmpty ? "" : table.text
  }

  private func phases() -> String {
    var table = TextTable(["阶段", "件数/字数"] + Self.columns)
    for phase in HearingPhase.allCases {
      guard let counts = report.phases[phase] else { continue }
      table.add([phase.rawValue, "\(counts.contentLength) 字"] + row(counts, full: false))
    }
    return table.isEmpty ? "" : table.text
  }

  private func row(_ counts: TranscriptCounts, full: Bool) -> [String] {
    [
      Self.percent(counts.characterAccuracy), Self.percent(counts.punctuationF1),
      Self.percent(counts.speakerAccuracy), full ? Self.percent(counts.overallAccuracy) : "—",
      String(counts.safetyErrors),
    ]
  }

  private func marks() -> String {
    var table = TextTable(["标点", "精确率", "召回率", "F1", "命中", "标准", "预测"])
    for slot in report.pooled.markHits.indices {
      let (hits, gold, predicted) = (
        report.pooled.markHits[slot], report.pooled.markGold[slot], report.pooled.markPredicted[slot]
      )
      let name = ContentClass.marks[safe: slot].map { TranscriptText.string([$0]) } ?? "其他（不计入）"
      table.add([
        name, Self.ratio(hits, predicted), Self.ratio(hits, gold),
        Self.percent(report.pooled.punctuationF1(slot: slot)), String(hits), String(gold), String(predicted),
      ])
    }
    return table.text
  }

  private func kinds() -> String {
    var table = TextTable(["差错类别", "处数", "字（标点）数"])
    for kind in TranscriptError.Kind.allCases {
      let errors = report.cases.flatMap(\.errors).filter { $0.kind == kind }
      table.add([Self.title(kind), String(errors.count), String(errors.reduce(0) { $0 + $1.weight })])
    }
    return table.text
  }

  private func safety() -> String {
    var lines = ["安全错误（\(report.pooled.safetyErrors) 处）"]
    for score in report.cases {
      for error in score.safety {
        let place = "\(score.id) 标准第 \(error.goldLine) 行／预测第 \(error.predictedLine) 行"
        let change = "［\(Self.shown(error.gold)) → \(Self.shown(error.predicted))］"
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
        let change = "［\(Self.shown(error.gold)) → \(Self.shown(error.predicted))］"
        lines.append(
          "  \(score.id):\(error.goldLine)  \(Self.title(error.kind))  …\(error.before)\(change)\(error.after)…"
        )
      }
      if score.errors.count > limit { lines.append("  \(score.id)：另有 \(score.errors.count - limit) 处") }
    }
    return lines.joined(separator: "\n")
  }

  /// A share in percent with two decimals, rounded down so that nothing looks better than it is.
  static func percent(_ value: Double) -> String {
    String(format: "%.2f", (value * 10_000 + 1e-9).rounded(.down) / 100)
  }

  static func title(_ kind: TranscriptError.Kind) -> String {
    switch kind {
    case .numbers: "数字"
    case .cleanup: "口语整理"
    case .terms: "用字用词"
    case .punctuation: "标点"
    case .roles: "说话人"
    }
  }

  private static func ratio(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "—" : percent(Double(part) / Double(whole))
  }
  private static func shown(_ text: String) -> String { text.isEmpty ? "∅" : text }
}
