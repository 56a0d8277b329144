import TextCore

/// Turns what is said about the other side's words and documents into statements on the elements they are about.
struct GeneralReactions {
  private let hearing: Hearing
  private let claims: Set<String>
  private let kinds: [String: ValueType]
  private let topics: Topics
  private let documents: ShownDocuments
  private let call: CallForComment
  private let echoes: EchoReader
  private let figures: FigureReactions
  private var bytes: [UInt8] { hearing.source.bytes }

  /// How something is said about the other side's words.
  enum Kind: String {
    /// About its documents, its claims, its facts or its last speech as a whole.
    case exhibits, claims, facts, lastSpeech
    /// About the last thing that was said.
    case lastThing
    /// In answer to the court's question about its last speech as a whole.
    case agreed
    /// By the name of the thing, by saying the same value, or in answer to a question that names one of them.
    case topic, same, asked

    init(_ target: Reaction.Target) {
      switch target {
      case .claims, .payment: self = .claims
      case .facts: self = .facts
      case .lastSpeech: self = .lastSpeech
      case .lastThing: self = .lastThing
      }
    }

    /// The name it goes by among rules.
    var rule: String { "general-\(rawValue)" }
    /// False for what speaks of one thing.
    var isGeneral: Bool { self != .topic && self != .same && self != .asked && self != .lastThing }
  }

