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
    var row = 0
    while row + 4 <= size.rows {
      let left = View(start: a.start + row * a.rowStep, rowStep: a.rowStep, columnStep: a.columnStep)
      for column in stride(from: 0, to: size.columns, by: 8) {
        let right = View(start: b.start + column, rowStep: b.rowStep, columnStep: 1)
        addFour(left, right, to + row * toStep + column, toStep, size.inner)
      }
      row += 4
    }
    while row < size.rows {
      for column in stride(from: 0, to: size.columns, by: 8) {
        var sum = load(to + row * toStep + column)
        for step in 0..<size.inner {
          sum += a.start[row * a.rowStep + step * a.columnStep] * load(b.start + step * b.rowStep + column)
        }
        store(sum, to + row * toStep + column)
      }
      row += 1
    }
  }

  /// Four rows by eight columns, kept in registers.
  @inline(never)
  private static func addFour(
    _ a: View, _ b: View, _ to: UnsafeMutablePointer<Float>, _ toStep: Int, _ inner: Int
  ) {
    var (s0, s1, s2, s3) = (load(to), load(to + toStep), load(to + 2 * toStep), load(to + 3 * toStep))
    var (left, right) = (a.start, b.start)
    for _ in 0..<inner {
      let row = load(right)
      s0 += left[0] * row
      s1 += left[a.rowStep] * row
      s2 += left[2 * a.rowStep] * row
      s3 += left[3 * a.rowStep] * row
      left += a.columnStep
      right += b.rowStep
    }
    store(s0, to)
    store(s1, to + toStep)
    store(s2, to + 2 * toStep)
    store(s3, to + 3 * toStep)
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
