import TextCore

/// Which rules hold for a hearing as a whole, by their `given` and `lacking`.
struct HearingConditions: Sendable {
  /// Rules, by index, that do not apply.
  private(set) var excluded: Set<Int> = []

  /// Looks through all speeches. Linear in them.
  init(_ engine: RuleEngine, speeches: [Range<Int>]) {
    let conditional = engine.rules.entries.indices.filter { !engine.rules.entries[$0].rule.given.isEmpty }
    excluded = Set(conditional)
    guard engine.rules.entries.contains(where: { !$0.rule.given.isEmpty || !$0.rule.lacking.isEmpty }) else {
      return
    }
    var (given, lacking): (Set<Int>, Set<Int>) = ([], [])
    for speech in speeches {
      engine.forEachMatch(of: .given, in: speech) { given.insert($0) }
      engine.forEachMatch(of: .lacking, in: speech) { lacking.insert($0) }
    }
    excluded = excluded.subtracting(given).union(lacking)
  }
}
