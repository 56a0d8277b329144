/// How the scores of the rows and of the networks make one: a weight for each mark, and what is added.
///
/// The networks see clauses and are better with ， and 。; the rows know set phrases and are better with ：.
struct MarkBlend: Equatable, Sendable {
  /// A weight of 1.
  static let one: Int32 = 64
  /// Largest weight, and largest addition: they keep a forged file from overflowing the sums.
  private static let bounds: (weight: Int32, bias: Int32) = (256, 100_000)

  /// Weights by `Mark.rawValue`, in units of 1/`one`.
  var rows: BoundaryScores
  var networks: BoundaryScores
  /// Added: how readily each mark is put.
  var bias: BoundaryScores

  /// The rows' scores as they are.
  static let rowsAlone = MarkBlend(
    rows: BoundaryScores(repeating: one), networks: .zero, bias: .zero)

  /// The networks' scores as they are.
  static let networksAlone = MarkBlend(
    rows: .zero, networks: BoundaryScores(repeating: one), bias: .zero)

  /// The joint score.
  @inline(__always)
  func score(_ row: BoundaryScores, _ network: BoundaryScores) -> BoundaryScores {
    (row &* rows &+ network &* networks) &>> 6 &+ bias
  }

  /// 24 numbers, as a model file holds them.
  var numbers: [Int32] { [rows, networks, bias].flatMap { part in (0..<8).map { part[$0] } } }

  init(rows: BoundaryScores, networks: BoundaryScores, bias: BoundaryScores) {
    func bounded(_ numbers: BoundaryScores, _ limit: Int32) -> BoundaryScores {
      numbers.clamped(lowerBound: .init(repeating: -limit), upperBound: .init(repeating: limit))
    }
    self.rows = bounded(rows, Self.bounds.weight)
    self.networks = bounded(networks, Self.bounds.weight)
    self.bias = bounded(bias, Self.bounds.bias)
  }

  /// Takes 24 numbers; what is out of bounds is cut to them.
  init(_ numbers: [Int32]) {
    self.init(
      rows: BoundaryScores(numbers[0..<8]), networks: BoundaryScores(numbers[8..<16]),
      bias: BoundaryScores(numbers[16..<24]))
  }
}
