/// Steps between whole numbers and floats that are the same on every machine and need no instruction beyond SSE2.
enum FixedPoint {
  /// 1.5 · 2^23: a float near it has steps of 1, so adding it rounds to the nearest whole number, ties to even.
  private static let anchor: Float = 12_582_912
  private static let limit: Float = 4_000_000

  /// The nearest whole numbers; beyond ±4,000,000 those.
  @inline(__always)
  static func rounded(_ values: SIMD4<Float>) -> SIMD4<Int32> {
    let high = SIMD4<Float>(repeating: limit)
    let below = values.replacing(with: high, where: values .> high)
    let kept = below.replacing(with: -high, where: below .< -high)
    return unsafeBitCast(kept + anchor, to: SIMD4<Int32>.self) &- Int32(bitPattern: anchor.bitPattern)
  }

  @inline(__always)
  static func rounded(_ values: SIMD8<Float>) -> SIMD8<Int32> {
    SIMD8(lowHalf: rounded(values.lowHalf), highHalf: rounded(values.highHalf))
  }

  /// Four 32-bit sums, from the `index`-th on, as floats.
  @inline(__always)
  static func floats(_ sums: UnsafeRawPointer, _ index: Int) -> SIMD4<Float> {
    let four = sums.loadUnaligned(fromByteOffset: index * 4, as: SIMD4<Int32>.self)
    return SIMD4(Float(four[0]), Float(four[1]), Float(four[2]), Float(four[3]))
  }

  @inline(__always)
  static func four(_ values: UnsafeBufferPointer<Float>, _ index: Int) -> SIMD4<Float> {
    UnsafeRawPointer(values.baseAddress!).loadUnaligned(fromByteOffset: index * 4, as: SIMD4<Float>.self)
  }
}
