import Foundation

/// Fits a `MarkBlend` to gaps whose marks are known: logistic regression on the scores (stacking: Wolpert 1992), by
/// AdaGrad over all gaps at once.
struct MarkBlendFit {
  /// A gap: its scores in nats, and its mark.
  struct Gap {
    let rows, network: SIMD8<Float>
    let mark: Mark

    init(rows: BoundaryScores, network: BoundaryScores, mark: Mark) {
      self.rows = Self.nats(rows)
      self.network = Self.nats(network)
      self.mark = mark
    }

    private static func nats(_ scores: BoundaryScores) -> SIMD8<Float> {
      SIMD8<Float>(scores) / PunctuationModel.unit
    }
  }

  private static let rounds = 300
  private static let step: Float = 0.05
  /// Pulls the weights of the marks together, since a few hearings show little of the rare ones.
  private static let shrink: Float = 0.003

  private var rows = SIMD8<Float>(repeating: 0.5)
  private var network = SIMD8<Float>(repeating: 0.5)
  private var bias = SIMD8<Float>.zero
  /// The marks that the gaps may have.
  private let lanes: ClosedRange<Int>

  init(_ gaps: [Gap], lanes: ClosedRange<Int> = 0...6) {
    self.lanes = lanes
    guard !gaps.isEmpty else { return }
    var squares = [SIMD8<Float>](repeating: .init(repeating: 1e-8), count: 3)
    for _ in 0..<Self.rounds {
      let slope = slope(gaps)
      for part in 0..<3 { squares[part] += slope[part] * slope[part] }
      rows -= Self.step * slope[0] / squares[0].squareRoot()
      network -= Self.step * slope[1] / squares[1].squareRoot()
      bias -= Self.step * slope[2] / squares[2].squareRoot()
    }
  }

  private func slope(_ gaps: [Gap]) -> [SIMD8<Float>] {
    var sums = [SIMD8<Float>](repeating: .zero, count: 3)
    for gap in gaps {
      var error = shares(gap.rows * rows + gap.network * network + bias)
      error[Int(gap.mark.rawValue)] -= 1
      sums[0] += error * gap.rows
      sums[1] += error * gap.network
      sums[2] += error
    }
    for part in 0..<3 { sums[part] /= Float(gaps.count) }
    sums[0] += Self.shrink * apart(rows)
    sums[1] += Self.shrink * apart(network)
    return sums
  }

  /// How far each lane is from the mean of all.
  private func apart(_ weights: SIMD8<Float>) -> SIMD8<Float> {
    var apart = SIMD8<Float>.zero
    let mean = lanes.reduce(0) { $0 + weights[$1] } / Float(lanes.count)
    for lane in lanes { apart[lane] = weights[lane] - mean }
    return apart
  }

  private func shares(_ scores: SIMD8<Float>) -> SIMD8<Float> {
    var shares = SIMD8<Float>.zero
    var top = -Float.infinity
    for lane in lanes { top = max(top, scores[lane]) }
    for lane in lanes { shares[lane] = exp(scores[lane] - top) }
    return shares / shares.sum()
  }

  /// The blend in whole numbers.
  var blend: MarkBlend {
    func rounded(_ values: SIMD8<Float>) -> BoundaryScores {
      BoundaryScores(values.rounded(.toNearestOrEven))
    }
    var bias = (bias - bias[0]) * PunctuationModel.unit
    bias[7] = 0
    var result = MarkBlend(
      rows: rounded(rows * Float(MarkBlend.one)), networks: rounded(network * Float(MarkBlend.one)),
      bias: rounded(bias))
    // Nothing is known of ！, which the words do not tell from 。
    (result.rows[7], result.networks[7]) = (MarkBlend.one, 0)
    return result
  }
}
