/// A unit said twice or more without anything but a gap between.
struct Repetition {
  /// What stands between two repetitions.
  enum Evidence {
    /// Nothing.
    case direct
    /// A comma of the typist or engine.
    case comma
    /// A hesitation or an empty 那个, perhaps with commas: the speaker was searching for words.
    case hesitation
  }

  /// Where a gap ends and what it holds.
  typealias Gap = (end: Int, evidence: Evidence)

  /// First scalar of the first repetition.
  let start: Int
  /// Scalars of the unit.
  let length: Int
  /// How often it is said.
  var times: Int
  /// First scalar of the last repetition.
  var last: Int
  /// The gap between the first two.
  let evidence: Evidence

  /// One past the last repetition.
  var end: Int { last + length }

  /// 嗯 呃 哦 哎 唉: not 额, which is a word too, nor 啊 and 呐, which end questions.
  private static func isHesitation(_ speech: SpeechScalars, _ index: Int) -> Bool {
    guard speech.has(.hesitation, at: index) else { return false }
    let scalar = speech[index]
    return scalar != 0x989D && scalar != 0x554A && scalar != 0x5450
  }

  /// The gap that begins at `index`; at most six scalars.
  @inline(__always)
  static func gap(_ speech: SpeechScalars, _ index: Int) -> Gap {
    speech.mayOpenGap(index) ? filledGap(speech, index) : (index, .direct)
  }

  private static func filledGap(_ speech: SpeechScalars, _ index: Int) -> Gap {
    var end = index
    var evidence = Evidence.direct
    while end < index + 6 {
      if speech.has(.comma, at: end) || speech.has(.space, at: end) {
        if evidence == .direct { evidence = .comma }
        end += 1
      } else if isHesitation(speech, end) {
        evidence = .hesitation
        end += 1
      } else if end > index, speech[end] == 0x90A3, speech[end + 1] == 0x4E2A, evidence != .direct {
        evidence = .hesitation  // 那个
        end += 2
      } else {
        break
      }
    }
    return (end, evidence)
  }
}
