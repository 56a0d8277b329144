import TextCore

/// Which rules hold for a hearing as a whole, by their `given` and `lacking`.
///
/// The patterns of both stand in one table, that of `given` under twice the number of its rule, that of `lacking` under
/// one more, and are looked for until the rule's answer is known.
struct HearingConditions: Sendable {
  /// Rules, by index, that do not apply.
  private(set) var excluded: Set<Int> = []

  /// The owner of what must stand in the hearing for a rule to apply.
  static func given(_ rule: Int) -> Int { 2 * rule }
  /// The owner of what must not.
  static func lacking(_ rule: Int) -> Int { 2 * rule + 1 }

  /// Looks through all speeches. Linear in them.
  init(_ engine: RuleEngine, speeches: [Range<Int>]) {
    let entries = engine.rules.entries
    var standing: Set<Int> = []
    for speech in speeches { engine.addOwners(of: .conditions, in: speech, to: &standing) }
    excluded = Set(
      entries.indices.filter { rule in
        entries[rule].isConditional && !standing.contains(Self.given(rule))
          || standing.contains(Self.lacking(rule))
      })
  }
}
