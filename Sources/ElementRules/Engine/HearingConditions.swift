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

extension RuleEngine {
  /// Calls `body` with the rule of every pattern of a purpose that matches in `range`.
  func forEachMatch(of purpose: PatternTable.Purpose, in range: Range<Int>, _ body: (Int) -> Void) {
    guard rules.table.has(purpose) else { return }
    let hits = hits(in: range)
    read(hits[...])
    let slots = SlotTable(bytes, bounds: range, context: SpeechContext())
    for found in matches(purpose, hits, PatternMatcher(bytes: bytes, bounds: range, slots: slots)) {
      body(Int(found.use.rule))
    }
  }
}
