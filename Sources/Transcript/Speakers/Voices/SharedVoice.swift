import ChineseText

/// Cuts voices that two people of one side share (one microphone), on explicit evidence only: a turn that names its
/// speaker, or the judge calling the other by name or role.
enum SharedVoice {
  /// Gives the turns of a voice that name another free member of its side to that member.
  static func split(
    _ draft: inout Draft, _ hearing: HearingText, _ cast: Cast, _ evidence: TurnEvidence,
    _ roles: some Sequence<(Int, Int?)>
  ) {
    let roles = Dictionary(
      uniqueKeysWithValues: roles.compactMap { voice, member in member.map { (voice, $0) } })
    let taken = Set(roles.values.map { cast.members[$0].label })
    var assigned = draft.turns.map(\.speaker)
    var twins: [Twin: Int] = [:]
    var current: [Int: Int] = [:]
    var last: Int?
    for (index, turn) in hearing.turns.enumerated() {
      defer { last = turn.voice }
      guard let own = roles[turn.voice] else { continue }
      if last != turn.voice { current[turn.voice] = nil }
      if let named = named(index, own, cast, evidence, taken) { current[turn.voice] = named }
      guard let member = current[turn.voice], member != own else { continue }
      let twin = Twin(voice: turn.voice, member: member)
      if twins[twin] == nil {
        twins[twin] = draft.speakers.count
        draft.speakers.append(
          Speaker(key: draft.speakers[turn.voice].key, role: cast.members[member].label, confidence: 0.8))
      }
      assigned[turn.index] = twins[twin] ?? turn.voice
    }
    if !twins.isEmpty { draft.assignSpeakers(assigned) }
  }

  private struct Twin: Hashable {
    let voice: Int
    let member: Int
  }

  /// The other member of the voice's side that this turn must be, or the voice's own; nil when nothing is said.
  private static func named(
    _ turn: Int, _ own: Int, _ cast: Cast, _ evidence: TurnEvidence, _ taken: Set<RoleLabel>
  )
    -> Int?
  {
    let side = cast.members[own].actor.role.side
    guard side > 0 else { return nil }
    let others = cast.members.indices.filter {
      cast.members[$0].actor.role.side == side && !taken.contains(cast.members[$0].label)
    }
    if let named = evidence.named[turn] { return others.contains(named) || named == own ? named : nil }
    guard let best = (others + [own]).max(by: { evidence.values[turn][$0] < evidence.values[turn][$1] })
    else { return nil }
    let rest = (others + [own]).filter { $0 != best }.map { evidence.values[turn][$0] }.max() ?? 0
    return evidence.values[turn][best] >= 1.5 && evidence.values[turn][best] - rest >= 1.2 ? best : nil
  }
}
