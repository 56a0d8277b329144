import ChineseText
import TextCore

/// Recognizes the phases of a hearing (Civil Procedure Law arts. 140–151, Criminal Procedure Law arts. 190–198).
///
/// Every turn gives points to the phases whose cue words it holds, more when the right side says them; the sequence
/// of phases with the most points wins (Viterbi), where going on costs nothing, going forward little and going back
/// much. A phase that the sequence jumps over is added when a turn before the jump names it. O(text + turns).
public enum Phases {
  /// Names in the order of the procedure.
  public static let names = PhaseTable.names

  /// The spans, in order; neighbours share at most one turn. Empty for a hearing without any cue.
  public static func spans(in draft: Draft) -> [PhaseSpan] {
    var finder = PhaseFinder(draft)
    return finder.spans()
  }
}

/// One run of the search.
private struct PhaseFinder {
  private static let count = PhaseTable.names.count
  /// Price of going from one phase to another, row by row.
  private static let costs: [Double] = (0..<count * count).map { cost($0 / count, $0 % count) }

  /// The cheapest way from one phase into another.
  private static let cheapest =
    (0..<count * count).filter { $0 / count != $0 % count }.map { costs[$0] }.min() ?? 0

  private let draft: Draft
  private let bytes: [UInt8]
  private let cues = PhaseTable.cues
  private let automaton = PhaseTable.automaton
  private let costs: [Double]
  private let cheapest: Double
  /// Whether each speaker is the court; nil while its role is open.
  private let benches: [Bool?]
  /// Points of the turn being looked at.
  private var points = [Double](repeating: 0, count: count)
  /// The last turn in which each cue was seen, so that a repeated cue counts once.
  private var lastSeen = [Int](repeating: -1, count: PhaseTable.cues.count)
  /// For each turn, the phases that it names clearly, as bits.
  private var named: [UInt16] = []
  /// For each turn and phase, the phase of the turn before.
  private var back: [UInt8] = []

  init(_ draft: Draft) {
    self.draft = draft
    bytes = draft.text.bytes
    (costs, cheapest) = (Self.costs, Self.cheapest)
    benches = draft.speakers.map { speaker in
      speaker.role.map { $0.base.isBench || $0.base == .clerk || $0.base == .judgeAssistant }
    }
  }

  mutating func spans() -> [PhaseSpan] {
    let path = path()
    guard named.contains(where: { $0 != 0 }) else { return [] }
    return withShortPhases(runs(path))
  }

  /// Sets the points of one turn.
  private mutating func score(_ index: Int, _ turn: Turn, isBench: Bool?) {
    for phase in 0..<Self.count { points[phase] = 0 }
    let cues = cues
    automaton.forEachMatch(in: bytes, range: turn.speech.range) { match in
      guard lastSeen[match.pattern] != index else { return }
      lastSeen[match.pattern] = index
      let cue = cues[match.pattern]
      let fits = isBench == nil || cue.speaker == .anybody || (cue.speaker == .bench) == isBench
      points[cue.phase] += fits ? cue.weight : cue.weight * PhaseTable.wrongSide
    }
    damp()
    var bits: UInt16 = 0
    for phase in 0..<Self.count where points[phase] >= PhaseTable.strong { bits |= 1 << UInt16(phase) }
    named.append(bits)
  }

  /// A notice of rights names many later phases without starting them.
  private mutating func damp() {
    guard points[PhaseTable.rights] >= PhaseTable.strong else { return }
    guard points.count(where: { $0 >= PhaseTable.strong }) > PhaseTable.noticed else { return }
    for phase in PhaseTable.rights + 1..<Self.count { points[phase] *= PhaseTable.wrongSide }
  }

  /// The best phase of each turn; a turn that is not the court's opens a phase at a price.
  private mutating func path() -> [Int] {
    var scores = (0..<Self.count).map { Double($0) * -PhaseTable.skip }
    var next = scores
    back.reserveCapacity(draft.turns.count * Self.count)
    for (index, turn) in draft.turns.enumerated() {
      let isBench = benches[turn.speaker]
      score(index, turn, isBench: isBench)
      step(scores, &next, price: isBench == false ? PhaseTable.party : 0)
      swap(&scores, &next)
    }
    var phase = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [Int](repeating: 0, count: draft.turns.count)
    for turn in path.indices.reversed() {
      path[turn] = phase
      phase = Int(back[turn * Self.count + phase])
    }
    return path
  }

  /// One step of Viterbi.
  private mutating func step(_ scores: [Double], _ next: inout [Double], price: Double) {
    let top = scores.max() ?? 0
    for phase in 0..<Self.count {
      var best = phase
      var score = scores[phase]
      // Most phases are not worth entering even from the best one.
      if top - cheapest - price > score {
        for from in 0..<Self.count where from != phase {
          let value = scores[from] - costs[from * Self.count + phase] - price
          if value > score {
            best = from
            score = value
          }
        }
      }
      next[phase] = score + points[phase]
      back.append(UInt8(best))
    }
  }

  private static func cost(_ from: Int, _ to: Int) -> Double {
    if from == to { return 0 }
    if PhaseTable.alternating.contains(from), PhaseTable.alternating.contains(to) { return PhaseTable.step }
    let skipped = PhaseTable.skip * Double(abs(to - from))
    return to > from ? PhaseTable.step + skipped - PhaseTable.skip : PhaseTable.back + skipped
  }

  private func runs(_ path: [Int]) -> [(phase: Int, turns: Range<Int>)] {
    var runs: [(phase: Int, turns: Range<Int>)] = []
    for (turn, phase) in path.enumerated() {
      if let last = runs.last, last.phase == phase {
        runs[runs.count - 1].turns = last.turns.lowerBound..<turn + 1
      } else {
        runs.append((phase, turn..<turn + 1))
      }
    }
    return runs
  }

  /// Adds phases that the path jumped over although a turn of the run before, or the first of the next, names them:
  /// they last from that turn to the next run.
  private func withShortPhases(_ runs: [(phase: Int, turns: Range<Int>)]) -> [PhaseSpan] {
    var spans: [PhaseSpan] = []
    let taken = Set(runs.map(\.phase))
    var last = (phase: -1, turn: 0)
    for run in runs {
      let first = run.turns.lowerBound
      for phase in last.phase + 1..<max(last.phase + 1, run.phase) where !taken.contains(phase) {
        guard let place = (last.turn...first).last(where: { named[$0] & 1 << UInt16(phase) != 0 }) else {
          continue
        }
        if let before = spans.popLast() {
          let end = max(before.turns.lowerBound + 1, min(place + 1, before.turns.upperBound))
          spans.append(PhaseSpan(name: before.name, turns: before.turns.lowerBound..<end))
        }
        spans.append(PhaseSpan(name: PhaseTable.names[phase], turns: place..<max(place + 1, first)))
        last.turn = place
      }
      spans.append(PhaseSpan(name: PhaseTable.names[run.phase], turns: run.turns))
      last = (run.phase, first)
    }
    return spans
  }
}
