import TextCore

/// Turns what is said about the other side's words and documents into statements on the elements they are about.
struct GeneralReactions {
  private let hearing: Hearing
  private let claims: Set<String>
  /// Rates and periods, which a contract agrees and does not prove to have happened.
  private let terms: Set<String>
  private let kinds: [String: ValueType]
  private let proofs: [(element: String, words: Cues)]
  private let topics: Topics
  private let echoes: EchoReader
  /// Speeches in which a party numbers its evidence.
  private let shows: [(turn: Hearing.Turn, exhibits: [Exhibit])]
  private var bytes: [UInt8] { hearing.source.bytes }

  /// How something is said about the other side's words.
  private enum Kind: String {
    /// About its documents, its claims, its facts or its last speech as a whole.
    case exhibits, claims, facts, lastSpeech
    /// In answer to the court's question about its last speech as a whole.
    case agreed
    /// By the name of the thing, by saying the same value, or in answer to a question that names one of them.
    case topic, same, asked

    init(_ target: Reaction.Target) {
      switch target {
      case .claims: self = .claims
      case .facts: self = .facts
      case .lastSpeech: self = .lastSpeech
      }
    }

    /// False for what speaks of one thing.
    var isGeneral: Bool { self != .topic && self != .same && self != .asked }
  }

