/// Learns `RoleModel`: averaged structured perceptron (Collins 2002) on hearings laid out as plain recognized text,
/// with a margin for every character under the wrong speaker.
///
/// A step for one class also moves the classes of the same groups (`RoleGroup`).
struct RoleTrainer {
  private var model = RoleModel()
  private var sums = RoleModel()
  private var count: Float = 1
  private let hearings: [LabelledHearing]
  private var noise: SpeechNoise
  private var features: Set<UInt32> = []
  private static let leastHearings = 12
  private static let cost: Float = 0.4

  /// A trainer with a seed for the layout.
  init(_ hearings: [LabelledHearing], seed: UInt64 = 7) {
    self.hearings = hearings
    noise = SpeechNoise(random: SeededRandom(seed: seed))
  }

  /// Runs over all hearings `epochs` times and gives the average model. About 3 s for each 200 hearings and epoch.
  static func train(_ hearings: [LabelledHearing], epochs: Int, seed: UInt64 = 7) -> RoleModel {
    var trainer = RoleTrainer(hearings, seed: seed)
    trainer.chooseFeatures()
    for _ in 0..<epochs { trainer.epoch() }
    return trainer.average()
  }

  /// Keeps the features that so many hearings have: rarer ones are names and subjects, which say nothing of roles.
  private mutating func chooseFeatures() {
    var seen: [UInt32: (hearing: Int, count: Int)] = [:]
    for (number, hearing) in hearings.enumerated() {
      let sample = TrainingSample(hearing, hearing.turns.indices, .chance, .none, &noise)
      func see(_ hash: UInt32) {
        let old = seen[hash] ?? (-1, 0)
        if old.hearing != number { seen[hash] = (number, old.count + 1) }
      }
      for index in sample.gold.indices {
        RoleFeatures.inside(sample.text, index, see)
        RoleFeatures.start(sample.text, index, see)
        RoleFeatures.shape(sample.text, index, see)
        RoleFeatures.end(sample.text, index, see)
      }
    }
    features = Set(seen.filter { $0.value.count >= Self.leastHearings }.keys)
  }

  private mutating func epoch() {
    var order = Array(hearings.indices)
    for index in order.indices.reversed() { order.swapAt(index, noise.random.below(index + 1)) }
    for index in order { learn(hearings[index]) }
  }

  private mutating func learn(_ hearing: LabelledHearing) {
    let lines: SpeechNoise.Lines = [.eachTurn, .chance, .chance, .chance, .chance, .one][
      noise.random.below(6)]
    noise.chooseLayout()
    let marks: SpeechNoise.Marks = [.none, .none, .none, .none, .commas, .spaces, .all][noise.random.below(7)]
    var start = 0
    while start < hearing.turns.count {
      let end = min(start + 4 + noise.random.below(10), hearing.turns.count)
      learn(TrainingSample(hearing, start..<end, lines, marks, &noise))
      start = end
    }
  }

  private mutating func learn(_ sample: TrainingSample) {
    guard !sample.text.codes.isEmpty else { return }
    let decoder = RoleDecoder(model: model, actors: sample.actors)
    let margin = RoleDecoder.Margin(gold: sample.gold, cost: Self.cost)
    let found = decoder.pieces(of: sample.text, mentions: sample.mentions, margin: margin)
    let right = sample.pieces
    if found != right {
      change(sample, decoder, right, 1)
      change(sample, decoder, found, -1)
      changeInside(sample, found)
    }
    count += 1
  }

  private mutating func change(
    _ sample: TrainingSample, _ decoder: RoleDecoder, _ pieces: [RoleDecoder.Piece], _ sign: Float
  ) {
    var state: Int?
    var before: RoleDecoder.Piece?
    var named = NamedBefore(sample.mentions)
    for piece in pieces {
      let role = sample.actors[piece.actor].role
      let call = named.advance(to: piece.start)
      RoleFeatures.start(sample.text, piece.start) { addTurn($0, role, sign, isChange: before != nil) }
      RoleFeatures.shape(sample.text, piece.start) { addTurn($0, role, sign, isChange: before != nil) }
      if let before, let state {
        let last = sample.actors[before.actor].role
        RoleFeatures.end(sample.text, piece.start) { addTurn($0, last, sign, isChange: true) }
        let change = RoleDecoder.Change(source: state, began: before.start, index: piece.start, call: call)
        for (table, index) in decoder.weights(of: change, to: piece.actor) { add(table, index, sign) }
      }
      state = decoder.state(actor: piece.actor, after: before?.actor)
      before = piece
    }
  }

  private mutating func changeInside(_ sample: TrainingSample, _ found: [RoleDecoder.Piece]) {
    var piece = 0
    for index in sample.gold.indices {
      while piece + 1 < found.count, found[piece + 1].start <= index { piece += 1 }
      let (right, wrong) = (sample.actors[sample.gold[index]].role, sample.actors[found[piece].actor].role)
      guard right != wrong else { continue }
      RoleFeatures.inside(sample.text, index) {
        if !features.contains($0) { return }
        let row = model.inside.row($0)
        for group in RoleClass.groups[Int(right.rawValue)] { add(\.inside.weights, row + group, 1) }
        for group in RoleClass.groups[Int(wrong.rawValue)] { add(\.inside.weights, row + group, -1) }
      }
    }
  }

  private mutating func addTurn(_ hash: UInt32, _ role: RoleClass, _ sign: Float, isChange: Bool) {
    if !features.contains(hash) { return }
    let row = model.turn.row(hash)
    for group in RoleClass.groups[Int(role.rawValue)] { add(\.turn.weights, row + group, sign) }
    if isChange { add(\.turn.weights, row + RoleGroup.count, sign) }
  }

  private mutating func add(_ table: WritableKeyPath<RoleModel, [Float]>, _ index: Int, _ step: Float) {
    model[keyPath: table][index] += step
    sums[keyPath: table][index] += step * count
  }

  private func average() -> RoleModel {
    var average = model
    for table in RoleModel.allWeights {
      for index in average[keyPath: table].indices {
        average[keyPath: table][index] -= sums[keyPath: table][index] / count
      }
    }
    return average
  }
}
