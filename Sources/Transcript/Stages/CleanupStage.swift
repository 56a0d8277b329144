import TextCore

/// Section 3 of the standard: takes out recognizer noise, timestamps, stutters, hesitations and empty fillers.
///
/// The rules run over one speech until nothing more falls out, so that a second pass over the result changes nothing
/// (在那个在超市 → 在在超市 → 在超市). Header values are never touched.
public struct CleanupStage: Stage {
  /// 清理。
  public static let kind = EditKind.cleanup

  /// Makes the stage.
  public init() {}

  /// More rounds than any speech needs; a bound for hostile text.
  private static let mostRounds = 8

  /// Proposes removals, one for each maximal run; linear in the text.
  public func edits(in draft: Draft) -> [Edit] {
    var edits: [Edit] = []
    var mask = RemovalMask()
    var speech = SpeechScalars(joints: draft.joints)
    let context = TurnContext(draft)
    for (index, turn) in draft.turns.enumerated() {
      speech.load(draft.text.bytes, turn.speech.range)
      let spoken = SpokenTurn(index: index, context: context)
      for _ in 0..<Self.mostRounds where !runRules(&speech, &mask, spoken) { break }
      appendEdits(speech.removed, to: &edits)
    }
    return edits
  }

  /// True when something fell out.
  private func runRules(_ speech: inout SpeechScalars, _ mask: inout RemovalMask, _ turn: SpokenTurn) -> Bool
  {
    let before = speech.count
    if speech.present.contains(.noise) { run(NoiseRule(), &speech, &mask, turn) }
    run(StutterRule(), &speech, &mask, turn)
    if speech.present.contains(.hesitation) { run(HesitationRule(), &speech, &mask, turn) }
    if speech.present.contains(.filler) { run(FillerRule(), &speech, &mask, turn) }
    return speech.count < before
  }

  private func run(
    _ rule: some RemovalRule, _ speech: inout SpeechScalars, _ mask: inout RemovalMask, _ turn: SpokenTurn
  ) {
    mask.reset(count: speech.count)
    rule.mark(speech, turn, &mask)
    if mask.isEmpty { return }
    if rule.closesGaps { mask.closeGaps(speech) }
    speech.remove(mask)
  }

  private func appendEdits(_ removed: [RemovedBytes], to edits: inout [Edit]) {
    if removed.isEmpty { return }
    let sorted = removed.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var index = 0
    while index < sorted.count {
      let first = index
      var (end, confidence) = (sorted[index].range.upperBound, sorted[index].reason.confidence)
      index += 1
      while index < sorted.count, sorted[index].range.lowerBound == end {
        (end, confidence) = (sorted[index].range.upperBound, min(confidence, sorted[index].reason.confidence))
        index += 1
      }
      let span = Span<Working>(sorted[first].range.lowerBound, end)
      edits.append(Edit(sorted[first].reason.rawValue, span, [], confidence: confidence))
    }
  }
}
