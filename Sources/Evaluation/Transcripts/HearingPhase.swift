/// The part of a hearing a turn belongs to, told from the judge's own words; a phase never goes back.
public enum HearingPhase: String, Sendable, CaseIterable, Comparable {
  /// Opening, identities, rights.
  case opening = "开庭"
  /// Claim and answer.
  case pleading = "诉辩"
  /// Evidence.
  case evidence = "举证质证"
  /// Debate.
  case debate = "辩论"
  /// Last statements.
  case last = "最后陈述"
  /// Mediation, adjournment, judgment.
  case closing = "调解宣判"

  private static let cues: [(HearingPhase, [String])] = [
    (.closing, ["调解", "择期宣判", "当庭宣判", "现在休庭", "闭庭"]),
    (.last, ["最后陈述", "最后意见", "最后还有什么"]),
    (.debate, ["法庭辩论", "辩论意见", "辩论"]),
    (.evidence, ["举证", "质证", "出示证据", "证据交上来"]),
    (.pleading, ["诉讼请求", "诉请", "起诉书", "起诉状", "上诉请求", "答辩"]),
  ]
  private static let order = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// By the course of a hearing.
  public static func < (a: HearingPhase, b: HearingPhase) -> Bool {
    order[a, default: 0] < order[b, default: 0]
  }

  /// The phase of every turn of a transcript.
  public static func phases(of text: TranscriptText) -> [HearingPhase] {
    var current = HearingPhase.opening
    return text.turns.map { turn in
      if turn.label.hasPrefix("审判") {
        let speech = text.string(turn.content)
        let cue = cues.first { $0.0 > current && $0.1.contains(where: speech.contains) }
        current = cue?.0 ?? current
      }
      return current
    }
  }
}
