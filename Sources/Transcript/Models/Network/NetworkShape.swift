/// The sizes of a mark network, and where its parts stand in one flat array of parameters.
///
/// Each character is a row of `width` numbers, the sum of a row for itself and one for the pair it begins. Layers of
/// gated convolutions widen the view; the output sees the characters on both sides of the gap.
struct NetworkShape: Equatable, Sendable {
  /// A gated convolution over `taps` positions, `dilation` apart.
  struct Layer: Equatable, Sendable {
    let taps: Int
    let dilation: Int

    /// Farthest position it sees on either side.
    var reach: Int { taps / 2 * dilation }
  }

  /// Numbers for each position; a multiple of 8.
  var width = 64
  /// The convolutions, first to last.
  var layers = [
    Layer(taps: 5, dilation: 1), Layer(taps: 3, dilation: 2), Layer(taps: 3, dilation: 4),
    Layer(taps: 3, dilation: 8),
  ]
  /// Bits of the number of a pair of characters.
  var pairBits: UInt32 = 16

  /// The networks of the accurate model. Two that differ err less together than one of twice the size.
  static let team = [
    NetworkShape(),
    NetworkShape(layers: [
      Layer(taps: 3, dilation: 1), Layer(taps: 3, dilation: 2), Layer(taps: 3, dilation: 4),
      Layer(taps: 3, dilation: 8),
    ]),
  ]

  /// Scores for each gap: one a mark, the last unused.
  static let lanes = 8

  /// First parameter of a layer: `2·width` weights for each input of each tap, then as many biases.
  func start(ofLayer index: Int) -> Int { layers[..<index].reduce(0) { $0 + weights($1) + 2 * width } }

  /// Number of weights of a layer.
  func weights(_ layer: Layer) -> Int { layer.taps * width * 2 * width }

  /// First parameter of the output: eight weights for each of `2·width` inputs, then eight biases.
  var outputStart: Int { start(ofLayer: layers.count) }

  /// Number of parameters, tables left out.
  var parameters: Int { outputStart + (2 * width + 1) * Self.lanes }

  /// Rows of zeros that stand before and after a text.
  var margin: Int { layers.map(\.reach).max() ?? 0 }

  /// Positions on either side that can sway a score.
  var reach: Int { layers.reduce(1) { $0 + $1.reach } }
}
