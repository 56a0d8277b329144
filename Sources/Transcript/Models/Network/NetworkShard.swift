import Foundation

/// A piece of a speech to learn from.
struct NetworkPiece: Sendable {
  let text: NetworkText
  /// The right mark after each scalar of the whole speech.
  let marks: [Mark]
  /// Positions of the text.
  let range: Range<Int>

  /// The mark wanted after a position, with whether the speech ends there; nil outside the speech.
  @inline(__always)
  func wanted(_ position: Int) -> (mark: Mark, isEnd: Bool)? {
    let index = position - NetworkText.speechStart
    guard marks.indices.contains(index) else { return nil }
    let isEnd = index == marks.count - 1
    if isEnd, marks[index] != .stop, marks[index] != .question { return nil }
    return (marks[index], isEnd)
  }

  /// Marks wanted in the range.
  var gaps: Int { range.reduce(0) { $0 + (wanted($1) == nil ? 0 : 1) } }
}

/// A share of a step: it has its own pass and its own gradient, so that several can learn at a time.
///
/// Unchecked: `NetworkRun` hands each shard to one thread at a time.
final class NetworkShard: @unchecked Sendable {
  let pass: NetworkPass
  /// Gradient of the layers, and the loss, of the last heap.
  private(set) var gradient: [Float]
  private(set) var loss = 0.0
  private let lanes = 0..<7

  init(_ shape: NetworkShape, room: Int) {
    pass = NetworkPass(shape, room: room)
    gradient = [Float](repeating: 0, count: shape.parameters)
  }

  /// Learns from a heap of pieces; `weight` is what one gap counts.
  func learn(
    _ heap: [NetworkPiece], _ parameters: NetworkParameters, _ stage: NetworkTrainer.Stage, weight: Float,
    seed: UInt64
  ) {
    gradient.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    loss = 0
    pass.start()
    var random: SplitMix64? = SplitMix64(state: seed)
    for piece in heap {
      pass.forward(piece.text, piece.range, parameters, hiding: stage.hiding, random: &random)
      let errors = errors(piece, stage.doubt, weight)
      gradient.withUnsafeMutableBufferPointer { pass.backward(errors, parameters, $0.baseAddress!) }
    }
  }

  /// Adds the gradient to another.
  func add(to sum: inout [Float]) {
    gradient.withUnsafeBufferPointer { own in
      sum.withUnsafeMutableBufferPointer { sum in
        for index in sum.indices { sum[index] += own[index] }
      }
    }
  }

  private func errors(_ piece: NetworkPiece, _ doubt: Float, _ weight: Float) -> [SIMD8<Float>] {
    piece.range.map { position in
      guard let (mark, isEnd) = piece.wanted(position) else { return .zero }
      var shares = Self.shares(pass.scores[position - piece.range.lowerBound], isEnd ? 2..<4 : lanes)
      let right = Int(mark.rawValue)
      loss -= Double(log(max(shares[right], 1e-9)))
      if isEnd {
        shares[right] -= 1
      } else {
        for lane in lanes { shares[lane] -= doubt / Float(lanes.count) }
        shares[right] -= 1 - doubt
      }
      return shares * weight
    }
  }

  /// Softmax over some lanes, 0 for the others: only 。 and ？ end a speech.
  private static func shares(_ scores: SIMD8<Float>, _ lanes: Range<Int>) -> SIMD8<Float> {
    var top = -Float.infinity
    for lane in lanes { top = max(top, scores[lane]) }
    var shares = SIMD8<Float>.zero
    for lane in lanes { shares[lane] = exp(scores[lane] - top) }
    return shares / shares.sum()
  }
}
