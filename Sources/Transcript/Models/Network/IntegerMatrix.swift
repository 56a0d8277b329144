/// A matrix of 8-bit weights with a scale for each column, multiplied with 16-bit numbers into 32-bit sums.
///
/// Integers add up to the same sum in any order and any vector width, and the few operations on floats after the sum are
/// single ones that IEEE 754 fixes: the results are the same on every machine. At most 512 rows, or sums could overflow:
/// 512 · 127 · 2^15 < 2^31.
struct IntegerMatrix: Equatable, Sendable {
  /// Most rows that cannot overflow.
  static let mostRows = 512
  /// Columns computed at a time.
  static let block = 16

  /// Rows of the input.
  let rows: Int
  /// Columns, a multiple of `block`.
  let columns: Int
  /// Row by row.
  let weights: [Int8]
  /// What one unit of a column's sum is worth, and what is added to it.
  let scales: [Float]
  let biases: [Float]
  /// The weights again for multiplication: two rows interleaved, block by block.
  private let packed: [SIMD8<Int16>]

  /// Rows must be even and at most `mostRows`.
  init(rows: Int, weights: [Int8], scales: [Float], biases: [Float]) {
    self.rows = rows
    columns = scales.count
    self.weights = weights
    self.scales = scales
    self.biases = biases
    packed = Self.packed(weights, rows, scales.count)
  }

  /// Rounds a matrix, row by row in `weights`, to 8 bits; `columns` are filled up with zeros to whole blocks.
  init(rounding weights: ArraySlice<Float>, biases: ArraySlice<Float>, rows: Int) {
    let columns = biases.count
    let width = (columns + Self.block - 1) / Self.block * Self.block
    var scales = [Float](repeating: 0, count: width)
    var rounded = [Int8](repeating: 0, count: rows * width)
    for column in 0..<columns {
      let values = (0..<rows).map { weights[weights.startIndex + $0 * columns + column] }
      let scale = max(values.map(abs).max() ?? 0, 1e-9) / 127
      scales[column] = scale
      for row in 0..<rows {
        rounded[row * width + column] = Int8((values[row] / scale).rounded(.toNearestOrEven))
      }
    }
    self.init(
      rows: rows, weights: rounded, scales: scales,
      biases: Array(biases) + [Float](repeating: 0, count: width - columns))
  }

  /// The weights of the first columns, row by row, then their biases: what was rounded, but for the rounding.
  func parameters(columns count: Int) -> [Float] {
    let kept = (0..<rows).flatMap { row in
      (0..<count).map { Float(weights[row * columns + $0]) * scales[$0] }
    }
    return kept + biases[..<count]
  }

  private static func packed(_ weights: [Int8], _ rows: Int, _ columns: Int) -> [SIMD8<Int16>] {
    var packed: [SIMD8<Int16>] = []
    packed.reserveCapacity(weights.count / 8)
    for block in stride(from: 0, to: columns, by: block) {
      for row in stride(from: 0, to: rows, by: 2) {
        for column in stride(from: block, to: block + Self.block, by: 4) {
          var eight = SIMD8<Int16>.zero
          for lane in 0..<8 { eight[lane] = Int16(weights[(row + lane % 2) * columns + column + lane / 2]) }
          packed.append(eight)
        }
      }
    }
    return packed
  }

  /// Where the rows of the input lie: `taps` runs of `pairs` pairs of numbers, `step` numbers apart.
  struct Window {
    let taps: Int
    let pairs: Int
    let step: Int
  }

  /// The sums of two inputs; `sums` takes the columns of the first, then those of the second.
  @inline(__always)
  func multiply(
    _ first: UnsafePointer<Int16>, _ second: UnsafePointer<Int16>, _ window: Window,
    into sums: UnsafeMutablePointer<SIMD4<Int32>>
  ) {
    packed.withUnsafeBufferPointer { packed in
      for block in 0..<columns / Self.block {
        Self.multiplyBlock(
          (first, second), window, packed.baseAddress! + block * rows * 2, sums + block * 4,
          sums + columns / 4 + block * 4)
      }
    }
  }

  @inline(never)
  private static func multiplyBlock(
    _ inputs: (UnsafePointer<Int16>, UnsafePointer<Int16>), _ window: Window,
    _ weights: UnsafePointer<SIMD8<Int16>>,
    _ first: UnsafeMutablePointer<SIMD4<Int32>>, _ second: UnsafeMutablePointer<SIMD4<Int32>>
  ) {
    var (a0, a1, a2, a3) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero, SIMD4<Int32>.zero, SIMD4<Int32>.zero)
    var (b0, b1, b2, b3) = (a0, a1, a2, a3)
    var four = weights
    for tap in 0..<window.taps {
      let left = UnsafeRawPointer(inputs.0 + tap * window.step)
      let right = UnsafeRawPointer(inputs.1 + tap * window.step)
      for pair in 0..<window.pairs {
        let a = Self.pair(left, pair), b = Self.pair(right, pair)
        a0 &+= Self.sums(a, four[0])
        a1 &+= Self.sums(a, four[1])
        a2 &+= Self.sums(a, four[2])
        a3 &+= Self.sums(a, four[3])
        b0 &+= Self.sums(b, four[0])
        b1 &+= Self.sums(b, four[1])
        b2 &+= Self.sums(b, four[2])
        b3 &+= Self.sums(b, four[3])
        four += 4
      }
    }
    (first[0], first[1], first[2], first[3]) = (a0, a1, a2, a3)
    (second[0], second[1], second[2], second[3]) = (b0, b1, b2, b3)
  }

  /// A pair of numbers four times.
  @inline(__always)
  private static func pair(_ from: UnsafeRawPointer, _ index: Int) -> SIMD8<Int16> {
    unsafeBitCast(
      SIMD4<Int32>(repeating: from.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)),
      to: SIMD8<Int16>.self)
  }

  /// Products added in pairs: one instruction on x86 (`pmaddwd`) when written like this.
  @inline(__always)
  private static func sums(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
    let products = SIMD8<Int32>(truncatingIfNeeded: a) &* SIMD8<Int32>(truncatingIfNeeded: b)
    return products.evenHalf &+ products.oddHalf
  }
}
