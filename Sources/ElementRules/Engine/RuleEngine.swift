import TextCore

/// Runs compiled rules over a text: the automaton finds anchors, the patterns are verified only there.
///
/// Linear in the text plus the hits; a hit costs at most the pattern's steps times its window.
struct RuleEngine<Slots: SlotSource> {
  let rules: CompiledRules
  let bytes: [UInt8]
  let slots: Slots

  /// All evidence in `range`, by sentence and then by place.
  func evidence(in range: Range<Int>) -> [Evidence] {
    var hits: [LiteralAutomaton.Match] = []
    rules.automaton.forEachMatch(in: bytes, range: range) { hits.append($0) }
    guard !hits.isEmpty else { return [] }
    var found: [Evidence] = []
    var next = 0
    for sentence in SentenceSplitter.sentences(bytes, range) {
      let first = next
      while next < hits.count, hits[next].end <= sentence.upperBound { next += 1 }
      guard first < next else { continue }
      found += matches(hits[first..<next], in: sentence, .sentence)
    }
    return found + matches(hits[...], in: range, .turn)
  }

  private func matches(
    _ hits: ArraySlice<LiteralAutomaton.Match>, in unit: Range<Int>, _ scope: Rule.Scope
  ) -> [Evidence] {
    var found: [Evidence] = []
    for hit in hits {
      for use in rules.uses[hit.pattern] where use.role == .says {
        guard rules.references[use.rule].rule.within == scope, let match = verify(use, hit, unit) else { continue }
        found.append(evidence(use.rule, match, unit))
      }
    }
    guard !found.isEmpty else { return [] }
    return withoutDuplicates(found.filter { !isBlocked($0, hits) })
  }

  private func verify(_ use: CompiledRules.Use, _ hit: LiteralAutomaton.Match, _ unit: Range<Int>) -> PatternMatch? {
    PatternMatcher(bytes: bytes, bounds: unit, slots: slots).match(use.pattern, anchor: hit.start..<hit.end)
  }

  /// True when one of the rule's `unless` patterns matches in the same unit.
  private func isBlocked(_ evidence: Evidence, _ hits: ArraySlice<LiteralAutomaton.Match>) -> Bool {
    guard !rules.references[evidence.rule].rule.unless.isEmpty else { return false }
    return hits.contains { hit in
      rules.uses[hit.pattern].contains { use in
        use.rule == evidence.rule && use.role == .unless && verify(use, hit, evidence.unit) != nil
      }
    }
  }

  private func evidence(_ rule: Int, _ match: PatternMatch, _ unit: Range<Int>) -> Evidence {
    let reference = rules.references[rule]
    let wanted = reference.element.type.slot
    let capture = match.captures.first { $0.kind == wanted }?.match
    return Evidence(
      rule: rule, range: match.range, unit: unit, value: reference.rule.value ?? capture?.value,
      valueRange: reference.rule.value == nil ? capture?.range : nil)
  }

  /// One rule proves one thing at one place once, however many of its patterns match there.
  private func withoutDuplicates(_ all: [Evidence]) -> [Evidence] {
    var seen: Set<[Int]> = []
    return all.sorted { ($0.range.lowerBound, -$0.range.upperBound, $0.rule) < ($1.range.lowerBound, -$1.range.upperBound, $1.rule) }
      .filter { seen.insert([$0.rule, $0.valueRange?.lowerBound ?? $0.range.lowerBound]).inserted }
  }
}
