import ChineseText
import Foundation
import TextCore

/// Gives anonymous voices their roles, all at once: pooled likelihoods of what each says, what it says outright, whom
/// the judge calls; then the best one-to-one assignment, with a margin for each voice.
struct VoiceResolver {
  /// Voices that are weighed against each other; more stay as they are.
  static let maximum = 16
  /// A role is given only when the best assignment without it is worse by this much (log-likelihood).
  static let margin: Float = 1
  /// What it costs to leave a voice open.
  private static let open: Float = 4
  private static let never: Float = -10_000

  private let hearing: HearingText
  private let cast: Cast
  private let scores: [[Float]]
  private let voices: [Int]
  private var evidence: TurnEvidence

  /// Sets the roles of the voices and cuts those that two people share; says what stayed open.
  static func resolve(
    _ draft: inout Draft, _ voices: [Int], _ facts: HearingFacts, _ model: SpeakerModel?
  ) -> [Diagnostic] {
    let hearing = HearingText(draft, voices: Set(voices))
    let cast = Cast(facts, hearing.mentions, hearing.text)
    let resolver = VoiceResolver(draft, hearing, cast, model?.scorer ?? BayesScorer())
    let roles = resolver.assign()
    for (voice, role) in zip(resolver.voices, roles) {
      guard let role else { continue }
      draft.speakers[voice].role = resolver.cast.members[role.member].label
      draft.speakers[voice].confidence = role.confidence
    }
    SharedVoice.split(
      &draft, hearing, resolver.cast, resolver.evidence, zip(resolver.voices, roles.map { $0?.member }))
    return report(draft, voices)
  }

  private init(_ draft: Draft, _ hearing: HearingText, _ cast: Cast, _ scorer: BayesScorer) {
    self.hearing = hearing
    self.cast = cast
    var scores = scorer.turnScores(hearing.text, starts: hearing.turns.map(\.range.lowerBound))
    for (index, turn) in hearing.turns.enumerated() {
      VoiceCues.add(draft.text.bytes, draft.turns[turn.index].speech.range, to: &scores[index])
    }
    self.scores = scores
    var lengths: [Int: Int] = [:]
    for turn in hearing.turns { lengths[turn.voice, default: 0] += turn.range.count }
    voices = lengths.keys.sorted { (lengths[$0] ?? 0, $1) > (lengths[$1] ?? 0, $0) }.prefix(Self.maximum)
      .sorted()
    evidence = TurnEvidence(hearing, cast, judge: Self.judge(hearing, scores))
  }

  /// The voice that presides: the one whose turns fit best beside every other class.
  private static func judge(_ hearing: HearingText, _ scores: [[Float]]) -> Int? {
    var sums: [Int: Float] = [:]
    for (turn, row) in zip(hearing.turns, scores) {
      let others = row.indices.filter { $0 != Int(RoleClass.presiding.rawValue) }.map { row[$0] }
      sums[turn.voice, default: 0] += row[Int(RoleClass.presiding.rawValue)] - (others.max() ?? 0)
    }
    return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// For each voice the member it is, and how sure; nil when open.
  private func assign() -> [(member: Int, confidence: Double)?] {
    guard !voices.isEmpty, !cast.members.isEmpty else { return voices.map { _ in nil } }
    let values = values()
    let best = Assignment.best(values)
    let total = Assignment.total(values, best)
    return best.indices.map { row in
      let member = best[row]
      guard member < cast.members.count else { return another(values[row], taken: best) }
      var without = values
      let label = cast.members[member].label
      for other in cast.members.indices where cast.members[other].label == label {
        without[row][other] = Self.never
      }
      let margin = total - Assignment.total(without, Assignment.best(without))
      return margin < Self.margin ? nil : (member, confidence(margin))
    }
  }

  private func confidence(_ margin: Float) -> Double { min(0.99, 1 - Double(exp(-margin / 2))) }

  /// A voice left over may be a second id of somebody, when it fits nobody else nearly so well.
  private func another(_ row: [Float], taken: [Int]) -> (member: Int, confidence: Double)? {
    let order = cast.members.indices.sorted { row[$0] > row[$1] }
    guard order.count > 1, row[order[0]] - row[order[1]] > Self.open + Self.margin * 2 else { return nil }
    return (order[0], confidence(row[order[0]] - row[order[1]] - Self.open))
  }

  /// Voices × (members, then one column for each voice to stay open in).
  private func values() -> [[Float]] {
    let rows = Dictionary(uniqueKeysWithValues: voices.enumerated().map { ($1, $0) })
    var values = voices.map { _ in
      cast.members.map(\.prior) + [Float](repeating: Self.never, count: voices.count)
    }
    for (index, turn) in hearing.turns.enumerated() {
      guard let row = rows[turn.voice] else { continue }
      for (column, member) in cast.members.enumerated() {
        values[row][column] += scores[index][Int(member.actor.role.rawValue)] + evidence.values[index][column]
      }
    }
    for row in values.indices {
      values[row][cast.members.count + row] = (values[row].prefix(cast.members.count).max() ?? 0) - Self.open
    }
    return values
  }

  private static func report(_ draft: Draft, _ voices: [Int]) -> [Diagnostic] {
    let open = Set(voices.filter { draft.speakers[$0].role == nil })
    var seen: Set<Int> = []
    return draft.turns.compactMap { turn in
      guard open.contains(turn.speaker), seen.count < 100, seen.insert(turn.speaker).inserted else {
        return nil
      }
      return Diagnostic(
        .warning, "SP001", "“\(draft.speakers[turn.speaker].key)”是谁不能确定，保留原来的编号",
        at: Place(draft.text.source, draft.text.sourceSpan(of: turn.speech)),
        notes: ["全部发言所支持的角色不止一个，写错姓名比不写更有害"], fix: "听录音核对后填写角色，或者用 --case 提供参加人名单")
    }
  }
}
