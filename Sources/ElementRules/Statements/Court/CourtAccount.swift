import TextCore

/// What the court itself tells of the case: at the opening, as undisputed, or as what a party asks for.
///
/// It counts only where no party says anything of a figure or choice, and the court tells one value alone. A fact is then
/// both sides' who hear it and do not deny it, a claim the plaintiff's. What the court finds, reckons or proposes is no
/// position of a party.
struct CourtAccount {
  private let hearing: Hearing
  private let engine: RuleEngine
  private let maker: StatementMaker
  /// What was told of each element, in order.
  private var told: [String: [(evidence: Evidence, turn: Hearing.Turn, context: SpeechContext)]] = [:]
  private var order: [Element] = []
  private var bytes: [UInt8] { hearing.source.bytes }

  init(_ hearing: Hearing, _ engine: RuleEngine, _ maker: StatementMaker) {
    self.hearing = hearing
    self.engine = engine
    self.maker = maker
  }

  /// Types of elements that are told by a figure or one of few words.
  private static let types: Set<ValueType> = [.money, .date, .period, .rate, .percent, .choice]
  /// In the first part of the hearing, or in its first speeches, the court tells what the case is about.
  private static let opening = (share: 5, turns: 4)
  private static let findings = Cues([
    "查明", "本院认为", "合议庭认为", "法庭认为", "本院认定", "法庭认定", "判决如下", "宣判", "评议", "采纳", "法庭统一", "另案", "本院支持",
  ])
  private static let undisputed = Cues(["没有争议", "没争", "无争议", "没有异议"])
  private static let claims = Cues(["原告要求", "原告主张", "原告请求", "诉请", "诉讼请求", "本诉", "反诉"])
  /// Leave open what is so, or speak of a part of it.
  private static let open = Cues(
    ReactionWords.suppositions + ["还是", "到底", "究竟", "比如", "最后一笔", "其中", "方案", "调解"])

  /// Keeps what a speech of the court tells.
  mutating func hear(_ turn: Hearing.Turn, _ question: Question?, _ context: SpeechContext) {
    let isOpening = turn.number <= max(Self.opening.turns, hearing.turns.count / Self.opening.share)
    let mayTell =
      isOpening || Self.undisputed.occur(bytes, in: turn.speech) || Self.claims.occur(bytes, in: turn.speech)
    guard mayTell, !Self.findings.occur(bytes, in: turn.speech) else { return }
    for evidence in engine.evidence(in: turn.speech, context) {
      let entry = engine.rules.entries[evidence.rule]
      guard !entry.isReaction, Self.types.contains(entry.type),
        entry.type != .choice || !entry.element.isClaim,
        tells(evidence, question, isOpening)
      else { continue }
      if told[entry.element.id] == nil { order.append(entry.element) }
      told[entry.element.id, default: []].append((evidence, turn, context))
    }
  }

  private func tells(_ evidence: Evidence, _ question: Question?, _ isOpening: Bool) -> Bool {
    let sentence = evidence.sentence(bytes, engine.rules)
    guard !Self.open.occur(bytes, in: sentence), !isAsked(evidence.range, sentence, question) else {
      return false
    }
    let isQuestion = UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Self.mark)
    return isOpening || Self.undisputed.occur(bytes, in: sentence)
      || Self.claims.occur(bytes, in: sentence) && !isQuestion
  }

  /// True for what the court wants to know: the last clause of a question for yes or no, and all that it asks to confirm.
  private func isAsked(_ range: Range<Int>, _ sentence: Range<Int>, _ question: Question?) -> Bool {
    guard let question else { return false }
    let isQuestion = UTF8Bytes.hasSuffix(bytes, sentence.upperBound, Self.mark)
    let form = question.form(of: sentence, bytes)
    guard form == .yesNo, isQuestion || question.asksAgreement else { return false }
    let end = max(sentence.lowerBound, sentence.upperBound - Self.mark.count)
    return question.asksAgreement
      || range.upperBound > Clause.start(bytes, before: end, from: sentence.lowerBound)
  }

  private static let mark = Array("？".utf8)

  /// What was told of elements to which the statements give no value.
  func statements(beside all: [Statement]) -> [Statement] {
    let positions = all.filter(\.stance.isPosition)
    let stated = Set(positions.filter(\.isValue).map(\.element))
    let denials = Dictionary(grouping: positions.filter(\.isDenial), by: \.element)
    return order.filter { !stated.contains($0.id) }.flatMap { element in
      let sides: [Side] = element.isClaim ? [.plaintiff] : [.plaintiff, .defendant]
      let denying = Set((denials[element.id] ?? []).map(\.side))
      return statements(on: element, by: sides.filter { !denying.contains($0) })
    }
  }

  /// The one value that was told, as each side's; nothing when there are several.
  private func statements(on element: Element, by sides: [Side]) -> [Statement] {
    let told = told[element.id] ?? []
    guard Set(told.map(\.evidence.value)).count == 1, let first = told.first else { return [] }
    return sides.flatMap { side -> [Statement] in
      guard let speaker = Speaker(for: side, in: first.turn, hearing, first.context) else { return [] }
      let claiming = element.isClaim ? speaker.claiming : speaker
      return maker.statements(first.evidence, recordedFor: claiming).filter(\.isValue)
    }
  }
}
