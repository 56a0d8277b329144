/// A claim stands on facts: who disputes one of them disputes the claim (facts annotation, rule 6).
enum ClaimBasis {
  /// The facts with claims disputed whose basis is.
  static func apply(_ facts: [Fact]) -> [Fact] {
    let byElement = Dictionary(facts.map { ($0.element.id, $0) }, uniquingKeysWith: { first, _ in first })
    return facts.map { claim in
      guard claim.status == .oneSided, let own = claim.versions.first else { return claim }
      let basis = claim.element.basis.compactMap { byElement[$0] }.filter { $0.status == .disputed }
      guard let objection = basis.lazy.compactMap({ objection($0, to: own) }).first else { return claim }
      return Fact(
        element: claim.element, status: .disputed, versions: claim.versions + [objection],
        corrected: claim.corrected)
    }
  }

  /// What those say who do not make the claim.
  private static func objection(_ fact: Fact, to claim: Fact.Version) -> Fact.Version? {
    fact.versions.first { Set($0.by).isDisjoint(with: claim.by) }.map {
      Fact.Version(value: nil, by: $0.by, quotes: $0.quotes, rules: $0.rules)
    }
  }
}
