/// Chooses a mark for every gap from scores, existing marks and pauses; each gap on its own, so that a second run over
/// its own output chooses the same.
struct MarkDecoder {
  let evidence: MarkEvidence
  /// True when existing inner marks stay and none are added.
  let isTyped: Bool

  /// The marks of a speech and how sure each is, in hundredths.
  struct Choice {
    var marks: [Mark]
    var confidence: [UInt8]

    /// Starts from the marks that are there.
    init(_ speech: SpeechContent) {
      marks = speech.marks
      confidence = [UInt8](repeating: 100, count: speech.count)
    }

    /// Sets a mark unless it is there already.
    mutating func set(_ mark: Mark, at index: Int, confidence percent: UInt8) {
      guard marks[index] != mark else { return }
      marks[index] = mark
      confidence[index] = percent
    }
  }

  /// Takes marks away where none may stand, unless a typist put them there.
  func clear(_ fixed: [Bool], _ joints: Set<Int>, _ choice: inout Choice) {
    guard !isTyped, fixed.count > 1 else { return }
    for index in 0..<fixed.count - 1 where fixed[index] && !joints.contains(index) {
      choice.marks[index] = .none
    }
  }

  /// Decides the gaps of `range`, whose scores are given, but for the end of the speech; `joints` holds the scalars
  /// after which two segments met.
  func choose(
    _ range: Range<Int>, _ scores: [BoundaryScores], fixed: [Bool], joints: Set<Int>, _ choice: inout Choice
  ) {
    let none = evidence.bonus(for: .none)
    var last = (score: BoundaryScores.zero, best: Self.best(.zero))
    for index in range where index < choice.marks.count - 1 {
      let mark = choice.marks[index]
      let isJoint = !joints.isEmpty && joints.contains(index)
      if !isJoint && fixed[index] || isTyped && (mark != .none || !isJoint) { continue }
      var score = scores[index - range.lowerBound]
      score &+= mark != .none ? evidence.bonus(for: mark) : isJoint ? .zero : none
      if mark != .exclamation { score[7] = .min }
      if isJoint { score &+= Self.joint }
      if score != last.score { last = (score, Self.best(score)) }  // rules score most gaps alike
      (choice.marks[index], choice.confidence[index]) = last.best
    }
  }

  /// A pause where the engine cut: nearly always a mark, more often 。 than inside a segment.
  private static let joint = BoundaryScores(-96, 0, 24, 8, -32, 16, 0, 0)

  /// The best mark, and its logistic margin over the second best in hundredths.
  static func best(_ scores: BoundaryScores) -> (Mark, UInt8) {
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

  /// 50 for a tie, rising with the margin; a rational curve instead of exp, the same on every machine.
  static func confidence(margin: Int) -> UInt8 {
    let units = min(max(margin, 0), 320)
    return UInt8(50 + 50 * units / (units + 32))
  }
}
