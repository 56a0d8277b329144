/// A horizontal axis of shares up to 100 %.
struct ShareAxis {
  private let low: Double
  private let left: Double
  private let width: Double
  private let step: Double

  /// An axis that begins at or below `from`, on a round figure.
  init(from: Double, left: Double, width: Double) {
    let span = max(0.01, 1 - max(0, min(1, from)))
    step = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2].first { span / $0 <= 6 } ?? 0.2
    low = max(0, 1 - (span / step).rounded(.up) * step)
    self.left = left
    self.width = width
  }

  func x(_ share: Double) -> Double { left + (max(low, min(1, share)) - low) / (1 - low) * width }

  /// Grid lines and their figures.
  func draw(_ picture: inout SVG, bottom: Int) {
    var index = 0
    while 1 - Double(index) * step >= low - 1e-9 {
      let share = 1 - Double(index) * step
      picture.line(x(share), 2, x(share), Double(bottom), "grid")
      let percent = share * 100
      let text = step < 0.01 ? SVG.number(percent) : String(Int(percent.rounded()))
      picture.text(x(share), Double(bottom) + 16, text + "%", "tick", anchor: "middle")
      index += 1
    }
  }
}
