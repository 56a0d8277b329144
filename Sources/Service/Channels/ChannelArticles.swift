/// The articles that permit a channel or fix its effect.
enum ChannelArticles {
  /// What permits the channel.
  static func permission(_ channel: Channel, _ record: ServiceRecord) -> [Article] {
    if record.procedure == .criminal { return criminal(channel) }
    switch channel {
    case .direct: return [Article(.civil, 88, "第一款")]
    case .pickup: return [Article(.civilInterpretation, 131, "第一款")]
    case .elsewhere: return elsewhere(record)
    case .lien: return lien(record, witnessRefused: false)
    case .electronic where record.isForeignParty: return [Article(.civil, 283, "第一款第九项")]
    case .electronic:
      let admitted =
        record.procedure == .administrative ? [Article(.administrativeInterpretation, 51, "第二款")] : []
      return [Article(.civil, 90, "第一款")] + admitted + [record.consent.article ?? Article(.online, 31, "第二款")]
    case .simple: return [Article(.civilInterpretation, 261, "第一款"), Article(.summary, 6)]
    case .post: return [Article(.civil, 91), Article(.post, 1)]
    case .entrust: return [Article(.civil, 91), Article(.civilInterpretation, 134)]
    case .forward: return forward(record)
    case .pronounce:
      return [record.procedure.isSummary ? Article(.summary, 31) : Article(.civilInterpretation, 141)]
    case .collect: return [Article(.summary, 28)]
    case .notice: return [record.isForeignParty ? Article(.civil, 283, "第二款") : Article(.civil, 95)]
    case .treaty, .diplomatic, .embassy, .foreignAgent, .foreignBranch, .foreignPost, .otherAgreed:
      return foreignItem(channel).map { [Article(.civil, 283, $0)] } ?? []
    }
  }

  /// What fixes the day of service by signature.
  static func effect(_ channel: Channel, _ record: ServiceRecord) -> [Article] {
    if record.procedure == .criminal {
      return [Article(.criminalInterpretation, channel == .forward ? 208 : 204)]
    }
    switch channel {
    case .entrust: return [Article(.civil, 87, "第二款"), Article(.civilInterpretation, 134, "第一款")]
    case .forward: return [Article(.civil, 94)] + forward(record)
    case .direct: return [Article(.civil, 87, "第二款"), Article(.civil, 88, "第二款")]
    default: return [Article(.civil, 87, "第二款")] + permission(channel, record)
    }
  }

  static func lien(_ record: ServiceRecord, witnessRefused: Bool) -> [Article] {
    if record.procedure == .criminal {
      return [Article(.criminal, 107, "第二款"), Article(.criminalInterpretation, 204)]
    }
    var articles = [Article(.civil, 89)]
    if record.recipient.kind == .organisation { articles.append(Article(.civilInterpretation, 130)) }
    if record.recipient.capacity == .designated { articles.append(Article(.civilInterpretation, 132)) }
    if witnessRefused { articles.append(Article(.summary, 11, "第一款")) }
    return articles
  }

  /// The item of 《民事诉讼法》第二百八十三条第一款.
  static func foreignItem(_ channel: Channel) -> String? {
    switch channel {
    case .treaty: "第一款第一项"
    case .diplomatic: "第一款第二项"
    case .embassy: "第一款第三项"
    case .foreignAgent: "第一款第四项"
    case .foreignBranch: "第一款第五项至第七项"
    case .foreignPost: "第一款第八项"
    case .electronic: "第一款第九项"
    case .otherAgreed: "第一款第十项"
    default: nil
    }
  }

  private static func elsewhere(_ record: ServiceRecord) -> [Article] {
    [
      record.procedure == .administrative
        ? Article(.administrativeInterpretation, 52) : Article(.civilInterpretation, 131, "第二款")
    ]
  }

  private static func forward(_ record: ServiceRecord) -> [Article] {
    switch record.recipient.situation {
    case .military: [Article(.civil, 92)]
    case .education: [Article(.civil, 93, "第二款")]
    default: [Article(.civil, 93, "第一款")]
    }
  }

  private static func criminal(_ channel: Channel) -> [Article] {
    switch channel {
    case .direct, .elsewhere, .pickup: [Article(.criminal, 107, "第一款")]
    case .lien: [Article(.criminal, 107, "第二款"), Article(.criminalInterpretation, 204)]
    case .entrust: [Article(.criminalInterpretation, 205), Article(.criminalInterpretation, 206)]
    case .post: [Article(.criminalInterpretation, 205), Article(.criminalInterpretation, 207)]
    case .forward: [Article(.criminalInterpretation, 208)]
    case .simple: [Article(.criminalInterpretation, 221, "第一款第五项")]
    case .pronounce: [Article(.criminal, 202, "第二款")]
    default: []
    }
  }
}
