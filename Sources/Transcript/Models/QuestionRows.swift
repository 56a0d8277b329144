/// How far each feature of the end of a sentence speaks for ？; weights in 1/64 nat.
struct QuestionRows: Equatable, Sendable {
  /// Units per nat.
  private static let unit: Float = 64

  /// 2^`QuestionFeatures.bits` weights, eight at a time.
  let weights: [SIMD8<Int8>]

  /// A table that knows nothing.
  init() { weights = [SIMD8<Int8>](repeating: .zero, count: 1 << Int(QuestionFeatures.bits - 3)) }

  init(_ weights: [SIMD8<Int8>]) {
    precondition(weights.count == 1 << Int(QuestionFeatures.bits - 3))
    self.weights = weights
  }

  /// Rounds what was learnt.
  init(rounding learnt: [Float]) {
    let whole = learnt.map { Int8(max(-127, min(127, ($0 * Self.unit).rounded(.toNearestOrEven)))) }
    self.init(stride(from: 0, to: whole.count, by: 8).map { SIMD8(whole[$0..<$0 + 8]) })
  }

  /// For ？, in 1/32 nat.
  func score(_ features: QuestionFeatures) -> Int32 {
    var sum: Int32 = 0
    for row in features.rows { sum &+= Int32(weights[row >> 3][row & 7]) }
    return sum >> 1
  }
}
