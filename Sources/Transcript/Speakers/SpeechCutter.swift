import ChineseText
import TextCore

/// Cuts speech that comes without speakers where it shows the change, and says who speaks each piece.
enum SpeechCutter {
  private static let confidence = 0.6
  /// A piece is given a role only when it is this likely.
  private static let leastShare: Float = 0.55
  /// The label of a piece that may be somebody else's: better no name in the record than a wrong one.
  private static let unresolved = "发言人X"

  /// Cuts turns of voices without names and gives every piece a role.
  static func resolve(_ draft: inout Draft, _ facts: HearingFacts, _ model: SpeakerModel?) -> [Diagnostic] {
    let voices = Set(draft.speakers.indices.filter { VoiceKind(draft.speakers[$0].key) != .label })
    let opening = HearingText(draft, voices: voices)
    guard !opening.text.codes.isEmpty else {
      return draft.turns.isEmpty
        ? [] : [Diagnostic(.warning, "SP004", "发言没有标明是谁说的，也没有可以据以分段的文字", fix: "先按发言分行，再规整")]
    }
    guard let model else {
      return [
        Diagnostic(
          .warning, "SP005", "原文没有标明发言人，又没有发言人模型，不能分段，保留原样",
          fix: "让程序找到 \(SpeakerModel.format.fileName)，或者使用带发言人编号的转写结果")
      ]
    }
    let cast = PlainCast.members(facts, opening)
    var cut = Cut(speakers: draft.turns.map(\.speaker).map { [$0] }, first: draft.speakers.count)
    let decoder = RoleDecoder(model: model.roles, actors: cast.map(\.actor))
    var hearing = opening
    while true {
      cut.add(pieces(of: hearing, decoder, nobody: cast.count), hearing)
      guard hearing.end < draft.turns.count else { break }
      hearing = HearingText(draft, voices: voices, from: hearing.end)
    }
    draft.speakers += cast.map { Speaker(key: "", role: $0.label, confidence: confidence) }
    draft.speakers += [Speaker(key: unresolved), Speaker(key: unresolved)]
    draft.split(at: cut.places)
    draft.assignSpeakers(cut.speakers.flatMap { $0 })
    return [
      Diagnostic(
        .warning, "SP002", "原文没有标明发言人，角色是从发言内容推断的",
        notes: ["推断只能作为整理的起点；分不清是谁说的写作“\(unresolved)”"],
        fix: "对照录音核对每一段的角色，或者使用带发言人编号的转写结果")
    ]
  }

  /// The pieces of a hearing, each with who most likely speaks it, or `nobody` (or the next, so that neighbours
  /// are not taken for one) where that is too unlikely.
  private static func pieces(
    of hearing: HearingText, _ decoder: RoleDecoder, nobody: Int
  ) -> [RoleDecoder.Piece] {
    let pieces = decoder.pieces(of: hearing.text, mentions: hearing.mentions)
    let beliefs = RolePosterior(decoder, hearing.text, hearing.mentions).beliefs(in: pieces)
    return pieces.indices.map { index in
      let isOpen = beliefs[index].share < leastShare
      return RoleDecoder.Piece(
        start: pieces[index].start, actor: isOpen ? nobody + index % 2 : beliefs[index].actor)
    }
  }

  /// Where the draft is to be cut, and who speaks the parts.
  private struct Cut {
    /// Bytes to cut at, sorted.
    var places: [Int] = []
    /// For each turn of the draft the speakers of its parts.
    var speakers: [[Int]]
    /// The speaker that stands for the first actor.
    let first: Int

    init(speakers: [[Int]], first: Int) {
      self.speakers = speakers
      self.first = first
    }

    /// Adds the pieces of some turns.
    mutating func add(_ pieces: [RoleDecoder.Piece], _ hearing: HearingText) {
      var piece = 0
      for turn in hearing.turns {
        while piece + 1 < pieces.count, pieces[piece + 1].start <= turn.range.lowerBound { piece += 1 }
        var parts = [first + pieces[piece].actor]
        while piece + 1 < pieces.count, pieces[piece + 1].start < turn.range.upperBound {
          piece += 1
          places.append(hearing.text.offsets[pieces[piece].start])
          parts.append(first + pieces[piece].actor)
        }
        speakers[turn.index] = parts
      }
    }
  }
}
