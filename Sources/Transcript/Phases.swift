import ChineseText
import TextCore

/// Recognizes the phases of a hearing (Civil Procedure Law arts. 140–151, Criminal Procedure Law arts. 190–198).
///
/// Every turn gives points to the phases whose cue words it holds, more when the bench says them; the sequence of
/// phases with the most points wins (Viterbi), where going on costs nothing, going forward little and going back much.
/// A phase that begins and ends inside one turn is added as a span of that turn. O(text + turns).
public enum Phases {
  /// Names in the order of the procedure.
  public static let names = PhaseTable.names

  /// The spans, in order; neighbours share at most one turn. Empty for a hearing without any cue.
  public static func spans(in draft: Draft) -> [PhaseSpan] {
    let turns = draft.turns.map { points(draft, $0) }
    guard turns.contains(where: { $0.contains { $0 >= PhaseTable.strong } }) else { return [] }
    return withShortPhases(runs(path(turns, opens: draft.turns.map { isBench(draft, $0) ?? true })), turns)
  }

  /// Points of one turn for each phase.
  private static func points(_ draft: Draft, _ turn: Turn) -> [Double] {
    var points = [Double](repeating: 0, count: names.count)
    let isBench = isBench(draft, turn)
    var seen: Set<Int> = []
    PhaseTable.automaton.forEachMatch(in: draft.text.bytes, range: turn.speech.range) { match in
      guard seen.insert(match.pattern).inserted else { return }
      let cue = PhaseTable.cues[match.pattern]
      let share = isBench == nil || cue.speaker == .anybody || (cue.speaker == .bench) == isBench ? 1 : 0.2
      points[cue.phase] += cue.weight * share
    }
    return damped(points)
  }

  /// True when the court speaks; nil when the speaker's role is open.
  private static func isBench(_ draft: Draft, _ turn: Turn) -> Bool? {
    draft.role(turn).map { $0.base.isBench || $0.base == .clerk || $0.base == .judgeAssistant }
  }

  /// A notice of rights and an opening speech name many later phases without starting them.
  private static func damped(_ points: [Double]) -> [Double] {
    let rights = PhaseTable.rights
    let named = points.indices.filter { points[$0] >= PhaseTable.strong }
    guard named.count > 3, named.contains(rights) else { return points }
    return points.indices.map { $0 <= rights ? points[$0] : points[$0] * 0.2 }
  }

  /// The best phase of each turn; a turn that is not the court's opens a phase at a price.
  private static func path(_ turns: [[Double]], opens: [Bool]) -> [Int] {
    var score = names.indices.map { Double($0) * -PhaseTable.skip }
    var back: [[UInt8]] = []
    for (turn, points) in turns.enumerated() {
      let price = opens[turn] ? 0 : PhaseTable.party
      func cost(_ from: Int, _ to: Int) -> Double { from == to ? 0 : Phases.cost(from, to) + price }
      var next = score
      var from = [UInt8](repeating: 0, count: names.count)
      for phase in names.indices {
        let best = names.indices.max { score[$0] - cost($0, phase) < score[$1] - cost($1, phase) } ?? phase
        next[phase] = score[best] - cost(best, phase) + points[phase]
        from[phase] = UInt8(best)
      }
      score = next
      back.append(from)
    }
    var phase = names.indices.max { score[$0] < score[$1] } ?? 0
    var path = [Int](repeating: 0, count: turns.count)
    for turn in turns.indices.reversed() {
      path[turn] = phase
      phase = Int(back[turn][phase])
    }
    return path
  }

  private static func cost(_ from: Int, _ to: Int) -> Double {
    if from == to { return 0 }
    if PhaseTable.alternating.contains(from), PhaseTable.alternating.contains(to) { return PhaseTable.step }
    return to > from
      ? PhaseTable.step + PhaseTable.skip * Double(to - from - 1)
      : PhaseTable.back + PhaseTable.skip * Double(from - to)
  }

  private static func runs(_ path: [Int]) -> [(phase: Int, turns: Range<Int>)] {
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
  private static func withShortPhases(_ runs: [(phase: Int, turns: Range<Int>)], _ turns: [[Double]])
    -> [PhaseSpan]
  {
    var spans: [PhaseSpan] = []
    let taken = Set(runs.map(\.phase))
    var last = (phase: -1, turn: 0)
    for run in runs {
      let first = run.turns.lowerBound
      for phase in last.phase + 1..<max(last.phase + 1, run.phase) where !taken.contains(phase) {
        guard let place = (last.turn...first).last(where: { turns[$0][phase] >= PhaseTable.strong }) else {
          continue
        }
        if let before = spans.popLast() {
          let end = max(before.turns.lowerBound + 1, min(place + 1, before.turns.upperBound))
          spans.append(PhaseSpan(name: before.name, turns: before.turns.lowerBound..<end))
        }
        spans.append(PhaseSpan(name: names[phase], turns: place..<max(place + 1, first)))
        last.turn = place
      }
      spans.append(PhaseSpan(name: names[run.phase], turns: run.turns))
      last = (run.phase, first)
    }
    return spans
  }
}
