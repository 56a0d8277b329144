import Foundation

/// Rows of weights under training, one lane for each mark: multinomial logistic regression with AdaGrad
/// (Duchi, Hazan, Singer 2011).
struct AdaGradTable {
  /// Weights; NaN in lane 0 marks a row out of use.
  private(set) var weights: [SIMD8<Float>]
  /// Sums of squared gradients.
  private(set) var squares: [SIMD8<Float>]

  init(rows: Int) {
    weights = [SIMD8<Float>](repeating: .zero, count: rows)
    squares = [SIMD8<Float>](repeating: SIMD8(repeating: 1e-6), count: rows)
  }

  /// One step on one example: `base` is what is known of the scores before, in nats; `each` hands over the rows.
  @inline(__always)
  mutating func learn(
    _ mark: Mark, base: SIMD8<Float> = .zero, step: Float, decay: Float, _ each: ((Int) -> Void) -> Void
  ) {
    var sum = base
    weights.withUnsafeBufferPointer { table in
      each { if !table[$0][0].isNaN { sum += table[$0] } }
    }
    var gradient = Self.softmax(sum)
    gradient[Int(mark.rawValue)] -= 1
    if gradient.replacing(with: -gradient, where: gradient .< 0).max() < 0.01 { return }
    let square = gradient * gradient
    weights.withUnsafeMutableBufferPointer { table in
      squares.withUnsafeMutableBufferPointer { squares in
        each { row in
          if table[row][0].isNaN { return }
          squares[row] += square
          table[row] = table[row] * (1 - decay) - step * gradient / squares[row].squareRoot()
        }
      }
    }
  }

  /// Makes old gradients count less.
  mutating func forget(_ share: Float) { for row in squares.indices { squares[row] *= share } }

  /// In each slot of `size` neighbouring rows keeps the one whose loss would cost most, weights² × curvature since
  /// `before` (LeCun 1990), and puts the others out of use.
  mutating func keepBest(slot size: Int, since before: [SIMD8<Float>]) {
    for start in stride(from: 0, to: weights.count, by: size) {
      let rows = start..<start + size
      func value(_ row: Int) -> Float { (weights[row] * weights[row] * (squares[row] - before[row])).sum() }
      let best = rows.max { value($0) < value($1) }
      for row in rows where row != best { weights[row] = SIMD8(repeating: .nan) }
    }
  }

  /// A row in units of 1/32 nat.
  func quantized(_ row: Int) -> SIMD8<Int8> {
    SIMD8<Int8>(
      (weights[row] * PunctuationModel.unit).rounded(.toNearestOrEven).clamped(
        lowerBound: SIMD8(repeating: -127), upperBound: SIMD8(repeating: 127)))
  }

  /// Over the seven marks that are learnt.
  private static func softmax(_ scores: SIMD8<Float>) -> SIMD8<Float> {
    var top = scores
    top[7] = -1e9
    let highest = top.max()
    var sum: Float = 0
    for lane in 0..<7 {
      top[lane] = exp(scores[lane] - highest)
      sum += top[lane]
    }
    top[7] = 0
    return top / sum
  }
}
