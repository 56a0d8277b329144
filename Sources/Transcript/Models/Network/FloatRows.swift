/// Rows of floats in memory of their own, with rows of zeros before and after.
final class FloatRows {
  private let memory: UnsafeMutablePointer<Float>
  private let count: Int
  private let width: Int
  private let margin: Int
  /// The first number of row 0.
  let start: UnsafeMutablePointer<Float>

  init(_ rows: Int, width: Int, margin: Int = 0) {
    count = (rows + 2 * margin) * width
    self.width = width
    self.margin = margin
    memory = .allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
    start = memory + margin * width
  }

  deinit { memory.deallocate() }

  /// Puts zeros around the first `rows` rows.
  func clear(around rows: Int) {
    memory.update(repeating: 0, count: margin * width)
    (start + rows * width).update(repeating: 0, count: margin * width)
  }
}
