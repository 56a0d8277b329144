import TextCore

/// Tells which admissions stand.
///
/// Nobody admits what the other side has not said yet, names of parties apart; and who names figures admits those figures
/// only: 只认33833元, 剩下的3万元认不认 admit no claim of 48632元.
struct Admissions {
  private let bytes: [UInt8]
  /// Kinds of figures by element.
  private let slots: [String: SlotKind]
  private let parties: Set<String>

  init(_ bytes: [UInt8], _ elements: [Element]) {
    self.bytes = bytes
    slots = elements.slots(of: [.money, .rate, .percent])
    parties = Set(elements.filter { $0.type == .party }.map(\.id))
  }

  /// False for an admission of what was not said, or of other figures than the other side's or the question's.
  func stands(_ statement: Statement, _ speaker: Speaker, answering question: Question?, _ said: SaidSoFar)
    -> Bool
  {
    if statement.stance == .admitted, let value = statement.stated {
      return !namesOthers(than: value, statement, speaker)
    }
    guard statement.content == .confirmation, !parties.contains(statement.element) else { return true }
    guard said.states(statement.element, speaker.turn.side.opponent) else {
      return isOfDocument(statement) && said.states(statement.element, otherThan: speaker.turn.by)
    }
    guard let kind = slots[statement.element] else { return true }
    let figures = figures(kind, statement, speaker, question)
    guard !figures.isEmpty else { return true }
    return said.latest(of: speaker.turn.side.opponent).contains { theirs in
      guard theirs.element == statement.element, let value = theirs.stated else {
        return false
      }
      return figures.contains(value)
    }
  }

  /// True for what a document proves, whoever told it: a co-defendant accepts what another has said of it.
  private func isOfDocument(_ statement: Statement) -> Bool {
    statement.rule == GeneralReactions.Kind.exhibits.rule
  }

  /// True for 认可他交了24000元 in answer to 他说垫付26000元，认可吗.
  private func namesOthers(than value: String, _ statement: Statement, _ speaker: Speaker) -> Bool {
    guard let kind = slots[statement.element], let clauses = clauses(of: statement, speaker) else {
      return false
    }
    let own = figures(kind, in: clauses, speaker)
    return !own.isEmpty && !own.contains(value)
  }

  /// The speaker's own clauses that admit.
  private func clauses(of statement: Statement, _ speaker: Speaker) -> Range<Int>? {
    let speech = speaker.turn.speech
    let quotes = statement.quotes.filter {
      $0.turn == speaker.turn.number && speech.contains($0.range.lowerBound)
    }
    guard let first = quotes.first?.range.lowerBound, let last = quotes.last?.range.upperBound else {
      return nil
    }
    let start = Clause.start(bytes, before: first, from: speech.lowerBound)
    return start..<Clause.end(bytes, after: last, to: speech.upperBound)
  }

  /// The figures of the clauses that admit, else those of the words that they point back to.
  private func figures(_ kind: SlotKind, _ statement: Statement, _ speaker: Speaker, _ question: Question?)
    -> Set<String>
  {
    let speech = speaker.turn.speech
    guard let clauses = clauses(of: statement, speaker) else { return [] }
    // Of a list each figure belongs to its own thing.
    guard !Self.joints.occur(bytes, in: clauses) else { return [] }
    let own = figures(kind, in: clauses, speaker)
    guard own.isEmpty else { return own }
    if Self.pointers.occur(bytes, in: clauses) {
      let before = Clause.start(
        bytes, before: max(speech.lowerBound, clauses.lowerBound - Self.mark), from: speech.lowerBound)
      return figures(kind, in: before..<clauses.upperBound, speaker)
    }
    guard let question, question.asksAgreement, question.last.count <= SentenceSplitter.window,
      isOpening(clauses, speech)
    else { return [] }
    return figures(kind, in: question.last, speaker)
  }

  /// True for words in the first sentence of a speech, which answer the question.
  private func isOpening(_ clauses: Range<Int>, _ speech: Range<Int>) -> Bool {
    let start = clauses.lowerBound..<clauses.lowerBound
    return SentenceSplitter.sentence(around: start, bytes, in: speech).lowerBound == speech.lowerBound
  }

  private func figures(_ kind: SlotKind, in range: Range<Int>, _ speaker: Speaker) -> Set<String> {
    Set(SlotTable(bytes, bounds: range, context: speaker.context).all(kind).map(\.value))
  }

  private static let joints = Cues(["、", "和", "都", "均", "这些"])
  private static let mark = 3
  private static let pointers = Cues(["这个数", "这数", "这个金额", "这个钱", "这么多", "这笔"])
}
