/// A trained network of gated convolutions that scores marks from a whole clause: 8-bit weights, 16-bit activations, the
/// same scores on every machine.
///
/// About 115,000 multiplications for each character.
struct MarkNetwork: Equatable, Sendable {
  /// An activation of 1.
  static let one: Float = 512
  /// Gaps scored at a time: a speech of many megabytes must not take many times its size.
  private static let stretch = 2_048

  let shape: NetworkShape
  let vocabulary: Vocabulary
  let characters: IntegerTable
  let pairs: IntegerTable
  let layers: [IntegerMatrix]
  let output: IntegerMatrix

  /// The scores of every gap in 1/32 nat; lane 7 is out of the question. O(scalars).
  func scores(_ speech: [UInt32], _ setting: SpeechSetting) -> [BoundaryScores] {
    guard !speech.isEmpty else { return [] }
    let text = NetworkText(speech, setting, vocabulary, pairBits: shape.pairBits)
    let count = text.characters.count
    let wanted = NetworkText.speechStart..<NetworkText.speechStart + speech.count
    var result: [BoundaryScores] = []
    result.reserveCapacity(speech.count)
    for start in stride(from: wanted.lowerBound, to: wanted.upperBound, by: Self.stretch) {
      let part = start..<min(start + Self.stretch, wanted.upperBound)
      let seen = max(part.lowerBound - shape.reach, 0)..<min(part.upperBound + shape.reach, count)
      append(text, seen, part, to: &result)
    }
    return result
  }

  private func append(
    _ text: NetworkText, _ seen: Range<Int>, _ part: Range<Int>, to result: inout [BoundaryScores]
  ) {
    let width = shape.width
    let margin = max(shape.margin, 1) * width
    var rows = [Int16](repeating: 0, count: (seen.count + 1) * width + 2 * margin)
    embed(text, seen, &rows, margin)
    for (layer, matrix) in zip(shape.layers, layers) {
      var next = rows
      pass(layer, matrix, rows, &next, (margin, seen.count))
      rows = next
    }
    let both = IntegerMatrix.Window(taps: 1, pairs: width, step: 0)
    var sums = [SIMD4<Int32>](repeating: .zero, count: output.columns / 2)
    for position in part {
      rows.withUnsafeBufferPointer { rows in
        sums.withUnsafeMutableBufferPointer { sums in
          let input = rows.baseAddress! + margin + (position - seen.lowerBound) * width
          output.multiply(input, input, both, into: sums.baseAddress!)
        }
      }
      result.append(scores(SIMD8(lowHalf: sums[0], highHalf: sums[1])))
    }
  }

  private func scores(_ sums: SIMD8<Int32>) -> BoundaryScores {
    var nats = SIMD8<Float>.zero
    for lane in 0..<7 {
      nats[lane] = Float(sums[lane]) * (output.scales[lane] / Self.one) + output.biases[lane]
    }
    var scores = FixedPoint.rounded(nats * PunctuationModel.unit)
    scores[7] = -4096
    return scores
  }

  private func embed(_ text: NetworkText, _ seen: Range<Int>, _ rows: inout [Int16], _ margin: Int) {
    for (index, position) in seen.enumerated() {
      let character = Int(text.characters[position]) * shape.width
      let pair = Int(text.pairs[position]) * shape.width
      let to = margin + index * shape.width
      for lane in 0..<shape.width {
        let sum =
          Int32(characters.numbers[character + lane]) &* characters.factor
          &+ Int32(pairs.numbers[pair + lane]) &* pairs.factor
        rows[to + lane] = Int16(clamping: sum >> IntegerTable.shift)
      }
    }
  }

  /// One gated convolution over `size.count` rows.
  private func pass(
    _ layer: NetworkShape.Layer, _ matrix: IntegerMatrix, _ from: [Int16], _ to: inout [Int16],
    _ size: (margin: Int, count: Int)
  ) {
    let width = shape.width
    let window = IntegerMatrix.Window(taps: layer.taps, pairs: width / 2, step: layer.dilation * width)
    let first = size.margin - layer.reach * width
    var sums = [SIMD4<Int32>](repeating: .zero, count: matrix.columns / 2)
    let scales = matrix.scales.map { $0 / Self.one }
    from.withUnsafeBufferPointer { from in
      to.withUnsafeMutableBufferPointer { to in
        sums.withUnsafeMutableBufferPointer { sums in
          for position in stride(from: 0, to: size.count, by: 2) {
            let input = from.baseAddress! + first + position * width
            let isLast = position + 1 == size.count
            matrix.multiply(input, isLast ? input : input + width, window, into: sums.baseAddress!)
            let at = size.margin + position * width
            gate(sums.baseAddress!, scales, matrix.biases, to.baseAddress! + at)
            if !isLast {
              gate(
                sums.baseAddress! + matrix.columns / 4, scales, matrix.biases, to.baseAddress! + at + width)
            }
          }
        }
      }
    }
  }

  /// Adds value · gate to a row.
  @inline(__always)
  private func gate(
    _ sums: UnsafePointer<SIMD4<Int32>>, _ scales: [Float], _ biases: [Float],
    _ row: UnsafeMutablePointer<Int16>
  ) {
    scales.withUnsafeBufferPointer { scales in
      biases.withUnsafeBufferPointer { biases in
        let raw = UnsafeRawPointer(sums)
        for lane in stride(from: 0, to: shape.width, by: 4) {
          let at = lane + shape.width
          let value =
            FixedPoint.floats(raw, lane) * FixedPoint.four(scales, lane) + FixedPoint.four(biases, lane)
          let x = FixedPoint.floats(raw, at) * FixedPoint.four(scales, at) + FixedPoint.four(biases, at)
          let open = 0.5 + 0.5 * x / (1 + x.replacing(with: -x, where: x .< 0))
          let change = FixedPoint.rounded(value * open * Self.one)
          for index in 0..<4 {
            row[lane + index] = Int16(clamping: Int32(row[lane + index]) &+ change[index])
          }
        }
      }
    }
  }
}

extension MarkNetwork {
  /// Rounds a trained network to whole numbers.
  init(_ trained: NetworkParameters, _ vocabulary: Vocabulary) {
    let shape = trained.shape
    func matrix(_ start: Int, rows: Int, columns: Int) -> IntegerMatrix {
      let end = start + rows * columns
      return IntegerMatrix(
        rounding: trained.dense[start..<end], biases: trained.dense[end..<end + columns], rows: rows)
    }
    self.init(
      shape: shape, vocabulary: vocabulary,
      characters: IntegerTable(rounding: trained.characters, width: shape.width),
      pairs: IntegerTable(rounding: trained.pairs, width: shape.width),
      layers: shape.layers.indices.map { index in
        matrix(
          shape.start(ofLayer: index), rows: shape.layers[index].taps * shape.width, columns: 2 * shape.width)
      }, output: matrix(shape.outputStart, rows: 2 * shape.width, columns: NetworkShape.lanes))
  }
}
