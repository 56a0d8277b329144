import ChineseText
import TextCore

/// Makes statements of evidence: judges how it is meant and whose value it gives.
struct StatementMaker {
  private let hearing: Hearing
  private let rules: CompiledRules
  private let excluded: Set<Int>
  private let stances: StanceReader
  private var bytes: [UInt8] { hearing.source.bytes }

  /// Words that correct what was said before.
  private static let corrections = Cues(["不对，", "说错了", "更正", "变更", "准确地说", "纠正", "口误", "记错了"])

  init(_ hearing: Hearing, _ engine: RuleEngine, excluded: Set<Int>) {
    self.hearing = hearing
    rules = engine.rules
    self.excluded = excluded
    stances = StanceReader(hearing.source.bytes)
  }

  /// What a match in a speech says; `question` is quoted too when the match answers it.
  func statements(_ evidence: Evidence, _ speaker: Speaker, quoting question: Statement.Quote? = nil)
    -> [Statement]
  {
    guard counts(evidence, speaker, at: evidence.range.lowerBound) else { return [] }
    let stance =
      isListedAsNotOwed(evidence, speaker)
      ? .denied : stances.stance(of: evidence, rules, by: speaker.turn.side)
    let quote = Statement.Quote(turn: speaker.turn.number, range: evidence.range)
    let quotes = [question, quote].compactMap { $0 }
    return disclaimed(evidence, speaker, stance, quotes) + statements(evidence, speaker, stance, quotes)
  }

  /// Who sues that nothing is owed names the other side's claim: 判令无需支付经济补偿18600元.
  private func disclaimed(
    _ evidence: Evidence, _ speaker: Speaker, _ stance: Stance, _ quotes: [Statement.Quote]
  ) -> [Statement] {
    let sentence = sentence(of: evidence)
    guard stance == .denied, claims(evidence, speaker),
      isListedAsNotOwed(evidence, speaker)
        || ClaimSection.disclaimers.occur(bytes, in: sentence.lowerBound..<evidence.range.upperBound),
      let label = hearing.parties.first(of: .defendant)
    else { return [] }
    return statements(evidence, speaker.sued(by: label), .affirmed, quotes)
  }

  /// True for an amount that the plaintiff names among its claims.
  private func claims(_ evidence: Evidence, _ speaker: Speaker) -> Bool {
    speaker.turn.side == .plaintiff && evidence.valueRange != nil
      && rules.entries[evidence.rule].element.isClaim
      && speaker.part(at: evidence.range.lowerBound) == .claims
  }

  /// True for an item of a list of what is not owed.
  private func isListedAsNotOwed(_ evidence: Evidence, _ speaker: Speaker) -> Bool {
    claims(evidence, speaker) && speaker.isDisclaimed(at: evidence.range.lowerBound)
  }

  /// What a match in a question says once it is answered: yes takes it over, no denies it; of 有没有异议 the contrary.
  func statements(_ evidence: Evidence, in question: Question, reply: Reply, _ speaker: Speaker)
    -> [Statement]
  {
    let form = question.form(of: sentence(of: evidence), bytes)
    guard form != .open, counts(evidence, speaker, at: speaker.turn.speech.lowerBound) else { return [] }
    if form == .yesNo, !reply.isYes, !isFocus(evidence) { return [] }
    let isNegated = form == .yesNo && stances.isNegated(evidence.range, in: sentence(of: evidence))
    let denies = form == .yesNo && evidence.tellsOfNegation && stances.denies(evidence.range)
    let agrees =
      if isNegated || denies {
        reply.overturns(bytes) != denies
      } else {
        reply.agrees(to: form, bytes)
      }
    let quotes = [
      Statement.Quote(turn: question.turn.number, range: evidence.range),
      Statement.Quote(turn: speaker.turn.number, range: reply.range),
    ]
    return statements(evidence, speaker, agrees ? .admitted : .denied, quotes)
  }

  /// What a match in words that the court puts on record says for a party.
  func statements(_ evidence: Evidence, recordedFor speaker: Speaker) -> [Statement] {
    guard counts(evidence, speaker, at: evidence.range.lowerBound) else { return [] }
    let stance: Stance = stances.isNegated(evidence.range, in: sentence(of: evidence)) ? .denied : .admitted
    let quote = Statement.Quote(turn: speaker.turn.number, range: evidence.range)
    return statements(evidence, speaker, stance, [quote])
  }

  /// True when the match is most of its clause: 不是 to 首付47万元全部是你父母出的 does not deny the amount.
  private func isFocus(_ evidence: Evidence) -> Bool {
    let sentence = sentence(of: evidence)
    let start = Clause.start(bytes, before: evidence.range.lowerBound, from: sentence.lowerBound)
    let end = Clause.end(bytes, after: evidence.range.upperBound, to: sentence.upperBound)
    return evidence.range.count * 2 >= end - start || rules.entries[evidence.rule].element.type == .boolean
  }

  /// True when the rule applies to this hearing and listens to this speaker in this part.
  private func counts(_ evidence: Evidence, _ speaker: Speaker, at offset: Int) -> Bool {
    let rule = rules.entries[evidence.rule].rule
    guard !(evidence.tellsOfNegation && Alternative.cuts(bytes, evidence.range)), !isDivisor(evidence) else {
      return false
    }
    return !excluded.contains(evidence.rule)
      && (rule.speakers.isEmpty || rule.speakers.contains(speaker.turn.side))
      && (rule.parts.isEmpty || rule.parts.contains(speaker.part(at: offset)))
  }

