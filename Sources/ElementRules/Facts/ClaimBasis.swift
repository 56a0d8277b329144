/// A claim stands on facts: who disputes one of them disputes the claim (facts annotation, rule 6).
struct ClaimBasis {
  private let disputed: [String: Fact]

  init(_ facts: [Fact]) {
    disputed = Dictionary(
      facts.filter { $0.status == .disputed }.map { ($0.element.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The statements on a claim, with objections in place of what those admit who dispute what it rests on.
  func applied(to statements: [Statement], on claim: Element) -> [Statement] {
    guard let stated = statements.first(where: \.isValue) else { return statements }
    let made = claim.basis.compactMap { disputed[$0] }.flatMap { objections($0, against: stated.by) }
    guard !made.isEmpty else { return statements }
    let sides = Dictionary(statements.map { ($0.by, $0.side) }, uniquingKeysWith: { first, _ in first })
    let objectors = Set(made.map(\.party))
    let kept = statements.filter { !($0.content == .confirmation && objectors.contains($0.by)) }
    return kept + made.map { statement(claim, $0, sides[$0.party] ?? stated.side.opponent) }
  }

  private typealias Objection = (party: String, version: Fact.Version)

  /// Who takes another position on a fact than the claimant does.
  private func objections(_ fact: Fact, against claimant: String) -> [Objection] {
    fact.versions.filter { !$0.by.contains(claimant) }.flatMap { version in version.by.map { ($0, version) } }
  }

  private func statement(_ claim: Element, _ objection: Objection, _ side: Side) -> Statement {
    Statement(
      element: claim.id, content: .dispute, stance: .denied, by: objection.party, side: side,
      turn: objection.version.quotes.last?.turn ?? 0, quotes: objection.version.quotes, value: nil,
      rule: objection.version.rules.first ?? "", isGeneral: false, isCorrection: false,
      isTotal: false)
  }
}
