import Foundation
import Transcript

/// The table that `train punctuation` and `evaluate punctuation` print: one line for each model and set of hearings.
struct PunctuationTable {
  /// Lines so far, under their heads.
  private(set) var text = "方式  总F1（95% 区间）       句内  位置  ，     。     ？     、     ；     ：     笔录\n"

  /// Adds what a model, or the rules, scored.
  mutating func add(_ kind: String, _ score: PunctuationScore) {
    let interval = "（\(figure(score.interval.lowerBound))–\(figure(score.interval.upperBound))）"
    let figures = ([score.inside, score.place] + score.marks).map(figure).joined(separator: "  ")
    text += "\(kind)  \(figure(score.micro))\(interval)  \(figures)  \(score.name)（\(score.hearings) 件）\n"
  }

  private func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}
