/// The way through a network and back for one piece of text, with all that the way back needs.
final class NetworkPass {
  /// How much is hidden while learning, as shares: numbers of a position, pairs, characters.
  struct Hiding: Sendable {
    var numbers: Float = 0
    var pairs: Float = 0
    var characters: Float = 0
  }

  private let shape: NetworkShape
  /// What each layer reads, and what the output reads.
  private let inputs: [FloatRows]
  private let mixed: [FloatRows]
  private let masks: [FloatRows]
  private var above: FloatRows
  private var below: FloatRows
  /// Scores of each position after `forward`.
  private(set) var scores: [SIMD8<Float>]
  /// The rows that were read, and the gradient of each position, gathered over all ways back since `start`.
  private(set) var rows: [(character: Int32, pair: Int32)] = []
  private(set) var rowGradients: [Float] = []
  private var read: [(character: Int32, pair: Int32)] = []

  /// For texts of at most `room` positions.
  init(_ shape: NetworkShape, room: Int) {
    self.shape = shape
    let width = shape.width
    inputs = (0...shape.layers.count).map { _ in FloatRows(room + 1, width: width, margin: shape.margin) }
    mixed = shape.layers.map { _ in FloatRows(room, width: 2 * width) }
    masks = (0...shape.layers.count).map { _ in FloatRows(room, width: width) }
    above = FloatRows(room + 1, width: width, margin: shape.margin)
    below = FloatRows(room + 1, width: width, margin: shape.margin)
    scores = [SIMD8<Float>](repeating: .zero, count: room)
  }

  /// Forgets what was gathered.
  func start() {
    rows.removeAll(keepingCapacity: true)
    rowGradients.removeAll(keepingCapacity: true)
  }

  /// Scores the positions of `range`; with `random` some of the text is hidden, as `hiding` says.
  func forward(
    _ text: NetworkText, _ range: Range<Int>, _ parameters: NetworkParameters, hiding: Hiding = Hiding(),
    random: inout SplitMix64?
  ) {
    choose(text, range, hiding, &random)
    embed(parameters)
    for mask in masks { fill(mask, range.count * shape.width, hiding.numbers, &random) }
    parameters.dense.withUnsafeBufferPointer { dense in
      for (index, layer) in shape.layers.enumerated() {
        inputs[index].clear(around: range.count)
        GatedConvolution(
          layer: layer, width: shape.width, weights: dense.baseAddress! + shape.start(ofLayer: index)
        ).forward(
          inputs[index].start, mixed[index].start,
          mask: random == nil ? nil : UnsafePointer(masks[index].start),
          to: inputs[index + 1].start, count: range.count)
      }
      inputs[shape.layers.count].clear(around: range.count)
      output(dense.baseAddress! + shape.outputStart, range.count, isMasked: random != nil)
    }
  }

  private func choose(_ text: NetworkText, _ range: Range<Int>, _ hiding: Hiding, _ random: inout SplitMix64?)
  {
    read.removeAll(keepingCapacity: true)
    for position in range {
      var row = (character: text.characters[position], pair: text.pairs[position])
      if random != nil {
        if Vocabulary.isCharacter(row.character), random!.fraction() < hiding.characters {
          row.character = Vocabulary.unknownRow
        }
        if random!.fraction() < hiding.pairs { row.pair = -1 }
      }
      read.append(row)
    }
  }

  private func embed(_ parameters: NetworkParameters) {
    let width = shape.width
    parameters.characters.withUnsafeBufferPointer { characters in
      parameters.pairs.withUnsafeBufferPointer { pairs in
        for (position, row) in read.enumerated() {
          let to = inputs[0].start + position * width
          to.update(from: characters.baseAddress! + Int(row.character) * width, count: width)
          guard row.pair >= 0 else { continue }
          let pair = pairs.baseAddress! + Int(row.pair) * width
          for lane in 0..<width { to[lane] += pair[lane] }
        }
      }
    }
  }

  private func output(_ weights: UnsafePointer<Float>, _ count: Int, isMasked: Bool) {
    let width = shape.width
    let input = inputs[shape.layers.count].start
    let mask = masks[shape.layers.count].start
    if isMasked { for at in 0..<count * width { input[at] *= mask[at] } }
    let bias = FloatMatrix.load(weights + 2 * width * NetworkShape.lanes)
    for position in 0..<count {
      var sum = bias
      let both = input + position * width
      for lane in 0..<2 * width { sum += both[lane] * FloatMatrix.load(weights + lane * NetworkShape.lanes) }
      scores[position] = sum
    }
  }

  /// 0 for what is hidden, else what keeps the sum as it is.
  private func fill(_ mask: FloatRows, _ count: Int, _ share: Float, _ random: inout SplitMix64?) {
    guard random != nil else { return }
    let keep = 1 / (1 - share)
    let limit = UInt64(share * 65_536)
    var bits: UInt64 = 0
    for at in 0..<count {
      bits = at % 4 == 0 ? random!.next() : bits >> 16
      mask.start[at] = bits & 0xFFFF < limit ? 0 : keep
    }
  }

  /// From the gradients of the scores adds those of the parameters to `change`, and gathers those of the rows; the
  /// parameters must have been turned.
  func backward(
    _ errors: [SIMD8<Float>], _ parameters: NetworkParameters, _ change: UnsafeMutablePointer<Float>
  ) {
    precondition(parameters.turned.count == shape.outputStart)
    parameters.dense.withUnsafeBufferPointer { dense in
      parameters.turned.withUnsafeBufferPointer { turned in
        backward(errors, dense.baseAddress!, turned.baseAddress!, change)
      }
    }
  }

  private func backward(
    _ errors: [SIMD8<Float>], _ dense: UnsafePointer<Float>, _ turned: UnsafePointer<Float>,
    _ change: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    outputBackward(errors, dense + shape.outputStart, change + shape.outputStart)
    let mask = masks[shape.layers.count].start
    for at in 0..<errors.count * width { above.start[at] *= mask[at] }
    for (index, layer) in shape.layers.enumerated().reversed() {
      below.clear(around: errors.count)
      let start = shape.start(ofLayer: index)
      GatedConvolution(layer: layer, width: width, weights: dense + start, turned: turned + start).backward(
        inputs[index].start, mixed[index].start, mask: masks[index].start,
        gradient: (UnsafePointer(above.start), below.start, change + start), count: errors.count)
      swap(&above, &below)
    }
    rows += read
    rowGradients += UnsafeBufferPointer(start: above.start, count: errors.count * width)
  }

  private func outputBackward(
    _ errors: [SIMD8<Float>], _ weights: UnsafePointer<Float>, _ change: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    let input = inputs[shape.layers.count].start
    above.start.update(repeating: 0, count: (errors.count + 1) * width)
    let biases = change + 2 * width * NetworkShape.lanes
    for (position, error) in errors.enumerated() where error != .zero {
      FloatMatrix.store(FloatMatrix.load(biases) + error, biases)
      let both = input + position * width
      let gradient = above.start + position * width
      for lane in 0..<2 * width {
        let at = lane * NetworkShape.lanes
        FloatMatrix.store(FloatMatrix.load(change + at) + both[lane] * error, change + at)
        gradient[lane] += (FloatMatrix.load(weights + at) * error).sum()
      }
    }
  }
}
