/// Rows of 8-bit numbers with one scale for all: the table of characters or of pairs.
struct IntegerTable: Equatable, Sendable {
  let width: Int
  let numbers: [Int8]
  /// What one unit is worth, in units of an activation · 2^`shift`.
  let factor: Int32

  static let shift: Int32 = 8

  init(width: Int, numbers: [Int8], factor: Int32) {
    self.width = width
    self.numbers = numbers
    self.factor = factor
  }

  /// The numbers as they were before rounding, or near.
  var values: [Float] {
    let unit = Float(factor) / MarkNetwork.one / Float(1 << Self.shift)
    return numbers.map { Float($0) * unit }
  }

  /// Rounds a table; what is beyond five deviations is cut to them.
  init(rounding numbers: [Float], width: Int) {
    let power = numbers.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(numbers.count, 1))
    let limit = max(Float(power.squareRoot()) * 5, 1e-4)
    factor = Int32((limit / 127 * MarkNetwork.one * Float(1 << Self.shift)).rounded(.up))
    let unit = Float(factor) / MarkNetwork.one / Float(1 << Self.shift)
    self.width = width
    self.numbers = numbers.map { Int8(min(max(($0 / unit).rounded(.toNearestOrEven), -127), 127)) }
  }
}
