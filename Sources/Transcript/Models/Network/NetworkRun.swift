import Foundation

/// Training under way.
struct NetworkRun {
  private(set) var parameters: NetworkParameters
  private var steps: NetworkSteps
  private let vocabulary: Vocabulary
  private var random: SplitMix64
  private let shards: [NetworkShard]

  /// Positions in a piece and in a shard, shards in a step.
  private static let pieceLength = 128
  private static let shardsPerStep = 8

  init(_ parameters: NetworkParameters, _ vocabulary: Vocabulary, steps: NetworkSteps, random: SplitMix64) {
    self.parameters = parameters
    self.vocabulary = vocabulary
    self.random = random
    self.steps = steps
    shards = (0..<Self.shardsPerStep).map { _ in NetworkShard(parameters.shape, room: Self.pieceLength) }
  }

  /// Goes over the speeches as often as the stage says, each time with a part of the other text; reports each pass.
  mutating func learn(
    _ speeches: [TrainingSpeech], with others: [TrainingSpeech], _ stage: NetworkTrainer.Stage,
    report: (String) -> Void
  ) {
    let extra = others.isEmpty ? 0 : Int(Float(Self.length(speeches[...])) * stage.mixing)
    let length = Self.length(speeches[...]) + extra
    let total = Float(max(length * stage.epochs / (Self.pieceLength * Self.shardsPerStep), 1))
    var rest = others.shuffled(using: &random)[...]
    var done: Float = 0
    var mean = ParameterMean()
    for epoch in 1..<max(stage.epochs, 0) + 1 {
      var loss = 0.0
      var gaps = 0
      let heaps = heaps(speeches + Self.take(extra, &rest, from: others))
      for start in stride(from: 0, to: heaps.count, by: Self.shardsPerStep) {
        let part = stage.lastShare + (1 - stage.lastShare) * (1 + cos(Float.pi * min(done / total, 1))) / 2
        let sum = step(heaps[start..<min(start + Self.shardsPerStep, heaps.count)], stage, part)
        loss += sum.loss
        gaps += sum.gaps
        done += 1
        if done > total * (1 - stage.averaging) { mean.add(parameters) }
      }
      report("\(epoch)/\(stage.epochs)：\(String(format: "%.4f", loss / Double(max(gaps, 1))))")
    }
    parameters = mean.parameters ?? parameters
  }

  private static func length(_ speeches: ArraySlice<TrainingSpeech>) -> Int {
    speeches.reduce(0) { $0 + $1.scalars.count + 2 }
  }

  /// Speeches of about `length` positions from `rest`, which begins anew with `all` when it is used up.
  private static func take(
    _ length: Int, _ rest: inout ArraySlice<TrainingSpeech>, from all: [TrainingSpeech]
  ) -> [TrainingSpeech] {
    var taken: [TrainingSpeech] = []
    var left = length
    while left > 0 {
      if rest.isEmpty { rest = all[...] }
      let next = rest.removeFirst()
      taken.append(next)
      left -= next.scalars.count + 2
    }
    return taken
  }

  /// One step: the heaps side by side, their gradients added in order.
  private mutating func step(
    _ heaps: ArraySlice<[NetworkPiece]>, _ stage: NetworkTrainer.Stage, _ part: Float
  )
    -> (loss: Double, gaps: Int)
  {
    let gaps = heaps.joined().reduce(0) { $0 + $1.gaps }
    guard gaps > 0 else { return (0, 0) }
    parameters.turn()
    let seeds = heaps.map { _ in random.next() }
    learn(Array(heaps), stage, weight: 1 / Float(gaps), seeds)
    var gradient = shards[0].gradient
    for shard in shards[1..<heaps.count] { shard.add(to: &gradient) }
    steps.move(
      &parameters, gradient, shards[..<heaps.count].map(\.pass)[...],
      rate: (stage.layerRate * part, stage.tableRate * part))
    return (shards[..<heaps.count].reduce(0) { $0 + $1.loss }, gaps)
  }

  private func learn(
    _ heaps: [[NetworkPiece]], _ stage: NetworkTrainer.Stage, weight: Float, _ seeds: [UInt64]
  ) {
    DispatchQueue.concurrentPerform(iterations: heaps.count) { index in
      shards[index].learn(heaps[index], parameters, stage, weight: weight, seed: seeds[index])
    }
  }

  /// All speeches in random order, long ones in pieces, heaped to about the length of a piece.
  private mutating func heaps(_ speeches: [TrainingSpeech]) -> [[NetworkPiece]] {
    var heaps: [[NetworkPiece]] = [[]]
    var length = 0
    for piece in pieces(speeches).shuffled(using: &random) {
      if length + piece.range.count > Self.pieceLength, !heaps[heaps.count - 1].isEmpty {
        heaps.append([])
        length = 0
      }
      heaps[heaps.count - 1].append(piece)
      length += piece.range.count
    }
    return heaps
  }

  private mutating func pieces(_ speeches: [TrainingSpeech]) -> [NetworkPiece] {
    var pieces: [NetworkPiece] = []
    for speech in speeches {
      let text = NetworkText(
        speech.scalars, speech.setting.hidden(&random), vocabulary, pairBits: parameters.shape.pairBits)
      let count = text.characters.count
      var start = count <= Self.pieceLength ? 0 : -Int(random.next() % UInt64(Self.pieceLength))
      while start < count {
        let range = max(start, 0)..<min(start + Self.pieceLength, count)
        pieces.append(NetworkPiece(text: text, marks: speech.marks, range: range))
        start += Self.pieceLength
      }
    }
    return pieces
  }
}

/// The mean of parameters along the way; every eighth is taken, its neighbours differ little.
private struct ParameterMean {
  private(set) var parameters: NetworkParameters?
  private var seen = 0
  private var taken = 0
  private static let every = 8

  mutating func add(_ next: NetworkParameters) {
    seen += 1
    guard seen % Self.every == 0 else { return }
    taken += 1
    if taken == 1 { parameters = next } else { parameters?.approach(next, 1 / Float(taken)) }
  }
}
