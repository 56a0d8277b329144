/// A confusion table as coloured cells; right cells in one colour, wrong ones in another, by share of the row.
struct HeatMap {
  private let names: [String]
  private let table: Confusions
  private let label: String

  /// The `most` most frequent names of both sides.
  init(_ table: Confusions, most: Int, label: String) {
    var weight: [String: Int] = [:]
    for (cell, count) in table.ranked {
      weight[cell.gold, default: 0] += count
      if cell.predicted != cell.gold { weight[cell.predicted, default: 0] += count }
    }
    names = weight.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
    self.table = table
    self.label = label
  }

  var html: String {
    guard !names.isEmpty else { return "<p class=\"note\">没有数据</p>" }
    let (left, top, size) = (120.0, 110.0, 36.0)
    var picture = SVG(
      width: Int(left + size * Double(names.count)) + 60, height: Int(top + size * Double(names.count)) + 6,
      label: label)
    for (row, gold) in names.enumerated() {
      let y = top + Double(row) * size
      picture.text(left - 8, y + 22, Figures.shown(gold), anchor: "end")
      picture.leaning(left + Double(row) * size + 16, top - 6, Figures.shown(gold))
      let total = max(1, names.reduce(0) { $0 + table.count(gold, $1) })
      for (column, predicted) in names.enumerated() {
        let count = table.count(gold, predicted)
        let x = left + Double(column) * size
        picture.rect(x, y, size, size, "grid cell main", opacity: 0.05)
        guard count > 0 else { continue }
        let share = Double(count) / Double(total)
        picture.rect(
          x, y, size, size, gold == predicted ? "cell main" : "cell other", opacity: 0.15 + 0.6 * share)
        picture.text(x + size / 2, y + 22, Self.short(count), "label", anchor: "middle")
      }
    }
    return picture.html
  }

  private static func short(_ count: Int) -> String {
    count < 10_000 ? String(count) : "\(count / 10_000)万"
  }
}
