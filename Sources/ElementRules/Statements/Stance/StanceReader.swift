import TextCore

/// Judges how a match is meant, from the sentence around it: negation and its exceptions, supposition, question, report.
///
/// Scope follows the clause: a cue of negation reaches to the next mark, a supposition to the end of its sentence
/// (scope rules in the manner of NegEx, Chapman et al. 2001, with Chinese cues).
struct StanceReader {
  private let bytes: [UInt8]
  private let cues = SentenceCues(lists)
  private let latest = LatestStance()

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let negations = Cues([
    "没有", "没", "未", "并未", "从未", "不是", "并非", "不曾", "不存在", "否认", "从来没有", "也没", "无", "不", "不等于",
  ])
  /// Ask for no answer and deny what follows them.
  private static let rhetorical = Cues(ReactionWords.rhetoricalDenials)
  /// Ask for no answer, whatever the mark says.
  private static let unanswered = Cues(ReactionWords.rhetorical + ReactionWords.rhetoricalDenials)
  /// Hold a cue and deny nothing.
  private static let innocent = Cues(
    ReactionWords.unopposed + ReactionWords.unsure + [
      "不争", "不否认", "没有否认", "没多久", "不但", "不仅", "不光", "不得不", "不过", "不久", "不管", "不论", "无论", "不料",
      "不然",
      "不能不", "没有不", "不无", "不止", "不只", "没过多久", "不到", "不满", "不足", "未满", "不断", "不停", "不好意思", "对不起",
      "差不多", "不动产", "不当得利", "不规范", "不定期", "不当", "不良", "不合理", "不正当", "不实", "不法", "不利", "不幸", "不慎", "不小心",
      "不方便", "不错", "未来", "未成年", "不知", "不一会", "没想到", "没问题", "没错", "无锡", "无业", "不锈", "不干胶", "不间断", "不粘", "不少于",
      "不低于", "不超过", "不限于", "不等", "无缝", "无纺", "无线", "无人机", "无氧", "非标", "非机动车", "非医保", "非营运", "未婚", "没收", "不再",
      "没法", "没办法", "无法", "不愿", "不肯", "不想", "不让", "不予", "无条件", "无偿", "无固定", "无故", "不准", "不服", "不该", "不应",
    ])
  /// Where a word of the three lists that `negates` looks for can begin.
  private static let starts = Cues.starts(innocent, negations, insteads)
  private static let suppositions = Cues(
    ReactionWords.suppositions + ["万一", "假设", "退一步", "的话，", "若是", "若不", "若被告", "若原告", "若需"])
  /// Suppose no more than the divorce itself; what follows is what is wanted then: 要是离，儿子归我.
  private static let granted = Cues([
    "要是离", "要是真离", "要是非离", "要是判离", "如果离婚", "如果判离", "如果非离", "如果真离", "要是判给", "如果判给", "要是真判给", "假如离婚",
  ])
  private static let tails = Cues(
    ReactionWords.unrecognized + ReactionWords.isNotSo + ReactionWords.opposed + ReactionWords.notByHand + [
      "与事实不符", "不成立", "没有依据", "是假的", "不存在", "我没有拿到", "没有拿到过", "没有收到", "没收到", "没拿到", "不对，",
    ])
  private static let rejections = Cues(["不予采信", "不予认定", "不予采纳", "不予支持", "难以认定", "不能认定", "不足以证明", "不予确认"])
  private static let reports = Cues(["说", "称", "讲", "主张", "认为", "陈述", "声称", "所称", "所说", "所述", "辩称", "诉称"])
  private static let beyond = Cues(["不止", "不只", "何止"])
  private static let insteads = Cues(["而是", "是", "的"])
  private static let questionEnds = Cues(["？", "?"])

  private static let plaintiffs = Cues(["原告", "对方"])
  private static let defendants = Cues(["被告", "对方"])
  /// Denials strong enough to reach back over a comma.
  private static let strong = Cues(ReactionWords.unrecognized + ReactionWords.isNotSo)
  /// Bytes of a match in which a negation can only mean the match.
  private static let short = 30
  /// Bytes between a negation and the words it reaches.
  private static let reach = 18
  private static let comma = 3

  /// What is looked for all over a sentence, in the order of `lists`.
  private enum Cue: Int {
    case supposition, rejection, plaintiff, defendant, report, negation, rhetorical, tail
  }
  private static let lists = SentenceCues.Lists([
    suppositions, rejections, plaintiffs, defendants, reports, negations, rhetorical, tails,
  ])

  /// The first place of such a word in a part of the sentence that was read.
  private func first(_ cue: Cue, in part: Range<Int>) -> Int? { cues.first(cue.rawValue, in: part) }

  /// Make the whole sentence a question.
  private static let asking = Cues(["请问", "为什么", "怎么", "依据是", "凭什么", "是不是", "有没有"])

  /// How a match is meant in the mouth of a side.
  func stance(of evidence: Evidence, _ rules: CompiledRules, by side: Side) -> Stance {
    stance(
      of: evidence.range, in: evidence.sentence(bytes, rules), by: side,
      tellsOfNegation: evidence.tellsOfNegation, value: evidence.value(in: rules))
  }

  /// How `range`, a match in `sentence` said by `side`, is meant. `tellsOfNegation` is true for a rule whose own words
  /// tell of a negation.
  func stance(
    of range: Range<Int>, in sentence: Range<Int>, by side: Side, tellsOfNegation: Bool,
    value: Range<Int>? = nil
  ) -> Stance {
    latest.stance(
      of: LatestStance.Match(
        range: range, sentence: sentence, side: side, tellsOfNegation: tellsOfNegation, value: value)
    ) { judged(range, in: sentence, by: side, tellsOfNegation: tellsOfNegation, value: value) }
  }

