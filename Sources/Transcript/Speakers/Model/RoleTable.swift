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
/// weight, `?` for nought, 28 levels down to `#` and up to `[`, level n for n² steps; each row ends with a line feed.
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
        let level = Float(bytes[from]) - 63
        weights[to] = level * abs(level) * step
        from += 1
        to += 1
      }
      from += 1
    }
  }

  /// The text of the table and the size of a step.
  func encoded() -> (text: [UInt8], step: Float) {
    let most = weights.map(abs).max() ?? 0
    let step = max(most / (Self.levels * Self.levels), 1e-9)
    var text: [UInt8] = []
    for start in stride(from: 0, to: weights.count, by: columns) {
      for weight in weights[start..<start + columns] {
        let level = min(Self.levels, (abs(weight) / step).squareRoot().rounded())
        text.append(UInt8(63 + Int(weight < 0 ? -level : level)))
      }
      text.append(0x0A)
    }
    return (text, step)
  }
}
