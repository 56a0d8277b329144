import TextCore

/// Tells who sued at first instance when the labels only tell who appeals (民事诉讼法 art. 171, 175).
enum Appeal {
  /// Turns in which it is said.
  private static let opening = 12
  private static let defendants = Cues(["一审被告", "原审被告", "一审是被告"])
  private static let plaintiffs = Cues(["一审原告", "原审原告", "一审是原告"])
  private static let appellants = Cues(["上诉人"])
  private static let appellees = Cues(["被上诉人"])
  /// An appellant who was ordered to pay was the defendant.
  private static let orders = Cues([
    "一审判我", "一审判决我", "判我交", "判我还", "判我付", "判我给", "改判上诉人支付", "改判我", "驳回被上诉人的诉讼请求", "驳回被上诉人一审",
    "改判上诉人只", "改判上诉人归还", "改判上诉人偿还", "改判上诉人无需", "改判上诉人不", "判令上诉人支付", "判决上诉人支付", "判上诉人支付", "判上诉人归还", "判上诉人偿还",
    "判上诉人还", "判我方",
    "我方无需", "上诉人无需支付", "上诉人不承担", "上诉人不应",
  ])
  /// Said of the appellant by the court or the other side.
  private static let ordered = Cues([
    "一审判上诉人", "一审判决上诉人", "一审判令上诉人", "判的是上诉人归还", "判的是上诉人支付", "判上诉人支付", "判上诉人归还", "判上诉人偿还", "判令上诉人支付",
    "判决上诉人支付", "判令上诉人归还",
    "判令上诉人偿还",
  ])

  /// The turns with the sides of the first instance: an appellant who was the defendant stands on its side.
  static func firstInstance(_ turns: [Hearing.Turn], _ bytes: [UInt8]) -> [Hearing.Turn] {
    guard turns.contains(where: { $0.label?.base == .appellant }), isByDefendant(turns, bytes) else {
      return turns
    }
    return turns.map { turn in
      guard turn.label?.base == .appellant || turn.label?.base == .appellee else { return turn }
      return turn.said(by: turn.by, side: turn.side.opponent)
    }
  }

  private static func isByDefendant(_ turns: [Hearing.Turn], _ bytes: [UInt8]) -> Bool {
    turns.prefix(opening).contains { turn in
      if turn.label?.base == .appellant, orders.occur(bytes, in: turn.speech) || isRid(turn.speech, bytes) {
        return true
      }
      if ordered.occur(bytes, in: turn.speech) || ordersByName(turn, bytes) { return true }
      return SentenceSplitter.sentences(bytes, turn.speech).contains { swaps($0, bytes) }
    }
  }

  /// The appellant wants to be rid of what it was ordered to: 改判某某不承担责任.
  private static func isRid(_ speech: Range<Int>, _ bytes: [UInt8]) -> Bool {
    SentenceSplitter.sentences(bytes, speech).contains { sentence in
      guard let change = changes.first(bytes, in: sentence) else { return false }
      return burdens.occur(bytes, in: change..<Clause.end(bytes, after: change, to: sentence.upperBound))
    }
  }

  private static let changes = Cues(["改判"])
  private static let burdens = Cues(["不承担", "不负", "不还", "不赔"])

  /// 上诉人东方秋水…一审判东方秋水还65万元, or …判令某某归还刘福生借款 to the appellee 刘福生.
  private static func ordersByName(_ turn: Hearing.Turn, _ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes[turn.speech].prefix(longest), as: UTF8.self)
    let (appellees, appellants) = (named("被上诉人", text), named("上诉人", text))
    return text.split { "。？！；\n".contains($0) }.contains { sentence in
      guard let verdict = ["判令", "判决", "一审判"].lazy.compactMap({ sentence.range(of: $0) }).first else {
        return false
      }
      let order = sentence[verdict.upperBound...]
      guard
        let verb = verbs.lazy.compactMap({ order.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
      else { return false }
      return appellants.contains { order[..<verb.lowerBound].hasSuffix($0) }
        || appellees.contains { order[verb.upperBound...].hasPrefix($0) }
    }
  }

  /// Bytes of a speech that are looked through for names.
  private static let longest = 3_000
  private static let verbs = ["归还", "偿还", "返还", "支付", "赔偿", "给付", "还", "付", "赔"]

  /// The names that follow a label: 上诉人东方秋水. The 上诉人 of 被上诉人 is none.
  private static func named(_ label: String, _ text: String) -> Set<String> {
    var names: Set<String> = []
    var rest = Substring(text)
    while let place = rest.range(of: label) {
      let isOwn = rest[..<place.lowerBound].last != "被"
      rest = rest[place.upperBound...]
      if isOwn, let name = SpokenName.read(rest) { names.insert(name.name) }
    }
    return names
  }

  /// 上诉人某某，一审被告; 被上诉人某某（原审原告）
  private static func swaps(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    if let appellee = appellees.first(bytes, in: sentence),
      plaintiffs.occur(bytes, in: appellee..<sentence.upperBound)
    {
      return true
    }
    guard let appellant = appellants.first(bytes, in: sentence),
      appellees.first(bytes, in: sentence) != appellant - 3
    else { return false }
    let end =
      appellees.first(bytes, in: appellant + 9..<max(sentence.upperBound, appellant + 9))
      ?? sentence.upperBound
    return defendants.occur(bytes, in: appellant..<end)
  }
}
