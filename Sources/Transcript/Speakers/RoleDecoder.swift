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
  private let states: Int
  private let allowed: [[Bool]]

  /// A decoder for these actors (at most 24 count).
  init(model: RoleModel, actors: [Actor]) {
    self.model = model
    self.actors = Array(actors.prefix(24))
    judge = self.actors.firstIndex { $0.role == .presiding }
    states = self.actors.count * (judge == nil ? 1 : 2)
    allowed = []
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
    for source in 0..<states where before[source] > -.infinity {
      let speaker = actor(source)
      let change = Change(source: source, began: Int(since[source]), index: index, call: call)
      let base = before[source] + sums.change + sums.end[Int(actors[speaker].role.rawValue)]
      for target in actors.indices where target != speaker {
        let value = base + sums.start[Int(actors[target].role.rawValue)] + self.value(of: change, to: target)
        let state = target == judge ? actors.count + source : target
        if value > score[state] {
          score[state] = value
          began[state] = Int32(index)
          back[index * states + state] = Int8(source)
        }
      }
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

  /// What the change itself is worth: who follows whom, who was named.
  func value(of change: Change, to target: Int) -> Float {
    let role = Int(actors[target].role.rawValue)
    let speaker = Int(actors[actor(change.source)].role.rawValue)
    let size = RoleModel.lengthClass(change.index - change.began)
    var value = model.length[speaker * RoleModel.lengths + size]
    let byJudge = change.source >= actors.count
    if byJudge {
      value += model.resume[resumeRow(change.source) * RoleClass.count + role]
      if change.source - actors.count == target { value += model.same[role] }
      value += model.called[grade(change, actors[target]) * RoleModel.lengths + size]
    } else {
      value += model.follow[speaker * RoleClass.count + role]
    }
    return value + model.named[change.call.weight(for: actors[target], byJudge: byJudge)]
  }

  /// The weights that `value(of:to:)` adds.
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

/// The role named last before a place.
struct NamedBefore {
  /// What was named and how far back.
  struct Call {
    let mention: RoleMention?
    let distance: Int
    let mentions: [RoleMention]
    let next: Int

    /// The role named within the first characters of a speech that began at `start`.
    func opening(_ start: Int) -> RoleMention? {
      var index = next - 1
      var found: RoleMention?
      while index >= 0, mentions[index].start >= start {
        if mentions[index].start < start + 5 { found = mentions[index] }
        index -= 1
      }
      return found
    }

    /// Index into the `named` weights.
    func weight(for actor: Actor, byJudge: Bool) -> Int {
      let grade = mention.map { actor.grade($0) } ?? RoleModel.grades - 1
      return ((byJudge ? 1 : 0) * RoleModel.grades + grade) * RoleModel.distances + distance
    }
  }

  private let mentions: [RoleMention]
  private var next = 0
  private static let reach = 40

  init(_ mentions: [RoleMention]) { self.mentions = mentions }

  /// The last role named before `index`; call with growing indices.
  mutating func advance(to index: Int) -> Call {
    while next < mentions.count, mentions[next].end <= index { next += 1 }
    guard next > 0, index - mentions[next - 1].end <= Self.reach else {
      return Call(mention: nil, distance: RoleModel.distances - 1, mentions: mentions, next: next)
    }
    let distance = index - mentions[next - 1].end
    let bucket = distance == 0 ? 0 : distance < 3 ? 1 : distance < 7 ? 2 : distance < 16 ? 3 : 4
    return Call(mention: mentions[next - 1], distance: bucket, mentions: mentions, next: next)
  }
}

/// The sums of weights at one character, by class.
struct RoleSums {
  private let model: RoleModel
  /// Saying this character.
  private(set) var inside = [Float](repeating: 0, count: RoleClass.count)
  /// Beginning here.
  private(set) var start = [Float](repeating: 0, count: RoleClass.count)
  /// Having ended before here.
  private(set) var end = [Float](repeating: 0, count: RoleClass.count)
  /// Any change here.
  private(set) var change: Float = 0

  init(_ model: RoleModel) { self.model = model }

  /// Sums for the character at `index`.
  mutating func atCharacter(_ text: SpokenText, _ index: Int) {
    for column in 0..<RoleClass.count { inside[column] = 0 }
    RoleFeatures.inside(text, index) { row in
      let base = row * RoleClass.count
      for column in 0..<RoleClass.count { inside[column] += model.inside[base + column] }
    }
  }

  /// Sums for a change before `index`.
  mutating func atTurn(_ text: SpokenText, _ index: Int) {
    change = 0
    for column in 0..<RoleClass.count {
      start[column] = 0
      end[column] = 0
    }
    RoleFeatures.start(text, index) { row in
      let base = row * RoleModel.columns
      for column in 0..<RoleClass.count { start[column] += model.turn[base + column] }
      change += model.turn[base + RoleClass.count]
    }
    RoleFeatures.end(text, index) { row in
      let base = row * RoleModel.columns
      for column in 0..<RoleClass.count { end[column] += model.turn[base + column] }
      change += model.turn[base + RoleClass.count]
    }
  }
}