  /// True for the 30天 of 3900元除以30天, which only reckons.
  private func isDivisor(_ evidence: Evidence) -> Bool {
    evidence.valueRange.map {
      Self.divisors.length(bytes, before: $0.lowerBound, from: evidence.unit.lowerBound) != nil
    }
      ?? false
  }

  private static let divisors = Cues(["除以"])

  private func sentence(of evidence: Evidence) -> Range<Int> {
    evidence.sentence(bytes, rules)
  }

  private func statements(
    _ evidence: Evidence, _ speaker: Speaker, _ stance: Stance, _ quotes: [Statement.Quote]
  ) -> [Statement] {
    let entry = rules.entries[evidence.rule]
    guard let content = content(evidence, entry, speaker, stance) else { return [] }
    let sentence = sentence(of: evidence)
    let isCorrection =
      evidence.isRevision
      || Self.corrections.occur(
        bytes, in: sentence.lowerBound..<evidence.range.upperBound)
    return entry.elements.map {
      Statement(
        element: $0.id, content: content, stance: stance, by: speaker.turn.by, side: speaker.turn.side,
        turn: speaker.turn.number, quotes: quotes, value: evidence.valueRange, rule: entry.rule.id,
        isGeneral: false, isCorrection: isCorrection, isTotal: isTotal(evidence),
        contests: Self.contests.occur(bytes, in: sentence))
    }
  }

  /// Set what is said against what others say.
  private static let contests = Cues([
    "不是", "不对", "真正", "正式", "主张", "应当", "应该", "应为", "核实", "说的是", "说好", "才", "其实", "实际", "认为", "只",
  ])

  /// Lead to a sum of what was counted before.
  private static let totals = Cues([
    "一共", "总共", "共计", "合计", "总计", "加起来", "合起来", "加一起", "加在一起", "加一块", "里里外外", "里外里", "通共", "拢共", "满共", "统共",
  ])
  /// Bytes between the lead and the sum: 一共交了，一共是.
  private static let totalGap = 24

  private func isTotal(_ evidence: Evidence) -> Bool {
    guard let value = evidence.valueRange else { return false }
    let sentence = sentence(of: evidence)
    let clause = Clause.start(
      bytes, before: value.lowerBound, from: min(sentence.lowerBound, value.lowerBound))
    return Self.totals.occur(bytes, in: max(clause, value.lowerBound - Self.totalGap)..<value.upperBound)
  }

  private func content(
    _ evidence: Evidence, _ entry: CompiledRules.Entry, _ speaker: Speaker, _ stance: Stance
  ) -> Statement.Content? {
    switch entry.rule.effect {
    case .confirms: return stance == .denied ? .dispute : .confirmation
    case .disputes: return stance == .denied ? .confirmation : .dispute
    case .states:
      guard var value = resolved(evidence, entry.element, speaker) else { return nil }
      if entry.element.type == .text { value = TextValue.trimmed(value) }
      if entry.element.type == .period, let range = evidence.valueRange {
        value = PeriodValue.asSaid(value, words: String(decoding: bytes[range], as: UTF8.self))
      }
      return .value(stance == .denied ? Evidence.contrary(of: value) : value)
    }
  }

  /// The name of the speaker; who says 我公司 is an organisation and who says 我开的车 a person, or better nobody.
  private func name(of speaker: Speaker, saying sentence: Range<Int>) -> String? {
    guard let name = hearing.parties.names[speaker.turn.by] else { return nil }
    let isOrganisation = OrganisationName.isOrganisation(name)
    if Self.companies.occur(bytes, in: sentence), !isOrganisation, name.count <= Self.longestPerson {
      let others = (hearing.parties.labels[speaker.turn.side] ?? []).compactMap { hearing.parties.names[$0] }
        .filter(OrganisationName.isOrganisation)
      return others.count == 1 ? others.first : nil
    }
    return isOrganisation && Self.people.occur(bytes, in: sentence) ? nil : name
  }

  private static let companies = Cues(["我公司", "我司", "我行", "本公司", "我们公司"])
  private static let people = Cues(["我开的", "我开车", "我驾驶", "我骑", "我的驾照", "我的驾驶证"])
  /// Characters of a name that can only be a person's.
  private static let longestPerson = 3

  /// The value with `@说话人` and the like replaced by a name, or by 原告 and 被告 for a choice between the sides.
  private func resolved(_ evidence: Evidence, _ element: Element, _ speaker: Speaker) -> String? {
    guard let reference = evidence.value.flatMap(PartyReference.init(rawValue:)) else {
      return evidence.value
    }
    let side: Side =
      switch reference {
      case .speaker: speaker.turn.side
      case .opponent: speaker.turn.side.opponent
      case .plaintiff: .plaintiff
      case .defendant: .defendant
      case .thirdParty: .thirdParty
      }
    if element.type == .choice { return element.options.contains(side.rawValue) ? side.rawValue : nil }
    if reference == .speaker { return name(of: speaker, saying: sentence(of: evidence)) }
    // A label is no name: better no fact.
    return hearing.parties.first(of: side).flatMap { hearing.parties.names[$0] }
  }
}