  init(_ hearing: Hearing, _ elements: [Element]) {
    self.hearing = hearing
    claims = elements.claims
    topics = Topics(elements)
    kinds = Dictionary(elements.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    documents = ShownDocuments(hearing, elements, claims: claims)
    call = CallForComment(hearing, topics, documents)
    echoes = EchoReader(hearing.source.bytes, elements)
    figures = FigureReactions(hearing, elements, echoes, claims: claims)
  }

  /// The reactions in a speech to what was stated before it, and to the question that it answers.
  func statements(_ speaker: Speaker, _ answer: Answer?, after said: SaidSoFar) -> [Statement] {
    guard speaker.turn.side.isParty, speaker.turn.label != nil else { return [] }
    let isExamination = speaker.part(at: speaker.turn.speech.lowerBound) == .examination
    var found =
      figures.all(speaker, answer, said).flatMap {
        statements(on: [$0.element], $0.confirms, $0.range, $0.kind, speaker)
      } + agreed(answer, speaker, said) + answered(answer, speaker, said)
    for verdict in Examination.all(bytes, speaker.turn.speech, isExamination: isExamination) {
      let about = elements(of: verdict, speaker, said)
      // Who rejects a paper does not say that it was another day.
      found += statements(
        on: verdict.confirms ? about : about.filter { kinds[$0] != .date }, verdict.confirms, verdict.range,
        .exhibits, speaker)
    }
    for verdict in TopicVerdict.all(bytes, speaker.turn.speech) {
      found += statements(
        on: elements(of: verdict, speaker, said), verdict.kind.agrees, verdict.range, .topic, speaker)
    }
    for reaction in isExamination ? [] : Reaction.all(bytes, speaker.turn.speech) {
      let about = elements(of: reaction, speaker, said)
      found += statements(on: about, reaction.confirms, reaction.range, Kind(reaction.target), speaker)
    }
    return found.filter {
      $0.content != .confirmation || !$0.quotes.contains { BorrowedView.holds(bytes, $0.range, speaker) }
    }
  }

  /// What the court puts on record as agreed, by the thing or by the value, for the side that has not said it itself.
  func recorded(_ summary: Range<Int>, for speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    let opponent = speaker.turn.side.opponent
    let named = topics.named(bytes, in: summary)
    let about =
      echoes.echoes(of: said.latest(of: opponent), asked: summary).map(\.element)
      + said.elements(of: opponent).filter(named.contains)
    let unsaid = about.filter { !said.states($0, speaker.turn.side) }
    return statements(on: unsaid, true, summary, .asked, speaker)
  }

  // MARK: What it is about

  /// The other side's claims, its facts, or those of its last speech.
  private func elements(of reaction: Reaction, _ speaker: Speaker, _ said: SaidSoFar) -> [String] {
    let theirs = said.elements(of: speaker.turn.side.opponent)
    switch reaction.target {
    case .claims: return theirs.filter(claims.contains)
    case .payment:
      guard topics.named(bytes, in: reaction.range).isEmpty else { return [] }
      return theirs.filter { claims.contains($0) && kinds[$0] == .money }
    case .facts: return theirs.filter { !claims.contains($0) }
    case .lastSpeech:
      guard call.isAsked(speaker), let turn = hearing.opposingSpeech(before: speaker) else { return [] }
      return facts(in: turn, said)
    case .lastThing:
      guard let turn = hearing.turn(before: speaker), turn.side == speaker.turn.side.opponent else {
        return []
      }
      return lastThing(in: turn, said)
    }
  }

  /// The element that the last value in a speech is given to; nothing when it is given to several.
  private func lastThing(in turn: Hearing.Turn, _ said: SaidSoFar) -> [String] {
    let stated = said.statements(inTurn: turn.number)
    let place = { (statement: Statement) in statement.quotes.last?.range.upperBound ?? 0 }
    guard let last = stated.map(place).max() else { return [] }
    let elements = Set(stated.filter { place($0) == last }.map(\.element))
    return elements.count == 1 ? Array(elements) : []
  }

  /// What the other side has said just before, when the court asks about it as a whole and the answer agrees.
  private func agreed(_ answer: Answer?, _ speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    guard let answer, let reply = answer.reply, answer.question.turn.number == speaker.turn.number - 1,
      let turn = hearing.opposingSpeech(before: speaker), call.isAsked(speaker), answer.form != .open,
      answer.agrees
    else { return [] }
    let turns = answer.question.asksOfAll(bytes) ? hearing.opposingSpeeches(before: speaker) : [turn]
    return statements(on: turns.flatMap { facts(in: $0, said) }, true, reply.range, .agreed, speaker)
  }

  /// What the court's question names, by the thing or by a value of the other side, and the answer accepts or rejects.
  private func answered(_ answer: Answer?, _ speaker: Speaker, _ said: SaidSoFar) -> [Statement] {
    guard let answer else { return [] }
    let question = answer.question
    guard answer.form != .open, let reply = answer.reply else {
      let named = topics.named(bytes, in: question.last)
      let theirs = said.elements(of: speaker.turn.side.opponent).filter(named.contains)
      return question.asksOpinion(bytes) ? judged(theirs, in: answer.opening, speaker) : []
    }
    let about = asked(question, answer.form, speaker, said)
    guard answer.agrees else {
      // Which of several things is not right remains open.
      return Set(about).count == 1 ? statements(on: about, false, reply.range, .asked, speaker) : []
    }
    let all = about + recited(question, speaker, said, isBare: about.isEmpty)
    return statements(on: all, true, reply.range, .asked, speaker)
  }

  /// What the last sentence of a question names of all that the other side states.
  private func asked(_ question: Question, _ form: Question.Form, _ speaker: Speaker, _ said: SaidSoFar)
    -> [String]
  {
    let opponent = speaker.turn.side.opponent
    let named = topics.named(bytes, in: question.last)
    let speaksOfClaims = form == .objection || question.speaksOfClaims(bytes)
    let about = echoes.echoes(of: said.latest(of: opponent), asked: question.last).map(\.element).filter {
      speaksOfClaims || named.contains($0) || !claims.contains($0)
    }
    guard question.asksAgreement else { return about }
    let topical = said.elements(of: opponent).filter {
      named.contains($0) && (speaksOfClaims || !claims.contains($0))
    }
    let proven = documents.proven(in: question.last)
    guard !proven.isEmpty, let turn = hearing.opposingSpeech(before: speaker),
      question.turn.number - turn.number == 1
    else { return about + topical + proven }
    let shown = (turn: turn.number, exhibit: Exhibit(number: nil, range: turn.speech))
    return about + topical + proven + documents.stated(of: shown, said)
  }

  /// What the other side has said yes to in the same question, and the figures of a recital that is asked about as a whole:
  /// 医疗费62318.4元……三方认可不？
  private func recited(_ question: Question, _ speaker: Speaker, _ said: SaidSoFar, isBare: Bool) -> [String]
  {
    let theirs = said.latest(of: speaker.turn.side.opponent)
    let shared = theirs.filter { $0.quotes.contains { $0.turn == question.turn.number } }.map(\.element)
    guard isBare, question.asksAgreement, question.last.count <= Self.bareQuestion,
      topics.named(bytes, in: question.last).isEmpty
    else { return shared }
    return shared + echoes.echoes(of: theirs, asked: question.turn.speech).map(\.element)
  }

  /// Bytes of a question that names nothing: 各被告有异议没有？
  private static let bareQuestion = 45

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
    said.elements(inTurn: turn.number).filter { !claims.contains($0) }
  }

