import TextCore

/// Tells which part of the hearing a speech belongs to, from what the court calls for.
struct PartFinder {
  /// The part of each turn, as it is opened; within a plaintiff's claims `ClaimSection` looks closer.
  let parts: [HearingPart]

  /// Words with which the court opens a part; the last that occurs in a speech of the court counts.
  private static let cues: [(word: [UInt8], part: HearingPart)] =
    ([
      (.identity, ["核对", "身份", "到庭人员", "回避"]),
      (
        .claims,
        [
          "诉讼请求", "诉请", "陈述事实", "事实和理由", "事实与理由", "事实理由", "读起诉状", "起诉状", "诉状", "你的请求", "请求和理由", "讲请求",
          "讲一下请求", "要什么", "要求是什么", "有什么请求", "什么请求", "你要多少", "请求呢", "请求是", "，请求。", "请求，", "请求要点", "固定请求",
          "把请求", "请求念", "念请求",
          "说请求", "讲请求", "要求再说", "把要求", "告他什么", "告她什么", "告他哪样", "告他啥", "告他们什么", "要他们什么", "起诉要", "起诉的要求",
          "原告陈述。", "归纳一下",
          "诉求", "请求事项", "请求啥", "要求啥", "请求分项",
        ]
      ),
      (.defence, ["答辩"]),
      (.inquiry, ["法庭调查", "本庭询问", "下面询问", "庭审询问"]),
      (.exhibits, ["举证", "出示证据", "提交证据", "提供证据", "证据材料", "有什么证据", "有证据"]),
      (.examination, ["质证"]),
      (.debate, ["辩论"]),
      (.closing, ["最后陈述", "最后意见", "最后的意见", "最后说"]),
      (
        .mediation,
        [
          "愿意调解", "愿意和解", "同意调解", "接受调解", "是否调解", "愿不愿意调解", "愿不愿调解", "进行调解", "主持调解", "组织调解", "调解方案", "调解意见",
          "调解的余地",
          "调解的可能", "愿意接受调解", "有没有调解", "能否调解", "调解一下", "先调解", "调解吗", "和解方案", "做个调解", "做一下调解", "谈谈调解", "调解的意愿",
          "调解意愿", "想不想调解",
          "能不能调", "调不调", "愿不愿调", "提个数", "调解愿不愿意", "调解的态度", "双方调解", "要不要调解", "说调解", "问调解", "看调解", "调解呢",
          "调解解决", "愿意不愿意调解", "可以调解", "调解的事",
        ]
      ),
    ] as [(HearingPart, [String])])
    .flatMap { part, words in words.map { (Array($0.utf8), part) } }
  /// With these the court ends mediation.
  private static let mediationEnds = ["不再调解", "不再组织", "调解不成", "无法调解", "不主持调解", "恢复", "休庭", "择期宣判"].map {
    Array($0.utf8)
  }
  private static let negators = Cues(["不", "没有", "如果", "若"])
  private static let automaton = LiteralAutomaton(bytes: cues.map(\.word) + mediationEnds)

  /// Linear in the hearing.
  init(_ hearing: Hearing) {
    var part = HearingPart.identity
    var parts: [HearingPart] = []
    /// The side that last produced evidence.
    var producer: Side?
    for turn in hearing.turns {
      if turn.isOfCourt {
        part = Self.opened(hearing.source.bytes, turn.speech, part)
      } else if turn.side == .plaintiff, Self.pleads(hearing.source.bytes, turn.speech) {
        part = .claims
      } else if part == .mediation, Self.refuses(hearing.source.bytes, turn.speech) {
        part = .inquiry
      } else if part == .exhibits, producer == nil {
        producer = turn.side
      }
      if part != .exhibits, part != .examination { producer = nil }
      let isAnswer = part == .exhibits && producer != nil && producer != turn.side && turn.side.isParty
      parts.append(isAnswer ? .examination : part)
    }
    self.parts = parts
  }

  private static let pleading = Cues([
    "诉讼请求：", "诉讼请求，", "诉讼请求是", "我的请求", "我的诉讼请求", "请求：", "请求法院", "请求判令", "诉请：", "要求：", "判令", "依法判令",
  ])

  /// True for a short speech that wants no mediation: the hearing goes on.
  private static func refuses(_ bytes: [UInt8], _ speech: Range<Int>) -> Bool {
    speech.count <= shortRefusal && refusals.occur(bytes, in: speech)
  }

  private static let shortRefusal = 60
  private static let refusals = Cues([
    "不同意调", "不愿意", "不调解", "不接受调", "不想调", "不调", "没得调", "调不", "不用调", "依法判", "法院判", "判决吧", "请依法",
  ])
  private static let lists = Cues(["一、", "一是", "第一，", "第一项", "1.", "1、", "一，", "第一条", "头一条"])
  private static let continues = Cues(["二、", "二是", "第二，", "第二项", "2.", "2、", "二，", "第二条"])
  private static let others = Cues(["证据", "证明", "答辩", "质证"])

  /// True for a speech that opens with claims, or that is a list of what the other side shall do.
  private static func pleads(_ bytes: [UInt8], _ speech: Range<Int>) -> Bool {
    if pleading.length(bytes, at: speech.lowerBound, to: speech.upperBound) != nil { return true }
    guard
      let first = lists.first(
        bytes, in: speech.lowerBound..<min(speech.upperBound, speech.lowerBound + listHead)),
      let second = continues.first(bytes, in: first..<speech.upperBound)
    else { return false }
    let item = first..<second
    return ClaimSection.demands.occur(bytes, in: item) && !others.occur(bytes, in: item)
  }

  /// Bytes in which a list of claims begins.
  private static let listHead = 90

  /// The part after a speech of the court: the last it calls for; a question without cue turns what was pleaded into inquiry.
  private static func opened(_ bytes: [UInt8], _ speech: Range<Int>, _ part: HearingPart) -> HearingPart {
    var last: HearingPart?
    var ends = false
    automaton.forEachMatch(in: bytes, range: speech) { match in
      guard match.pattern < cues.count else { return ends = true }
      let opens = cues[match.pattern].part
      // 不同意调解的可以另诉 explains and opens nothing.
      if opens != .mediation || negators.length(bytes, before: match.start, from: speech.lowerBound) == nil {
        last = opens
      }
    }
    if ends { return .closing }
    if let last { return last }
    switch part {
    case .claims, .defence: return .inquiry
    default: return part
    }
  }
}
