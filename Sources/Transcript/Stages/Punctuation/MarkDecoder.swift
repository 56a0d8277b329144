/// Chooses a mark for every gap from scores, existing marks and pauses; each gap on its own, so that a second run over
/// its own output chooses the same.
struct MarkDecoder {
  let evidence: MarkEvidence
  /// True when existing inner marks stay and none are added.
  let isTyped: Bool

  /// The marks of a speech and how sure each is, 0 to 1.
  struct Choice {
    var marks: [Mark]
    var confidence: [Double]
  }

  /// Decides; `joints` holds the indices of scalars after which two segments met.
  func choose(_ speech: SpeechContent, _ scores: [BoundaryScores], joints: Set<Int>) -> Choice {
    let fixed = FixedGaps.find(speech.scalars)
    let none = evidence.bonus(for: .none)
    var choice = Choice(marks: speech.marks, confidence: [Double](repeating: 1, count: speech.count))
    guard speech.count > 1 else { return choice }
    for index in 0..<speech.count - 1 {
      let mark = speech.marks[index]
      let isJoint = joints.contains(index)
      if fixed[index] && !isJoint {
        if !isTyped { choice.marks[index] = .none }
        continue
      }
      if isTyped && (mark != .none || !isJoint) { continue }
      var score = scores[index] &+ (mark == .none ? isJoint ? .zero : none : evidence.bonus(for: mark))
      if mark != .exclamation { score[7] = .min }
      if isJoint { score &+= Self.joint }
      (choice.marks[index], choice.confidence[index]) = Self.best(score)
    }
    return choice
  }

  /// A pause where the engine cut: nearly always a mark, more often 。 than inside a segment.
  private static let joint = BoundaryScores(-96, 0, 24, 8, -32, 16, 0, 0)

  /// The best mark, and its logistic margin over the second best in hundredths.
  static func best(_ scores: BoundaryScores) -> (Mark, Double) {
    var first = 0
    var second = Int32.min
    for lane in 1..<8 {
      if scores[lane] > scores[first] {
        second = scores[first]
        first = lane
      } else {
        second = max(second, scores[lane])
      }
    }
    return (Mark(rawValue: UInt8(first)) ?? .none, confidence(margin: Int(scores[first]) - Int(second)))
  }

  /// 0.5 for a tie, rising with the margin; a rational curve instead of exp, the same on every machine.
  static func confidence(margin: Int) -> Double {
    let units = Double(min(max(margin, 0), 320))
    return ((0.5 + 0.5 * units / (units + 32)) * 100).rounded() / 100
  }
}
