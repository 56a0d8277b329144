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
  private static func isHesitation(_ scalar: UInt32) -> Bool {
    ScalarClass.of(scalar).contains(.hesitation) && ![0x989D, 0x554A, 0x5450].contains(scalar)
  }

  /// The gap that begins at `index`; at most six scalars.
  static func gap(_ speech: SpeechScalars, _ index: Int) -> Gap {
    var end = index
    var evidence = Evidence.direct
    while end < index + 6 {
      if speech.has(.comma, at: end) || speech.has(.space, at: end) {
        if evidence == .direct { evidence = .comma }
        end += 1
      } else if isHesitation(speech[end]) {
        evidence = .hesitation
        end += 1
      } else if end > index, speech.has("那个", at: end), evidence != .direct {
        evidence = .hesitation
        end += 2
      } else {
        break
      }
    }
    return (end, evidence)
  }
}
