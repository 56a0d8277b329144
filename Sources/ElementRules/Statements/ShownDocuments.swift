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
  /// Speeches in which a party numbers its evidence, in order.
  private let shows: [Show]
  private var heard = 0
  private var latest: [Side: Show] = [:]
  private var elementsOfShown: [Range<Int>: [String]] = [:]
  private var elementsOfNamed: [Range<Int>: [String]] = [:]
  private var bytes: [UInt8] { hearing.source.bytes }

  private typealias Show = (turn: Hearing.Turn, exhibits: [Exhibit])

  init(_ hearing: Hearing, _ elements: [Element], claims: Set<String>) {
    self.hearing = hearing
    self.claims = claims
    terms = Set(elements.filter { [.rate, .percent, .period].contains($0.type) }.map(\.id))
    proofs = elements.filter { !$0.proof.isEmpty }.map { ($0.id, Cues($0.proof)) }
    shows = hearing.turns.filter(\.side.isParty).map { ($0, Exhibit.all(hearing.source.bytes, $0.speech)) }
      .filter { $0.1[0].number != nil }
  }

  /// The exhibits of the last speech in which the other side numbers any, else of its last speech; speakers come in
  /// the order of the hearing.
  func exhibits(before speaker: Speaker) -> (turn: Int, exhibits: [Exhibit]) {
    while heard < shows.count, shows[heard].turn.number < speaker.turn.number {
      latest[shows[heard].turn.side] = shows[heard]
      heard += 1
    }
    if let show = latest[speaker.turn.side.opponent] { return (show.turn.number, show.exhibits) }
    guard let turn = hearing.opposingSpeech(before: speaker) else { return (0, []) }
    return (turn.number, [Exhibit(number: nil, range: turn.speech)])
  }

  /// What is stated of a document in `range` of an earlier speech. Terms of a contract count only when it was offered to
  /// prove them (facts annotation, rule 5).
  func shown(_ range: Range<Int>, in turn: Int, _ said: SaidSoFar) -> [String] {
    if let known = elementsOfShown[range] { return known }
    let purpose = Self.purposes.first(bytes, in: range) ?? range.upperBound
    let stated = said.statements(inTurn: turn).filter { statement in
      !claims.contains(statement.element)
        && statement.quotes.contains {
          range.contains($0.range.lowerBound)
            && ($0.range.lowerBound >= purpose || !terms.contains(statement.element))
        }
    }
    var seen: Set<String> = []
    let elements = (stated.map(\.element) + proven(in: range)).filter { seen.insert($0).inserted }
    elementsOfShown[range] = elements
    return elements
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
