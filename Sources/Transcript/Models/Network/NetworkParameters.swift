/// The parameters of a network under training.
struct NetworkParameters: Sendable {
  let shape: NetworkShape
  /// Weights and biases of the layers and the output, as `NetworkShape` lays them out.
  var dense: [Float]
  /// The weights of the layers with rows and columns of each tap swapped, as `turn` left them.
  private(set) var turned: [Float] = []
  /// One row of `width` numbers for each character, and for each number of a pair.
  var characters: [Float]
  var pairs: [Float]

  /// Small random weights; the same seed gives the same network.
  init(_ shape: NetworkShape, characters count: Int, seed: UInt64) {
    self.shape = shape
    var random = SplitMix64(state: seed)
    dense = [Float](repeating: 0, count: shape.parameters)
    for (index, layer) in shape.layers.enumerated() {
      let scale = 0.6 / Float(layer.taps * shape.width).squareRoot()
      let start = shape.start(ofLayer: index)
      for weight in start..<start + shape.weights(layer) { dense[weight] = random.bell() * scale }
    }
    for weight in 0..<2 * shape.width * NetworkShape.lanes {
      dense[shape.outputStart + weight] = random.bell() * 0.05
    }
    characters = (0..<count * shape.width).map { _ in random.bell() * 0.3 }
    pairs = (0..<shape.width << Int(shape.pairBits)).map { _ in random.bell() * 0.1 }
  }

  /// Goes a share of the way to other parameters: with 1/n for the n-th, all it was given are averaged.
  mutating func approach(_ other: NetworkParameters, _ share: Float) {
    for part in [\.dense, \.characters, \.pairs] as [WritableKeyPath<NetworkParameters, [Float]>] {
      self[keyPath: part].withUnsafeMutableBufferPointer { own in
        other[keyPath: part].withUnsafeBufferPointer { other in
          for index in own.indices { own[index] += (other[index] - own[index]) * share }
        }
      }
    }
  }

  /// Brings `turned` up to date.
  mutating func turn() {
    if turned.isEmpty { turned = [Float](repeating: 0, count: shape.outputStart) }
    let (width, columns) = (shape.width, 2 * shape.width)
    turned.withUnsafeMutableBufferPointer { turned in
      dense.withUnsafeBufferPointer { dense in
        for (index, layer) in shape.layers.enumerated() {
          for tap in 0..<layer.taps {
            let start = shape.start(ofLayer: index) + tap * width * columns
            for row in 0..<width {
              for column in 0..<columns {
                turned[start + column * width + row] = dense[start + row * columns + column]
              }
            }
          }
        }
      }
    }
  }
}

extension NetworkParameters {
  /// The parameters of a network in use, to learn on from them; what rounding took away is gone.
  init(_ network: MarkNetwork) {
    shape = network.shape
    dense =
      network.layers.flatMap { $0.parameters(columns: $0.columns) }
      + network.output.parameters(columns: NetworkShape.lanes)
    characters = network.characters.values
    pairs = network.pairs.values
  }
}

extension SplitMix64 {
  /// A number from 0 up to 1.
  @inline(__always)
  mutating func fraction() -> Float { Float(next() >> 40) / 16_777_216 }

  /// Nearly normal, mean 0, deviation 1: the sum of four fractions.
  mutating func bell() -> Float {
    let bits = next()
    let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + bits >> 48
    return (Float(sum) / 65_536 - 2) * 1.732
  }
}