  /// What it names of all that the other side states; that something is not owed speaks of claims only.
  private func elements(of verdict: TopicVerdict, _ speaker: Speaker, _ said: SaidSoFar) -> [String] {
    let named = topics.named(bytes, in: verdict.range)
    if verdict.kind == .accepts, named.isEmpty, call.isAsked(speaker),
      let turn = hearing.opposingSpeech(before: speaker)
    {
      let stated = said.elements(inTurn: turn.number)
      if pointsBack(verdict.range) { return stated }
      let types = GenericNoun.types(bytes, in: verdict.range)
      return stated.filter { kinds[$0].map(types.contains) ?? false }
    }
    return said.elements(of: speaker.turn.side.opponent).filter {
      named.contains($0) && (!verdict.kind.isOfClaims || claims.contains($0))
    }
  }

  /// What the documents were offered to prove, and what such documents are for.
  private func elements(of verdict: Examination, _ speaker: Speaker, _ said: SaidSoFar) -> [String] {
    switch verdict.target {
    case .named: return documents.proven(in: verdict.range)
    case .numbered(let numbers):
      let meant = Set(numbers)
      let named = documents.exhibits(before: speaker).filter {
        $0.exhibit.number.map(meant.contains) ?? false
      }
      return named.flatMap { documents.stated(of: $0, said) }
    case .all:
      if let before = hearing.turn(before: speaker), before.side == .bench, !call.isGeneral(before) {
        return []
      }
      let called = call.numbers(before: speaker)
      let meant = documents.meant(by: speaker).filter { shown in
        called.isEmpty || shown.exhibit.number.map(called.contains) ?? true
      }
      return meant.flatMap { documents.stated(of: $0, said) } + documents.proven(in: verdict.range)
    case .except(let exception):
      let out = Set(Exhibit.references(bytes, exception).map(\.number))
      let kept = documents.exhibits(before: speaker).filter {
        $0.exhibit.number.map { !out.contains($0) } ?? false
      }
      let about = kept.flatMap { documents.stated(of: $0, said) } + asked(before: speaker)
      let excepted = Set(
        documents.proven(in: exception) + (out.isEmpty ? Array(topics.named(bytes, in: exception)) : []))
      return out.isEmpty && excepted.isEmpty ? [] : about.filter { !excepted.contains($0) }
    }
  }

  /// What the documents are for that the court names right before a speech.
  private func asked(before speaker: Speaker) -> [String] {
    guard let before = hearing.turn(before: speaker), before.side == .bench else { return [] }
    return documents.proven(in: before.speech)
  }

  /// True for 这个没有意见 and 对，这个认可; in 搬是3月6日搬的，这个不争 the words before are what is meant.
  private func pointsBack(_ range: Range<Int>) -> Bool {
    Self.this.first(bytes, in: range).map { $0 - range.lowerBound <= Self.lead } ?? false
  }

  /// Bytes before 这个 that say nothing of their own: 行，是的，
  private static let lead = 15

  /// Point back to what the other side has just said: 这个没有意见, 这一项认可.
  private static let this = Cues(["这个", "这一项", "这项", "这点", "这一点", "这条", "这块", "这笔", "这些", "这几", "以上"])

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
        rule: kind.rule, isGeneral: kind.isGeneral, isCorrection: false, isTotal: false)
    }
  }
}
