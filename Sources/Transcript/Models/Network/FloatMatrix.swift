/// Products of small dense matrices of floats, for training: lane by lane in a fixed order, the same sums with any
/// vector width.
enum FloatMatrix {
  /// A matrix in memory: where it begins, steps from row to row and from column to column.
  struct View {
    let start: UnsafePointer<Float>
    let rowStep: Int
    let columnStep: Int
  }

  /// `to[rows × columns] += a[rows × inner] · b[inner × columns]`; rows of `b` and `to` are contiguous, `columns` is a
  /// multiple of 8. O(rows · columns · inner).
  static func addProduct(
    _ a: View, _ b: View, to: UnsafeMutablePointer<Float>, toStep: Int,
    size: (rows: Int, columns: Int, inner: Int)
  ) {
    let wide = size.columns / tile * tile
    for row in stride(from: 0, to: size.rows / 4 * 4, by: 4) {
      let left = View(start: a.start + row * a.rowStep, rowStep: a.rowStep, columnStep: a.columnStep)
      for column in stride(from: 0, to: wide, by: tile) {
        let right = View(start: b.start + column, rowStep: b.rowStep, columnStep: 1)
        addFour(left, right, to + row * toStep + column, toStep, size.inner)
      }
    }
    addSingly(
      a, b, to: to, toStep: toStep, rows: 0..<size.rows / 4 * 4, columns: wide..<size.columns, size.inner)
    addSingly(
      a, b, to: to, toStep: toStep, rows: size.rows / 4 * 4..<size.rows, columns: 0..<size.columns, size.inner
    )
  }

  /// What is left beside the tiles: one row by eight columns at a time.
  private static func addSingly(
    _ a: View, _ b: View, to: UnsafeMutablePointer<Float>, toStep: Int, rows: Range<Int>, columns: Range<Int>,
    _ inner: Int
  ) {
    for row in rows {
      for column in stride(from: columns.lowerBound, to: columns.upperBound, by: 8) {
        var sum = load(to + row * toStep + column)
        for step in 0..<inner {
          sum += a.start[row * a.rowStep + step * a.columnStep] * load(b.start + step * b.rowStep + column)
        }
        store(sum, to + row * toStep + column)
      }
    }
  }

  /// Columns of a tile: with AVX-512 its sums fill eight registers, enough to hide how long an addition takes.
  private static let tile = 32

  /// Four rows by `tile` columns, kept in registers.
  @inline(never)
  private static func addFour(
    _ a: View, _ b: View, _ to: UnsafeMutablePointer<Float>, _ toStep: Int, _ inner: Int
  ) {
    var (s0, s1, s2, s3) = (load16(to), load16(to + toStep), load16(to + 2 * toStep), load16(to + 3 * toStep))
    let second = to + 16
    var (t0, t1, t2, t3) = (
      load16(second), load16(second + toStep), load16(second + 2 * toStep), load16(second + 3 * toStep)
    )
    var (left, right) = (a.start, b.start)
    for _ in 0..<inner {
      let (row, rest) = (load16(right), load16(right + 16))
      let (x0, x1, x2, x3) = (left[0], left[a.rowStep], left[2 * a.rowStep], left[3 * a.rowStep])
      s0 += x0 * row
      s1 += x1 * row
      s2 += x2 * row
      s3 += x3 * row
      t0 += x0 * rest
      t1 += x1 * rest
      t2 += x2 * rest
      t3 += x3 * rest
      left += a.columnStep
      right += b.rowStep
    }
    store16(s0, to)
    store16(s1, to + toStep)
    store16(s2, to + 2 * toStep)
    store16(s3, to + 3 * toStep)
    store16(t0, second)
    store16(t1, second + toStep)
    store16(t2, second + 2 * toStep)
    store16(t3, second + 3 * toStep)
  }

  @inline(__always)
  private static func load16(_ from: UnsafePointer<Float>) -> SIMD16<Float> {
    UnsafeRawPointer(from).loadUnaligned(as: SIMD16<Float>.self)
  }

  @inline(__always)
  private static func store16(_ value: SIMD16<Float>, _ to: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(to).storeBytes(of: value, as: SIMD16<Float>.self)
  }

  @inline(__always)
  static func load(_ from: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(from).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, _ to: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(to).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
