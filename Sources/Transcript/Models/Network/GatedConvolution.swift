/// One layer under training: `output = input + mask · value · gate`, where value and gate are convolutions of the input.
///
/// The gate is the rational curve ½ + ½·x/(1+|x|), which needs no exponential and is the same on every machine. (Gated
/// convolutions: Dauphin et al. 2017.)
struct GatedConvolution {
  let layer: NetworkShape.Layer
  let width: Int
  let weights: UnsafePointer<Float>
  /// The weights of each tap with rows and columns swapped, for the way back.
  var turned: UnsafePointer<Float>?

  private var biases: Int { layer.taps * width * 2 * width }

  /// Offset of the rows that a tap sees, in numbers.
  private func offset(_ tap: Int) -> Int { (tap - layer.taps / 2) * layer.dilation * width }

  private func weights(_ tap: Int) -> UnsafePointer<Float> { weights + tap * width * 2 * width }

  /// `input` and `output` point at position 0 and have zeros around; `mixed` takes value and gate of each position for
  /// the way back.
  func forward(
    _ input: UnsafePointer<Float>, _ mixed: UnsafeMutablePointer<Float>, mask: UnsafePointer<Float>?,
    to output: UnsafeMutablePointer<Float>, count: Int
  ) {
    for position in 0..<count {
      (mixed + position * 2 * width).update(from: weights + biases, count: 2 * width)
    }
    for tap in 0..<layer.taps {
      FloatMatrix.addProduct(
        .init(start: input + offset(tap), rowStep: width, columnStep: 1),
        .init(start: weights(tap), rowStep: 2 * width, columnStep: 1), to: mixed, toStep: 2 * width,
        size: (count, 2 * width, width))
    }
    for position in 0..<count {
      let value = mixed + position * 2 * width
      for lane in stride(from: 0, to: width, by: 8) {
        let at = position * width + lane
        var change = FloatMatrix.load(value + lane) * Self.gate(FloatMatrix.load(value + width + lane))
        if let mask { change *= FloatMatrix.load(mask + at) }
        FloatMatrix.store(FloatMatrix.load(input + at) + change, output + at)
      }
    }
  }

  @inline(__always)
  static func gate(_ x: SIMD8<Float>) -> SIMD8<Float> { 0.5 + 0.5 * x / (1 + magnitude(x)) }

  @inline(__always)
  private static func magnitude(_ x: SIMD8<Float>) -> SIMD8<Float> { x.replacing(with: -x, where: x .< 0) }

  /// From the gradient of the output makes that of the input, in `below`, and adds that of the weights to `change`.
  /// `mixed` is used up. `above` and `below` have room around; what lands there is of no use.
  func backward(
    _ input: UnsafePointer<Float>, _ mixed: UnsafeMutablePointer<Float>, mask: UnsafePointer<Float>,
    gradient: (
      above: UnsafePointer<Float>, below: UnsafeMutablePointer<Float>, change: UnsafeMutablePointer<Float>
    ),
    count: Int
  ) {
    spread(gradient.above, mixed, mask, gradient.change + biases, count)
    gradient.below.update(from: gradient.above, count: count * width)
    for tap in 0..<layer.taps {
      FloatMatrix.addProduct(
        .init(start: mixed, rowStep: 2 * width, columnStep: 1),
        .init(start: turned! + tap * width * 2 * width, rowStep: width, columnStep: 1),
        to: gradient.below + offset(tap), toStep: width, size: (count, width, 2 * width))
      FloatMatrix.addProduct(
        .init(start: input + offset(tap), rowStep: 1, columnStep: width),
        .init(start: mixed, rowStep: 2 * width, columnStep: 1), to: gradient.change + tap * width * 2 * width,
        toStep: 2 * width, size: (width, 2 * width, count))
    }
  }

  /// Puts the gradients of value and gate in their place, and adds those of the biases.
  private func spread(
    _ above: UnsafePointer<Float>, _ mixed: UnsafeMutablePointer<Float>, _ mask: UnsafePointer<Float>,
    _ biases: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    for position in 0..<count {
      let value = mixed + position * 2 * width
      let gate = value + width
      for lane in stride(from: 0, to: width, by: 8) {
        let at = position * width + lane
        let error = FloatMatrix.load(above + at) * FloatMatrix.load(mask + at)
        let x = FloatMatrix.load(gate + lane)
        let size = 1 + Self.magnitude(x)
        let ofGate = error * FloatMatrix.load(value + lane) * 0.5 / (size * size)
        let ofValue = error * Self.gate(x)
        FloatMatrix.store(ofValue, value + lane)
        FloatMatrix.store(ofGate, gate + lane)
        FloatMatrix.store(FloatMatrix.load(biases + lane) + ofValue, biases + lane)
        FloatMatrix.store(FloatMatrix.load(biases + width + lane) + ofGate, biases + width + lane)
      }
    }
  }
}