  init(_ hearing: Hearing, _ elements: [Element]) {
    self.hearing = hearing
    claims = Set(elements.filter { $0.section == "claim" }.map(\.id))
    proofs = elements.filter { !$0.proof.isEmpty }.map { ($0.id, Cues($0.proof)) }
    topics = Topics(elements)
    kinds = Dictionary(elements.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    terms = Set(elements.filter { [.rate, .percent, .period].contains($0.type) }.map(\.id))
    echoes = EchoReader(hearing.source.bytes)
    shows = hearing.turns.filter(\.side.isParty).map { ($0, Exhibit.all(hearing.source.bytes, $0.speech)) }
      .filter { $0.1[0].number != nil }
  }

  /// The reactions in a speech to what was stated before it, and to the question that it answers.
  func statements(_ speaker: Speaker, answering question: Question?, after said: SaidSoFar) -> [Statement] {
    guard speaker.turn.side.isParty, speaker.turn.label != nil else { return [] }
    let isExamination = speaker.part(at: speaker.turn.speech.lowerBound) == .examination
    var found = repeated(speaker, said) + agreed(speaker, said) + answered(question, speaker, said)
    for verdict in Examination.all(bytes, speaker.turn.speech, isExamination: isExamination) {
      found += statements(
        on: elements(of: verdict, speaker, said), verdict.confirms, verdict.range, .exhibits, speaker)
    }
    for verdict in TopicVerdict.all(bytes, speaker.turn.speech) {
      found += statements(
        on: elements(of: verdict, speaker, said), verdict.kind.agrees, verdict.range, .topic, speaker)
    }
    guard !isExamination else { return found }
    for reaction in Reaction.all(bytes, speaker.turn.speech) {
      let about = elements(of: reaction, speaker, said)
      found += statements(on: about, reaction.confirms, reaction.range, Kind(reaction.target), speaker)
    }
    return found
  }

  /// What the court puts on record as agreed, by the thing or by the value, for the side that has not said it itself.
  func recorded(_ summary: Range<Int>, for speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    let opponent = speaker.turn.side.opponent
    let named = topics.named(bytes, in: summary)
    let about =
      echoes.echoes(of: said.latest(of: opponent), asked: summary).map(\.element)
      + (said.elements[opponent] ?? []).filter(named.contains)
    let unsaid = about.filter { !said.states($0, speaker.turn.side) }
    return statements(on: unsaid, true, summary, .asked, speaker)
  }

  // MARK: What it is about

  /// The other side's claims, its facts, or those of its last speech.
  private func elements(of reaction: Reaction, _ speaker: Speaker, _ said: SaidSoFar) -> [String] {
    let theirs = said.elements[speaker.turn.side.opponent] ?? []
    switch reaction.target {
    case .claims: return theirs.filter(claims.contains)
    case .facts: return theirs.filter { !claims.contains($0) }
    case .lastSpeech:
      guard isAsked(speaker), let turn = lastSpeech(before: speaker) else { return [] }
      return facts(in: turn, said)
    }
  }

  /// What the other side has said just before, when the court asks about it as a whole and the answer agrees.
  private func agreed(_ speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    guard speaker.turn.number > 1, let turn = lastSpeech(before: speaker), isAsked(speaker),
      let question = Question(hearing.turns[speaker.turn.number - 2], bytes), question.turn.side == .bench,
      question.isFor(speaker.turn.side, bytes),
      let last = SentenceSplitter.sentences(bytes, question.range).last,
      let first = SentenceSplitter.sentences(bytes, speaker.turn.speech).first,
      let reply = Reply.read(bytes, first, to: question.range)
    else { return [] }
    let form = question.form(of: last, bytes)
    guard form != .open, reply.agrees(to: form, bytes) else { return [] }
    return statements(on: facts(in: turn, said), true, reply.range, .agreed, speaker)
  }

  /// What the court's question names, by the thing or by a value of the other side, and the answer accepts or rejects.
  private func answered(_ question: Question?, _ speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    guard let question, question.isFor(speaker.turn.side, bytes),
      let last = SentenceSplitter.sentences(bytes, question.range).last,
      let first = SentenceSplitter.sentences(bytes, speaker.turn.speech).first
    else { return [] }
    let theirs = said.elements[speaker.turn.side.opponent] ?? []
    let named = topics.named(bytes, in: last)
    let form = question.form(of: last, bytes)
    guard form != .open, let reply = Reply.read(bytes, first, to: question.range) else {
      return question.asksOpinion(bytes) ? judged(theirs.filter(named.contains), in: first, speaker) : []
    }
    var about = echoes.echoes(of: said.latest(of: speaker.turn.side.opponent), asked: last).map(\.element)
    if question.asksAgreement(bytes) {
      let documents = proven(in: last)
      about += theirs.filter(named.contains) + documents
      if !documents.isEmpty, let turn = lastSpeech(before: speaker), question.turn.number - turn.number == 1 {
        about += shown(turn.speech, in: turn.number, said)
      }
    }
    let agrees = reply.agrees(to: form, bytes)
    // Which of several things is not right remains open.
    guard agrees || Set(about).count == 1 else { return [] }
    return statements(on: about, agrees, reply.range, .asked, speaker)
  }

  /// A verdict that names nothing speaks of what the question names: 违约金怎么看？ 太高了。
  private func judged(_ named: [String], in sentence: Range<Int>, _ speaker: Speaker) -> [Statement] {
    TopicVerdict.all(bytes, sentence).prefix(1).filter {
      $0.range.count <= Self.bareVerdict && topics.named(bytes, in: $0.range).isEmpty
    }.flatMap { verdict in
      let about = named.filter { !verdict.kind.isOfClaims || claims.contains($0) }
      return statements(on: about, verdict.kind.agrees, verdict.range, .asked, speaker)
    }
  }

  /// Bytes of a verdict that names nothing itself: 我方认为过高.
  private static let bareVerdict = 30

  /// The facts stated in a speech.
  private func facts(in turn: Hearing.Turn, _ said: SaidSoFar) -> [String] {
    said.statements(inTurn: turn.number).map(\.element).filter { !claims.contains($0) }
  }

  /// What it repeats of the other side's values.
  private func repeated(_ speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    let theirs = said.latest(of: speaker.turn.side.opponent).filter { !claims.contains($0.element) }[...]
    return echoes.echoes(of: theirs, in: speaker, own: said.statements(inTurn: speaker.turn.number)).flatMap {
      statements(on: [$0.element], true, $0.range, .same, speaker)
    }
  }

  /// What it names of all that the other side states; that something is not owed speaks of claims only.
  private func elements(of verdict: TopicVerdict, _ speaker: Speaker, _ said: SaidSoFar) -> [String] {
    let named = topics.named(bytes, in: verdict.range)
    if verdict.kind == .accepts, named.isEmpty, isAsked(speaker), let turn = lastSpeech(before: speaker) {
      let stated = said.statements(inTurn: turn.number).map(\.element)
      if pointsBack(verdict.range) { return stated }
      let types = GenericNoun.types(bytes, in: verdict.range)
      return stated.filter { kinds[$0].map(types.contains) ?? false }
    }
    return (said.elements[speaker.turn.side.opponent] ?? []).filter {
      named.contains($0) && (!verdict.kind.isOfClaims || claims.contains($0))
    }
  }

  /// What the documents were offered to prove, and what such documents are for.
  private func elements(of verdict: Examination, _ speaker: Speaker, _ said: SaidSoFar) -> [String] {
    switch verdict.target {
    case .named: return proven(in: verdict.range)
    case .numbered(let numbers):
      let (turn, exhibits) = exhibits(before: speaker)
      return exhibits.filter { $0.number.map(numbers.contains) ?? false }.flatMap {
        shown($0.range, in: turn, said)
      }
    case .all:
      let before = hearing.turns[max(0, speaker.turn.number - 2)]
      guard before.side != .bench || isGeneral(before) else { return [] }
      let (turn, exhibits) = exhibits(before: speaker)
      return exhibits.flatMap { shown($0.range, in: turn, said) } + proven(in: verdict.range)
    case .except(let exception):
      let out = Set(Exhibit.references(bytes, exception).map(\.number))
      let (turn, exhibits) = exhibits(before: speaker)
      let kept = exhibits.filter { $0.number.map { !out.contains($0) } ?? false }
      let about = kept.flatMap { shown($0.range, in: turn, said) } + proven(in: asked(before: speaker))
      let excepted = Set(
        proven(in: exception) + (out.isEmpty ? Array(topics.named(bytes, in: exception)) : []))
      return out.isEmpty && excepted.isEmpty ? [] : about.filter { !excepted.contains($0) }
    }
  }

  /// The words of the court right before a speech.
  private func asked(before speaker: Speaker) -> Range<Int> {
    let before = hearing.turns[max(0, speaker.turn.number - 2)]
    return before.side == .bench ? before.speech : before.speech.lowerBound..<before.speech.lowerBound
  }

  /// What is stated of a document in `range`. Terms of a contract count only when it was offered to prove them (facts
  /// annotation, rule 5).
  private func shown(_ range: Range<Int>, in turn: Int, _ said: SaidSoFar) -> [String] {
    let purpose = Self.purposes.first(bytes, in: range) ?? range.upperBound
    let stated = said.statements(inTurn: turn).filter { statement in
      !claims.contains(statement.element)
        && statement.quotes.contains {
          range.contains($0.range.lowerBound)
            && ($0.range.lowerBound >= purpose || !terms.contains(statement.element))
        }
    }
    return stated.map(\.element) + proven(in: range)
  }

  private static let purposes = Cues(["证明", "证实", "拟证", "用来证", "用以证"])

  /// Elements that the documents named in `range` are for.
  private func proven(in range: Range<Int>) -> [String] {
    proofs.filter { $0.words.occur(bytes, in: range) }.map(\.element)
  }

  /// The exhibits of the last speech in which the other side numbers any, else of its last speech.
  private func exhibits(before speaker: Speaker) -> (turn: Int, exhibits: [Exhibit]) {
    let side = speaker.turn.side.opponent
    if let show = shows.last(where: { $0.turn.number < speaker.turn.number && $0.turn.side == side }) {
      return (show.turn.number, show.exhibits)
    }
    guard let turn = lastSpeech(before: speaker) else { return (0, []) }
    return (turn.number, [Exhibit(number: nil, range: turn.speech)])
  }

  /// True right after the other side's speech, or when the court asks what to say to it.
  private func isAsked(_ speaker: Speaker) -> Bool {
    guard speaker.turn.number > 1 else { return false }
    let before = hearing.turns[speaker.turn.number - 2]
    if before.side == speaker.turn.side.opponent { return true }
    guard before.side == .bench, let last = lastSpeech(before: speaker),
      speaker.turn.number - last.number <= 2
    else { return false }
    return isAddress(before) || Self.calls.occur(bytes, in: before.speech) && isGeneral(before)
  }

  /// True for 被告？ and 被告呢？, which put what was said to the other side.
  private func isAddress(_ call: Hearing.Turn) -> Bool {
    guard let length = Self.addressees.length(bytes, at: call.speech.lowerBound, to: call.speech.upperBound)
    else { return false }
    let rest = call.speech.lowerBound + length..<call.speech.upperBound
    return rest.count <= Self.shortAddress && UTF8Bytes.hasSuffix(bytes, rest.upperBound, Array("？".utf8))
      && !Self.defence.occur(bytes, in: rest)
  }

  /// Bytes after the one who is addressed: 一呢？
  private static let shortAddress = 12
  private static let defence = Cues(["答辩", "请求", "陈述"])
  private static let addressees = Cues(["被告", "原告", "上诉人", "被上诉人", "第三人", "对方", "你呢", "那你"])

  /// True for a call for comment on all that was said or shown, not on one thing: 被告质证, 有没有异议, but not 垫付的2万元认可吗.
  private func isGeneral(_ call: Hearing.Turn) -> Bool {
    guard let last = SentenceSplitter.sentences(bytes, call.speech).last else { return false }
    return Self.generalCalls.occur(bytes, in: last)
      || last.count <= Self.shortCall && topics.named(bytes, in: last).isEmpty && proven(in: last).isEmpty
  }

  /// True for 这个没有意见 and 对，这个认可; in 搬是3月6日搬的，这个不争 the words before are what is meant.
  private func pointsBack(_ range: Range<Int>) -> Bool {
    Self.this.first(bytes, in: range).map { $0 - range.lowerBound <= Self.lead } ?? false
  }

  /// Bytes before 这个 that say nothing of their own: 行，是的，
  private static let lead = 15

  /// Point back to what the other side has just said: 这个没有意见, 这一项认可.
  private static let this = Cues(["这个", "这一项", "这项", "这点", "这一点", "这条", "这块", "这笔", "这些", "这几", "以上"])
  private static let shortCall = 36
  private static let generalCalls = Cues(["质证", "证据", "答辩", "对原告说的", "对被告说的", "对方说的"])

  private static let calls = Cues([
    "属实", "异议", "意见", "认可", "对不对", "怎么说", "是不是", "事实", "承认", "什么说", "对吗", "说一下",
  ])

  /// The last speech of the other side before this one, if it is not long ago.
  private func lastSpeech(before speaker: Speaker) -> Hearing.Turn? {
    hearing.turns[..<(speaker.turn.number - 1)].suffix(Self.memory).last {
      $0.side == speaker.turn.side.opponent
    }
  }

  private static let memory = 12

  // MARK: Statements

  private func statements(
    on elements: [String], _ confirms: Bool, _ range: Range<Int>, _ kind: Kind, _ speaker: Speaker
  ) -> [Statement] {
    var seen: Set<String> = []
    return elements.filter { seen.insert($0).inserted }.map {
      Statement(
        element: $0, content: confirms ? .confirmation : .dispute, stance: confirms ? .admitted : .denied,
        by: speaker.turn.by, side: speaker.turn.side, turn: speaker.turn.number,
        quotes: [Statement.Quote(turn: speaker.turn.number, range: range)], value: nil,
        rule: "general-\(kind.rawValue)", isGeneral: kind.isGeneral, isCorrection: false)
    }
  }
}
