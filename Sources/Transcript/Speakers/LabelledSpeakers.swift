import ChineseText

/// Reads labels: full ones, clerks' shorthand, names.
enum LabelledSpeakers {
  /// Sets the role of every labelled voice whose meaning is sure.
  static func resolve(_ draft: inout Draft, _ kinds: [VoiceKind], _ facts: HearingFacts) {
    let roster = roster(draft, kinds, facts)
    for index in draft.speakers.indices where kinds[index] == .label {
      guard index < 1000, let role = role(draft.speakers[index].key, roster, facts) else { continue }
      draft.speakers[index].role = role
      draft.speakers[index].confidence = 1
    }
  }

  /// One label.
  private static func role(_ key: String, _ roster: [Participant], _ facts: HearingFacts) -> RoleLabel? {
    if let role = RoleShorthand.resolve(key, roster: roster) { return role }
    let named = facts.participants.filter { $0.names.contains(key) }
    guard named.count == 1 else { return nil }
    return Cast.labels(facts.participants)[facts.participants.firstIndex(of: named[0]) ?? 0]
  }

  /// The participants, with what the labels and the speech say where there is no case file.
  private static func roster(_ draft: Draft, _ kinds: [VoiceKind], _ facts: HearingFacts) -> [Participant] {
    guard facts.participants.isEmpty else { return facts.participants }
    var roster: [Participant] = []
    if facts.hasPresiding {
      roster.append(Participant(label: CourtRole.presidingJudge.rawValue, name: "审判长"))
    }
    if facts.kind == .criminal { roster.append(Participant(label: CourtRole.accused.rawValue, name: "被告人")) }
    return roster
  }
}
