/// Who most likely speaks each piece of a decoded hearing, and how likely: the share of all ways to cut and assign, each
/// weighed by its score (forward-backward: Rabiner 1989).
///
/// The best path alone is too sure of itself, since its weights were learnt to rank, not to bet: scores are softened by
/// `temper`. Single steps of IEEE 754 only: the same on every machine. A window at a time, so memory does not grow.
struct RolePosterior {
  /// Who, an index into the actors, and how likely.
  struct Belief: Equatable, Sendable {
    let actor: Int
    let share: Float
  }

  private let decoder: RoleDecoder
  private let text: SpokenText
  private let mentions: [RoleMention]

  /// Characters in a window, and how many before and after it are looked at.
  private static let window = 4_096
  private static let around = 512

  init(_ decoder: RoleDecoder, _ text: SpokenText, _ mentions: [RoleMention]) {
    (self.decoder, self.text, self.mentions) = (decoder, text, mentions)
  }

  /// For each piece the mean over its characters. O(characters × actors²).
  func beliefs(in pieces: [RoleDecoder.Piece]) -> [Belief] {
    var sums = pieces.map { _ in [Float](repeating: 0, count: decoder.actors.count) }
    var piece = 0
    let count = text.codes.count
    for start in stride(from: 0, to: count, by: Self.window) {
      let part = start..<min(start + Self.window, count)
      let paths = RolePaths(
        decoder, text, mentions,
        max(part.lowerBound - Self.around, 0)..<min(part.upperBound + Self.around, count))
      for index in part {
        while piece + 1 < pieces.count, pieces[piece + 1].start <= index { piece += 1 }
        paths.add(at: index, to: &sums[piece])
      }
    }
    return sums.map(Self.belief)
  }

  private static func belief(_ sums: [Float]) -> Belief {
    let best = sums.indices.max { sums[$0] < sums[$1] } ?? 0
    return Belief(actor: best, share: sums[best] / max(sums.reduce(0, +), .leastNormalMagnitude))
  }
}

/// The weight of all paths through a window: up to each character, and from there on.
private struct RolePaths {
  private let decoder: RoleDecoder
  private let window: Range<Int>
  private let states: Int
  /// For each character and state, up to a factor for each character.
  private var upTo: [Float] = []
  private var after: [Float]
  /// Where the speech of each state most likely began.
  private var began: [Int32] = []
  private var calls: [NamedBefore.Call] = []

  /// What scores are divided by; of 20 to 60 the best on hearings kept from training.
  private static let temper: Float = 40

  init(_ decoder: RoleDecoder, _ text: SpokenText, _ mentions: [RoleMention], _ window: Range<Int>) {
    (self.decoder, self.window, states) = (decoder, window, decoder.states)
    after = [Float](repeating: 1, count: window.count * decoder.states)
    goForward(text, mentions)
    goBack(text)
  }

  /// Adds the shares of all actors at `index`.
  func add(at index: Int, to sums: inout [Float]) {
    let row = (index - window.lowerBound) * states
    let all = (0..<states).reduce(Float.leastNormalMagnitude) { $0 + upTo[row + $1] * after[row + $1] }
    for state in 0..<states { sums[decoder.actor(state)] += upTo[row + state] * after[row + state] / all }
  }

  private mutating func goForward(_ text: SpokenText, _ mentions: [RoleMention]) {
    var named = NamedBefore(mentions)
    var sums = RoleSums(decoder.model)
    var weight = [Float](repeating: 0, count: states)
    var since = [Int32](repeating: Int32(window.lowerBound), count: states)
    for index in window {
      sums.atTurn(text, index)
      sums.atCharacter(text, index)
      calls.append(named.advance(to: index))
      if index == window.lowerBound {
        for actor in decoder.actors.indices { weight[decoder.state(actor: actor, after: nil)] = 1 }
      } else {
        let before = weight
        var most = weight
        forEachChange(index, sums) { source, target, value in
          let share = before[source] * value
          weight[target] += share
          if share > most[target] { (most[target], since[target]) = (share, Int32(index)) }
        }
      }
      say(sums, &weight)
      upTo += weight
      began += since
    }
  }

  private mutating func goBack(_ text: SpokenText) {
    var sums = RoleSums(decoder.model)
    var weight = [Float](repeating: 1, count: states)
    for index in window.dropFirst().reversed() {
      sums.atTurn(text, index)
      sums.atCharacter(text, index)
      say(sums, &weight)
      let following = weight
      forEachChange(index, sums) { source, target, value in weight[source] += value * following[target] }
      let row = (index - 1 - window.lowerBound) * states
      for state in 0..<states { after[row + state] = weight[state] }
    }
  }

  /// Weighs every state by how well it says the character; the largest becomes 1.
  private func say(_ sums: RoleSums, _ weight: inout [Float]) {
    let scores = (0..<states).map { sums.inside[Int(decoder.actors[decoder.actor($0)].role.rawValue)] }
    let most = scores.max() ?? 0
    for state in 0..<states { weight[state] *= Exponential.of((scores[state] - most) / Self.temper) }
    let scale = 1 / max(weight.max() ?? 1, .leastNormalMagnitude)
    for state in 0..<states { weight[state] *= scale }
  }

  /// Every change of speaker before `index`: the state before, the state then, the factor.
  private func forEachChange(_ index: Int, _ sums: RoleSums, _ body: (Int, Int, Float) -> Void) {
    let row = (index - 1 - window.lowerBound) * states
    let call = calls[index - window.lowerBound]
    let named = decoder.named(call)
    for source in 0..<states where upTo[row + source] > 0 {
      let change = RoleDecoder.Change(
        source: source, began: Int(began[row + source]), index: index, call: call)
      decoder.forEachTarget(of: change, sums, named) { source, target, value in
        body(source, target, Exponential.of(value / Self.temper))
      }
    }
  }
}

/// e to a power, with the same result on every machine: the C library's own may differ by processor.
enum Exponential {
  /// Within a millionth part for −80 to 80; beyond, as there.
  static func of(_ power: Float) -> Float {
    let x = min(max(power, -80), 80) * 1.442_695
    let whole = x.rounded(.toNearestOrEven)
    let rest = x - whole
    var part: Float = 0.001_333_36
    part = part * rest + 0.009_618_13
    part = part * rest + 0.055_504_1
    part = part * rest + 0.240_226_5
    part = part * rest + 0.693_147_2
    part = part * rest + 1
    return part * Float(sign: .plus, exponent: Int(whole), significand: 1)
  }
}
