import ChineseText
import TextCore

/// Restores and repairs marks: standard section 5. Runs last before the layout: numbers and words are settled.
///
/// A scorer says how well each mark fits each gap, the existing marks and the pauses add their evidence, then rules
/// see to what the standard fixes: titles, lists, questions, turn ends. Changes marks and nothing else.
public struct PunctuationStage: Stage {
  /// `punctuation`.
  public static var kind: EditKind { .punctuation }

  private let scorer: any BoundaryScorer
  private let names: WholeWords

  /// With a learnt model, or by rules alone; no mark cuts a name of the case file.
  public init(model: PunctuationModel? = nil, caseFile: CaseFile? = nil) {
    names = WholeWords(caseFile?.participants.flatMap(\.names) ?? [])
    if let model { scorer = model } else { scorer = CueScorer() }
  }

  /// Proposes marks for every speech. Linear in the text.
  public func edits(in draft: Draft) -> [Edit] {
    let bytes = draft.text.bytes
    let voices = draft.speakers.map { SpeechSetting.Voice(label: $0.role?.text ?? "") }
    var whole = MarkEvidence()
    var content = SpeechContent()
    for turn in draft.turns where !draft.isLines {
      content.take(bytes, turn.speech.range)
      whole.add(content)
    }
    var edits: [Edit] = []
    var joints = draft.joints[...]
    for index in draft.turns.indices {
      let turn = draft.turns[index]
      content.take(bytes, turn.speech.range)
      let here = Self.takeJoints(&joints, content)
      guard content.count > 0 else { continue }
      var evidence = whole
      if draft.isLines { evidence.add(content) }
      var setting = SpeechSetting(voice: voices[turn.speaker])
      if !draft.isLines, index + 1 < draft.turns.count, draft.turns[index + 1].speaker != turn.speaker {
        let next = draft.turns[index + 1]
        let head = next.speech.range.lowerBound..<Self.headEnd(bytes, next.speech.range)
        setting.next = NextSpeech(
          voices[next.speaker], SpeechContent.first(NextSpeech.reach, bytes, head))
      }
      let task = SpeechMarking(
        bytes: bytes, content: content, setting: setting, evidence: evidence, names: names)
      task.appendEdits(scorer: scorer, joints: here, to: &edits)
    }
    return edits
  }

  /// The marks of a speech given without any, its end known: what training measures.
  func restore(_ scalars: [UInt32], _ setting: SpeechSetting) -> [Mark] {
    var bytes: [UInt8] = []
    for scalar in scalars { UTF8Bytes.append(scalar, to: &bytes) }
    let content = SpeechContent(bytes, 0..<bytes.count)
    guard content.count == scalars.count, content.count > 0 else { return scalars.map { _ in .none } }
    var evidence = MarkEvidence()
    evidence.add(content)
    return SpeechMarking(bytes: bytes, content: content, setting: setting, evidence: evidence)
      .marks(scorer: scorer, joints: []).choice.marks
  }

  /// A little of the speech: enough for `NextSpeech.reach` content scalars with their marks, cut between scalars.
  private static func headEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = min(range.upperBound, range.lowerBound + 192)
    while end < range.upperBound, UTF8Bytes.isContinuation(bytes[end]) { end += 1 }
    return end
  }

  /// The scalars of this speech after which segments met.
  private static func takeJoints(_ joints: inout ArraySlice<Int>, _ content: SpeechContent) -> Set<Int> {
    var found: Set<Int> = []
    while let joint = joints.first, joint <= content.range.upperBound {
      joints = joints.dropFirst()
      guard joint > content.range.lowerBound else { continue }
      if let before = content.lastScalar(before: joint) { found.insert(before) }
    }
    return found
  }
}
