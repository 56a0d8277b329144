import Foundation

/// Weights by hashed feature (rows) and class (columns).
struct RoleTable: Sendable {
  /// log2 of the rows.
  let bits: UInt32
  /// Weights in a row.
  let columns: Int
  /// All weights, row after row.
  var weights: [Float]

  /// All weights nought.
  init(bits: UInt32, columns: Int) {
    self.bits = bits
    self.columns = columns
    weights = Array(repeating: 0, count: columns << Int(bits))
  }

  /// First weight of the row of a feature.
  @inline(__always)
  func row(_ hash: UInt32) -> Int { Int(hash >> (32 - bits)) * columns }

  /// Adds the row of a feature to `sums`, times `scale`.
  @inline(__always)
  func add(_ hash: UInt32, to sums: inout [Float], scale: Float = 1) {
    let base = row(hash)
    for column in 0..<columns { sums[column] += scale * weights[base + column] }
  }
}

/// Tables in a byte for each weight: 28 levels up and down, level n for n² steps.
extension RoleTable {
  static let levels: Float = 28

  /// The table's bytes in a model file, not yet unfolded.
  struct Folded: Sendable {
    private let shape: RoleTable
    private let step: Float
    private let levels: Data

    /// Takes a table of the shape of `shape` from the file: the size of a step, then a level for each weight.
    init(_ file: inout ModelFile, like shape: RoleTable) throws(ModelFileError) {
      self.shape = shape
      step = try file.number()
      levels = try file.data(shape.weights.count)
    }

    /// The table; O(weights), a millisecond.
    var table: RoleTable {
      let values = (0...UInt8.max).map { byte in
        let level = Float(Int8(bitPattern: byte))
        return level * abs(level) * step
      }
      var table = shape
      values.withUnsafeBufferPointer { values in
        levels.withUnsafeBytes { levels in
          table.weights.withUnsafeMutableBufferPointer { weights in
            for index in weights.indices { weights[index] = values[Int(levels[index])] }
          }
        }
      }
      return table
    }
  }

  /// The level of each weight and the size of a step.
  func encoded() -> (levels: [Int8], step: Float) {
    let most = weights.map(abs).max() ?? 0
    let step = max(most / (Self.levels * Self.levels), 1e-9)
    let levels = weights.map { weight in
      let level = min(Self.levels, (abs(weight) / step).squareRoot().rounded())
      return Int8(weight < 0 ? -level : level)
    }
    return (levels, step)
  }
}