  private func judged(
    _ range: Range<Int>, in sentence: Range<Int>, by side: Side, tellsOfNegation: Bool, value: Range<Int>?
  ) -> Stance {
    // A match of the scope 整段 can reach over its sentence.
    let sentence = min(sentence.lowerBound, range.lowerBound)..<max(sentence.upperBound, range.upperBound)
    cues.read(bytes, sentence)
    let clause = Clause.start(bytes, before: range.lowerBound, from: sentence.lowerBound)
    if isQuestion(side.isParty ? range.lowerBound..<sentence.upperBound : sentence, after: range.upperBound),
      !(side.isParty && isRhetorical(clause, range, value, sentence))
    {
      return .asked
    }
    let before = sentence.lowerBound..<range.upperBound
    if first(.supposition, in: before) != nil,
      Self.suppositions.occur(bytes, in: before, skipping: Self.granted)
    {
      return .hypothetical
    }
    if side == .bench {
      return first(.rejection, in: clause..<sentence.upperBound) == nil ? .found : .rejected
    }
    if isReport(clause..<range.lowerBound, by: side) { return .reported }
    if !tellsOfNegation, isDenied(range, value, clause, sentence) { return .denied }
    return .affirmed
  }

  /// True in the mouth of a party for 凭什么要我帮？ and 哪里拿过5万？; 200万元，我拿什么给？ gives no value.
  private func isRhetorical(_ clause: Int, _ range: Range<Int>, _ value: Range<Int>?, _ sentence: Range<Int>)
    -> Bool
  {
    let end = Clause.end(bytes, after: range.upperBound, to: sentence.upperBound)
    return (value == nil ? Self.unanswered : Self.rhetorical).occur(bytes, in: clause..<end)
  }

  /// True when the match stands in the last clause of a question.
  private func isQuestion(_ sentence: Range<Int>, after end: Int) -> Bool {
    guard Self.questionEnds.length(bytes, before: sentence.upperBound, from: sentence.lowerBound) != nil
    else { return false }
    return Clause.end(bytes, after: end, to: sentence.upperBound) + Self.comma >= sentence.upperBound
      || Self.asking.occur(bytes, in: sentence)
  }

  /// True when the clause puts the words into the mouth of the other side: 被告称, 原告说.
  private func isReport(_ before: Range<Int>, by side: Side) -> Bool {
    guard let name = first(side == .plaintiff ? .defendant : .plaintiff, in: before) else { return false }
    return first(.report, in: name..<before.upperBound) != nil
  }

  /// True when a negation reaches the match: before it in its clause, inside it, or in the words that follow.
  private func isDenied(
    _ range: Range<Int>, _ value: Range<Int>?, _ clause: Int, _ sentence: Range<Int>
  ) -> Bool {
    if isNegated(clause..<range.lowerBound, reach: Self.reach) { return true }
    // 哪里拿过: the words can reach into the match.
    if let place = first(.rhetorical, in: clause..<range.upperBound), place < range.lowerBound { return true }
    // What the value itself says is quoted, not judged; 借款不是8万: only right before the value.
    if let value {
      let before = range.lowerBound..<max(range.lowerBound, value.lowerBound)
      if isNegated(before, reach: Self.comma) || first(.rhetorical, in: before) != nil { return true }
      // 我还了不止62000元 does not state 62000元.
      if Self.beyond.length(bytes, before: value.lowerBound, from: sentence.lowerBound) != nil { return true }
    } else if range.count <= Self.short, isNegated(range, reach: Int.max) {
      return true
    }
    let end = Clause.end(bytes, after: range.upperBound, to: sentence.upperBound)
    let rest = range.upperBound..<end
    if first(.tail, in: rest) != nil, Self.tails.occur(bytes, in: rest, skipping: Self.innocent) {
      return true
    }
    return Self.strong.length(bytes, at: end + Self.comma, to: sentence.upperBound) != nil
  }

  /// True when a negation before it in its clause reaches the match: 没有约定利息吧.
  func isNegated(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let clause = Clause.start(bytes, before: range.lowerBound, from: sentence.lowerBound)
    return clause < range.lowerBound && negates(clause..<range.lowerBound, reach: Self.reach)
  }

  /// True for words that deny something themselves: 没有写利息, but not 利息给过没有.
  func denies(_ range: Range<Int>) -> Bool {
    negates(range, reach: Int.max)
      && Self.negations.length(bytes, before: range.upperBound, from: range.lowerBound) == nil
  }

  /// True when a negation in a part of the sentence that was read reaches the end of it.
  private func isNegated(_ part: Range<Int>, reach: Int) -> Bool {
    first(.negation, in: part) != nil && negates(part, reach: reach)
  }

  /// True when a negation in `range` stands at most `reach` bytes before its end and nothing takes it back.
  private func negates(_ range: Range<Int>, reach: Int) -> Bool {
    var offset = range.lowerBound
    var found: Int?
    while let place = Self.starts.first(bytes, from: offset, to: range.upperBound) {
      offset = place
      let negation = Self.negations.length(bytes, at: offset, to: range.upperBound) ?? 0
      // The longer counts: 不等 denies nothing, 不等于 does.
      if let length = Self.innocent.length(bytes, at: offset, to: range.upperBound), length >= negation {
        offset += length
      } else if let end = Alternative.end(bytes, at: offset) {
        offset = end
      } else if negation > 0 {
        offset += negation
        found = offset
      } else if found != nil, let length = Self.insteads.length(bytes, at: offset, to: range.upperBound) {
        offset += length
        found = nil
      } else {
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
    }
    return found.map { range.upperBound - $0 <= reach } ?? false
  }
}
