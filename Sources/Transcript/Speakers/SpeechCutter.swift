import ChineseText
import TextCore

/// Cuts speech that comes without speakers where it shows the change, and says who speaks each piece.
enum SpeechCutter {
  private static let confidence = 0.6

  /// Cuts turns of voices without names and gives every piece a role.
  static func resolve(_ draft: inout Draft, _ facts: HearingFacts) -> [Diagnostic] {
    let voices = Set(draft.speakers.indices.filter { VoiceKind(draft.speakers[$0].key) != .label })
    let hearing = HearingText(draft, voices: voices)
    guard !hearing.text.codes.isEmpty else { return [] }
    let cast = PlainCast.members(facts, hearing)
    let pieces = pieces(hearing, cast.map(\.actor))
    apply(pieces, &draft, hearing, cast)
    return [
      Diagnostic(
        .warning, "SP002", "原文没有标明发言人，角色是从发言内容推断的",
        notes: ["推断只能作为整理的起点"], fix: "对照录音核对每一段的角色，或者使用带发言人编号的转写结果")
    ]
  }

  private static func pieces(_ hearing: HearingText, _ actors: [Actor]) -> [RoleDecoder.Piece] {
    let decoder = RoleDecoder(model: RoleModel.shipped, actors: actors)
    return decoder.pieces(of: hearing.text, mentions: hearing.mentions)
  }

  /// Cuts at the pieces inside turns and numbers the speakers anew.
  private static func apply(
    _ pieces: [RoleDecoder.Piece], _ draft: inout Draft, _ hearing: HearingText, _ cast: [Cast.Member]
  ) {
    let first = draft.speakers.count
    for member in cast { draft.speakers.append(Speaker(key: "", role: member.label, confidence: confidence)) }
    var cuts: [Int] = []
    var speakers: [Int] = []
    var piece = 0
    var turn = 0
    for (index, old) in draft.turns.enumerated() {
      guard turn < hearing.turns.count, hearing.turns[turn].index == index else {
        speakers.append(old.speaker)
        continue
      }
      let range = hearing.turns[turn].range
      turn += 1
      while piece + 1 < pieces.count, pieces[piece + 1].start <= range.lowerBound { piece += 1 }
      speakers.append(first + pieces[piece].actor)
      while piece + 1 < pieces.count, pieces[piece + 1].start < range.upperBound {
        piece += 1
        cuts.append(hearing.text.offsets[pieces[piece].start])
        speakers.append(first + pieces[piece].actor)
      }
    }
    draft.split(at: cuts)
    draft.assignSpeakers(speakers)
  }
}
