import ChineseText
import TextCore

/// Decides who speaks, for the whole hearing at once (standard, section 2).
///
/// Labels are read as they stand; anonymous ids get the roles that the whole hearing supports, in one decision with a
/// margin; speech without speakers is cut where it shows the change. What stays open is kept and reported.
public enum SpeakerResolver {
  /// Sets roles and confidence of `draft.speakers`, cuts turns, and says what stayed open. Linear in the text.
  ///
  /// Runs after reading and width forms, before all other stages, on raw speech.
  /// Without a model only what is said outright counts: names, roles, calls of the judge.
  public static func resolve(
    draft: inout Draft, caseFile: CaseFile?, form: TranscriptForm, model: SpeakerModel?
  ) -> [Diagnostic] {
    let kinds = draft.speakers.map { VoiceKind($0.key) }
    let facts = HearingFacts(draft, caseFile)
    LabelledSpeakers.resolve(&draft, kinds, facts)
    let voices = kinds.indices.filter { kinds[$0] == .anonymous }
    if isUnnamed(draft, kinds) || (voices.count == 1 && voices.count == draft.speakers.count) {
      return SpeechCutter.resolve(&draft, facts, model)
    }
    // Ids beside roles are those that an earlier pass or a clerk could not name: they stay.
    let isNamed = kinds.indices.contains { kinds[$0] == .label && draft.speakers[$0].role != nil }
    return voices.isEmpty || isNamed
      ? unresolvedLabels(draft, kinds) : VoiceResolver.resolve(&draft, voices, facts, model)
  }

  /// True when most turns have no speaker; a stray line among labelled ones stays as it is.
  private static func isUnnamed(_ draft: Draft, _ kinds: [VoiceKind]) -> Bool {
    draft.turns.lazy.filter { kinds[$0.speaker] == .unnamed }.count * 2 > draft.turns.count
  }

  private static func unresolvedLabels(_ draft: Draft, _ kinds: [VoiceKind]) -> [Diagnostic] {
    var seen: Set<Int> = []
    return draft.turns.compactMap { turn in
      let speaker = draft.speakers[turn.speaker]
      guard speaker.role == nil, seen.count < 100, seen.insert(turn.speaker).inserted else { return nil }
      return Diagnostic(
        .warning, "SP003", "标签“\(speaker.key)”对应哪个角色不能确定，保留原样",
        at: Place(draft.text.source, draft.text.sourceSpan(of: turn.speech)),
        fix: "在案件信息的 participants 中写明参加人，或者改用规范的角色名称")
    }
  }
}

/// What the input calls a voice.
enum VoiceKind: Hashable, Sendable {
  /// Nothing: the input has no speakers.
  case unnamed
  /// A number or an engine's id.
  case anonymous
  /// A role or a name.
  case label

  init(_ key: String) {
    let bytes = Array(key.utf8)
    if bytes.isEmpty {
      self = .unnamed
    } else if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      || SpeakerID.match(bytes, 0, bytes.count) == bytes.count
    {
      self = .anonymous
    } else {
      self = .label
    }
  }
}
