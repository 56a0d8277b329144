import TextCore

/// The documents that the parties have shown, and what they are for.
///
/// Every stretch of words is looked through once, however often somebody speaks of it.
final class ShownDocuments {
  private let hearing: Hearing
  private let claims: Set<String>
  /// Rates and periods, which a contract agrees and does not prove to have happened.
  private let terms: Set<String>
  private let proofs: [(element: String, words: Cues)]
  /// Amounts, of which a paper that names some proves those and no others.
  private let amounts: Set<String>
  /// Speeches in which a party numbers its evidence, in order.
  private let shows: [Show]
  private var heard = 0
  private var latest: [Side: Show] = [:]
  private var byTurn: [Int: Show] = [:]
  private var elementsOfShown: [Range<Int>: [String]] = [:]
  private var elementsOfNamed: [Range<Int>: [String]] = [:]
  private var bytes: [UInt8] { hearing.source.bytes }

  private typealias Show = (turn: Hearing.Turn, exhibits: [Exhibit])

  init(_ hearing: Hearing, _ elements: [Element], claims: Set<String>) {
    self.hearing = hearing
    self.claims = claims
    terms = Set(elements.filter { [.rate, .percent, .period].contains($0.type) }.map(\.id))
    amounts = Set(elements.filter { $0.type == .money }.map(\.id))
    proofs = elements.filter { !$0.proof.isEmpty }.map { ($0.id, Cues($0.proof)) }
    shows = hearing.turns.filter(\.side.isParty).map { ($0, Exhibit.all(hearing.source.bytes, $0.speech)) }
      .filter { $0.1[0].number != nil }
  }

  /// The exhibits that the other side has numbered since the party spoke last, else in its last speech that numbers any,
  /// else all that it has said since; speakers come in the order of the hearing.
  func exhibits(before speaker: Speaker) -> [Shown] {
    while heard < shows.count, shows[heard].turn.number < speaker.turn.number {
      latest[shows[heard].turn.side] = shows[heard]
      byTurn[shows[heard].turn.number] = shows[heard]
      heard += 1
    }
    let speeches = hearing.opposingSpeeches(sinceLastOf: speaker)
    let shown = speeches.compactMap { byTurn[$0.number] }
    if shown.count > 1 { return shown.flatMap(Self.all) }
    if let show = latest[speaker.turn.side.opponent] { return Self.all(show) }
    let all = isCalled(speaker) ? speeches : [hearing.opposingSpeech(before: speaker)].compactMap { $0 }
    return all.map { (turn: $0.number, exhibit: Exhibit(number: nil, range: $0.speech)) }
  }

  /// What a verdict without a number speaks of: right after words of the other side that show nothing, those words.
  func meant(by speaker: Speaker) -> [Shown] {
    let exhibits = exhibits(before: speaker)
    guard let before = hearing.turn(before: speaker), before.side == speaker.turn.side.opponent,
      byTurn[before.number] == nil
    else { return exhibits }
    return [(turn: before.number, exhibit: Exhibit(number: nil, range: before.speech))]
  }

  /// An exhibit and the speech that shows it.
  typealias Shown = (turn: Int, exhibit: Exhibit)

  /// True when the court calls for an examination of the evidence: 被告质证.
  private func isCalled(_ speaker: Speaker) -> Bool {
    hearing.turn(before: speaker).map { $0.side == .bench && Self.calls.occur(bytes, in: $0.speech) } ?? false
  }

  private static let calls = Cues(["质证"])

  private static func all(_ show: Show) -> [Shown] { show.exhibits.map { (show.turn.number, $0) } }

  /// What is stated of an exhibit. Terms of a contract count only when it is one of several, told apart by number, or when
  /// it was offered to prove them (facts annotation, rule 5).
  func stated(of shown: Shown, _ said: SaidSoFar) -> [String] {
    let range = shown.exhibit.range
    if let known = elementsOfShown[range] { return known }
    let purpose = shown.exhibit.number == nil ? Self.purposes.first(bytes, in: range) ?? range.upperBound : 0
    let stated = said.statements(inTurn: shown.turn).filter { statement in
      !claims.contains(statement.element)
        && statement.quotes.contains {
          range.contains($0.range.lowerBound)
            && ($0.range.lowerBound >= purpose || !terms.contains(statement.element))
        }
    }
    var seen: Set<String> = []
    let shows = proven(in: range).filter { !amounts.contains($0) || bearsOut($0, range, said) }
    let elements = (stated.map(\.element) + shows).filter { seen.insert($0).inserted }
    elementsOfShown[range] = elements
    return elements
  }

  /// False for a paper that is said to show other amounts than anybody has told of the element: 五笔转账，每笔12000元.
  private func bearsOut(_ element: String, _ range: Range<Int>, _ said: SaidSoFar) -> Bool {
    let shown = Set(SlotTable(bytes, bounds: range, context: SpeechContext()).all(.money).map(\.value))
    let told = Side.allCases.flatMap { said.latest(of: $0) }.filter { $0.element == element }
    return shown.isEmpty || told.contains { $0.stated.map(shown.contains) ?? false }
  }

  /// Elements that the documents named in `range` are for.
  func proven(in range: Range<Int>) -> [String] {
    if let known = elementsOfNamed[range] { return known }
    let elements = proofs.filter { $0.words.occur(bytes, in: range) }.map(\.element)
    elementsOfNamed[range] = elements
    return elements
  }

  private static let purposes = Cues(["证明", "证实", "拟证", "用来证", "用以证"])
}
