import Foundation

/// How the parameters of a network move: Adam for the layers (Kingma, Ba 2015), AdaGrad for the rows of the tables, which
/// are seen seldom.
struct NetworkSteps {
  private var mean: [Float]
  private var square: [Float]
  private var characterSquares: [Float]
  private var pairSquares: [Float]
  private var count = 0

  private static let (keepMean, keepSquare): (Float, Float) = (0.9, 0.98)
  private static let shrink: Float = 0.01
  private static let tiny: Float = 1e-8
  private static let warmUp: Float = 200

  /// Starts the tables as if gradients of this size had been seen, squared: the larger, the gentler the first steps.
  init(_ parameters: NetworkParameters, seen squares: Float = tiny) {
    mean = [Float](repeating: 0, count: parameters.dense.count)
    square = mean
    characterSquares = [Float](repeating: squares, count: parameters.characters.count)
    pairSquares = [Float](repeating: squares, count: parameters.pairs.count)
  }

  /// Moves everything once: the layers against `gradient`, the tables against what the passes gathered.
  mutating func move(
    _ parameters: inout NetworkParameters, _ gradient: [Float], _ passes: ArraySlice<NetworkPass>,
    rate: (layers: Float, tables: Float)
  ) {
    count += 1
    let start = min(1, Float(count) / Self.warmUp)
    moveLayers(&parameters.dense, gradient, rate.layers * start)
    let width = parameters.shape.width
    for pass in passes {
      pass.rowGradients.withUnsafeBufferPointer { gradients in
        for (position, row) in pass.rows.enumerated() {
          let gradient = gradients.baseAddress! + position * width
          let step = rate.tables * start
          Self.moveRow(Int(row.character), &parameters.characters, &characterSquares, gradient, (width, step))
          if row.pair >= 0 {
            Self.moveRow(Int(row.pair), &parameters.pairs, &pairSquares, gradient, (width, step))
          }
        }
      }
    }
  }

  private mutating func moveLayers(_ weights: inout [Float], _ gradient: [Float], _ rate: Float) {
    // A gradient longer than 1 is cut to 1: one odd piece must not throw the network about.
    let length = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let cut = min(1, 1 / max(length, Self.tiny))
    let step = rate / (1 - powf(Self.keepMean, Float(count)))
    let scale = 1 / (1 - powf(Self.keepSquare, Float(count)))
    mean.withUnsafeMutableBufferPointer { mean in
      square.withUnsafeMutableBufferPointer { square in
        weights.withUnsafeMutableBufferPointer { weights in
          for index in weights.indices {
            let change = gradient[index] * cut
            mean[index] = Self.keepMean * mean[index] + (1 - Self.keepMean) * change
            square[index] = Self.keepSquare * square[index] + (1 - Self.keepSquare) * change * change
            let toward = step * mean[index] / ((square[index] * scale).squareRoot() + Self.tiny)
            weights[index] -= toward + rate * Self.shrink * weights[index]
          }
        }
      }
    }
  }

  @inline(__always)
  private static func moveRow(
    _ row: Int, _ table: inout [Float], _ squares: inout [Float], _ gradient: UnsafePointer<Float>,
    _ size: (width: Int, step: Float)
  ) {
    table.withUnsafeMutableBufferPointer { table in
      squares.withUnsafeMutableBufferPointer { squares in
        for lane in stride(from: 0, to: size.width, by: 8) {
          let at = row * size.width + lane
          let change = FloatMatrix.load(gradient + lane)
          let square = FloatMatrix.load(squares.baseAddress! + at) + change * change
          FloatMatrix.store(square, squares.baseAddress! + at)
          let weight = FloatMatrix.load(table.baseAddress! + at)
          FloatMatrix.store(weight - size.step * change / square.squareRoot(), table.baseAddress! + at)
        }
      }
    }
  }
}
