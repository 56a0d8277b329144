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

/// Tables as printable text, so that they can stand in a source file and be read without decoding: one byte for each
/// weight, `?` for nought, 28 steps down to `#` and up to `[`; each row ends with a line feed.
extension RoleTable {
  static let levels: Float = 28

  /// Reads a table; text of another size changes nothing.
  mutating func read(_ text: StaticString, step: Float) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count >= (columns + 1) << Int(bits) - 1 else { return }
    var from = 0
    var to = 0
    for _ in 0..<(1 << Int(bits)) {
      for _ in 0..<columns {
        weights[to] = (Float(bytes[from]) - 63) * step
        from += 1
        to += 1
      }
      from += 1
    }
  }

  /// The text of the table and the size of a step; the largest thousandth of the weights is cut off.
  func encoded() -> (text: [UInt8], step: Float) {
    let sizes = weights.map(abs).sorted()
    let step = max(sizes[sizes.count - 1 - sizes.count / 1000] / Self.levels, 1e-6)
    var text: [UInt8] = []
    for start in stride(from: 0, to: weights.count, by: columns) {
      for weight in weights[start..<start + columns] {
        let level = max(-Self.levels, min(Self.levels, (weight / step).rounded()))
        text.append(UInt8(63 + Int(level)))
      }
      text.append(0x0A)
    }
    return (text, step)
  }
}
