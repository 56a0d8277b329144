/// Cuts speech into speeches and says who speaks each: the best path over all cuts and actors at once
/// (Viterbi; the state is who speaks now and, while the judge speaks, who spoke before).
struct RoleDecoder {
  /// A speech found: from a character on, by an actor.
  struct Piece: Hashable, Sendable {
    /// First character.
    let start: Int
    /// Index into the actors.
    let actor: Int
  }

  let model: RoleModel
  let actors: [Actor]
  private let judge: Int?
  /// Everybody, and the judge after everybody.
  let states: Int

  /// A decoder for these actors (at most 24 count).
  init(model: RoleModel, actors: [Actor]) {
    self.model = model
    self.actors = Array(actors.prefix(24))
    judge = self.actors.firstIndex { $0.role == .presiding }
    states = self.actors.count * (judge == nil ? 1 : 2)
  }

  /// The actor of a state.
  @inline(__always)
  func actor(_ state: Int) -> Int { state < actors.count ? state : judge ?? 0 }

  /// The state in which `actor` speaks after `previous`.
  func state(actor: Int, after previous: Int?) -> Int {
    guard actor == judge else { return actor }
    return actors.count + (previous ?? actor)
  }

  /// What training adds: a cost for every character under the wrong actor.
  struct Margin {
    let gold: [Int]
    let cost: Float
  }

  /// The best cut of the text; pieces in order, the first at character 0. O(characters × actors²).
  func pieces(of text: SpokenText, mentions: [RoleMention], margin: Margin? = nil) -> [Piece] {
    let count = text.codes.count
    guard count > 0, !actors.isEmpty else { return [] }
    var score = [Float](repeating: -.infinity, count: states)
    var back = [Int8](repeating: -1, count: count * states)
    var began = [Int32](repeating: 0, count: states)
    var named = NamedBefore(mentions)
    var sums = RoleSums(model)
    for index in 0..<count {
      sums.atTurn(text, index)
      sums.atCharacter(text, index)
      let call = named.advance(to: index)
      if index == 0 { begin(&score, sums) } else { step(&score, &began, index, sums, call, back: &back) }
      for state in 0..<states {
        let actor = actor(state)
        score[state] += sums.inside[Int(actors[actor].role.rawValue)]
        if let margin, margin.gold[index] != actor { score[state] += margin.cost }
      }
    }
    return trace(score, back, count)
  }

  private func begin(_ score: inout [Float], _ sums: RoleSums) {
    for (index, actor) in actors.enumerated() {
      score[state(actor: index, after: nil)] = sums.start[Int(actor.role.rawValue)]
    }
  }

  private func step(
    _ score: inout [Float], _ began: inout [Int32], _ index: Int, _ sums: RoleSums, _ call: NamedBefore.Call,
    back: inout [Int8]
  ) {
    let before = score
    let since = began
    let named = named(call)
    for source in 0..<states where before[source] > -.infinity {
      let change = Change(source: source, began: Int(since[source]), index: index, call: call)
      forEachTarget(of: change, sums, named) { source, state, worth in
        let value = before[source] + worth
        if value > score[state] {
          score[state] = value
          began[state] = Int32(index)
          back[index * states + state] = Int8(source)
        }
      }
    }
  }

  /// What it is worth that an actor was named last, when somebody else spoke and when the judge did.
  func named(_ call: NamedBefore.Call) -> [[Float]] {
    [false, true].map { byJudge in actors.map { model.named[call.weight(for: $0, byJudge: byJudge)] } }
  }

  /// Everybody who may speak next: the state before, the state then, what the change is worth.
  func forEachTarget(
    of change: Change, _ sums: RoleSums, _ named: [[Float]], _ body: (Int, Int, Float) -> Void
  ) {
    let source = change.source
    let speaker = actor(source)
    let base = sums.change + sums.end[Int(actors[speaker].role.rawValue)] + length(change)
    let opening = source < actors.count ? nil : change.call.opening(change.began)
    for target in actors.indices where target != speaker {
      let value =
        base + sums.start[Int(actors[target].role.rawValue)] + named[source < actors.count ? 0 : 1][target]
        + following(change, target, opening)
      body(source, target == judge ? actors.count + source : target, value)
    }
  }

  /// One speech ends and another begins.
  struct Change {
    /// State before.
    let source: Int
    /// Where the speech that ends began.
    let began: Int
    /// Where the next begins.
    let index: Int
    /// Who was named last.
    let call: NamedBefore.Call
  }

  /// What the length of the speech that ends is worth.
  private func length(_ change: Change) -> Float {
    let speaker = Int(actors[actor(change.source)].role.rawValue)
    return model.length[speaker * RoleModel.lengths + RoleModel.lengthClass(change.index - change.began)]
  }

  /// What it is worth that the target follows: who follows whom, who was called where the judge's speech began.
  private func following(_ change: Change, _ target: Int, _ opening: RoleMention?) -> Float {
    let role = Int(actors[target].role.rawValue)
    guard change.source >= actors.count else {
      return model.follow[Int(actors[change.source].role.rawValue) * RoleClass.count + role]
    }
    let grade = opening.map { actors[target].grade($0) } ?? RoleModel.grades - 1
    let size = RoleModel.lengthClass(change.index - change.began)
    return model.resume[resumeRow(change.source) * RoleClass.count + role]
      + (change.source - actors.count == target ? model.same[role] : 0)
      + model.called[grade * RoleModel.lengths + size]
  }

  /// The weights that a change to the target adds, for training.
  func weights(of change: Change, to target: Int) -> [(WritableKeyPath<RoleModel, [Float]>, Int)] {
    let role = Int(actors[target].role.rawValue)
    let speaker = Int(actors[actor(change.source)].role.rawValue)
    let size = RoleModel.lengthClass(change.index - change.began)
    var found: [(WritableKeyPath<RoleModel, [Float]>, Int)] = [(\.length, speaker * RoleModel.lengths + size)]
    let byJudge = change.source >= actors.count
    if byJudge {
      found.append((\.resume, resumeRow(change.source) * RoleClass.count + role))
      if change.source - actors.count == target { found.append((\.same, role)) }
      found.append((\.called, grade(change, actors[target]) * RoleModel.lengths + size))
    } else {
      found.append((\.follow, speaker * RoleClass.count + role))
    }
    found.append((\.named, change.call.weight(for: actors[target], byJudge: byJudge)))
    return found
  }

  private func resumeRow(_ source: Int) -> Int {
    let memory = source - actors.count
    return memory == judge ? RoleClass.count : Int(actors[memory].role.rawValue)
  }

  /// How well the target fits the role named where the speech that ends began.
  private func grade(_ change: Change, _ target: Actor) -> Int {
    guard let mention = change.call.opening(change.began) else { return RoleModel.grades - 1 }
    return target.grade(mention)
  }

  private func trace(_ score: [Float], _ back: [Int8], _ count: Int) -> [Piece] {
    var state = score.indices.max { score[$0] < score[$1] } ?? 0
    var found: [Piece] = []
    for index in stride(from: count - 1, through: 1, by: -1) {
      let previous = back[index * states + state]
      if previous >= 0 {
        found.append(Piece(start: index, actor: actor(state)))
        state = Int(previous)
      }
    }
    found.append(Piece(start: 0, actor: actor(state)))
    return found.reversed()
  }
}
