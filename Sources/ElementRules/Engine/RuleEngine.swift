import TextCore

/// Runs compiled rules over a text: the automaton finds anchors, the patterns are verified only there.
///
/// Linear in the text plus the hits; a hit costs at most the pattern's steps times its window.
public struct RuleEngine {
  private let rules: CompiledRules
  private let bytes: [UInt8]
  private let people: [String]

  /// Makes an engine for a text; `people` are the names that `{人}` reads.
  public init(_ rules: CompiledRules, text bytes: [UInt8], people: [String] = []) {
    self.rules = rules
    self.bytes = bytes
    self.people = people
  }

  /// All evidence in `range`, one speech or line of the text, by place.
  public func evidence(in range: Range<Int>) -> [Evidence] {
    var hits: [LiteralAutomaton.Match] = []
    rules.automaton.forEachMatch(in: bytes, range: range) { hits.append($0) }
    guard !hits.isEmpty else { return [] }
    var found: [Evidence] = []
    var next = 0
    for sentence in SentenceSplitter.sentences(bytes, range) {
      let first = next
      while next < hits.count, hits[next].end <= sentence.upperBound { next += 1 }
      if first < next { found += evidence(hits[first..<next], in: sentence, .sentence) }
    }
    return withoutDuplicates(found + evidence(hits[...], in: range, .turn))
  }

  private func evidence(
    _ hits: ArraySlice<LiteralAutomaton.Match>, in unit: Range<Int>, _ scope: Rule.Scope
  ) -> [Evidence] {
    let matcher = PatternMatcher(
      bytes: bytes, bounds: unit, slots: SlotTable(bytes, bounds: unit, people: people))
    var found: [Evidence] = []
    forEachUse(hits, scope) { use, hit in
      guard !use.blocks, let match = matcher.match(use.pattern, anchor: hit) else { return }
      found.append(evidence(use.rule, match, unit))
    }
    guard !found.isEmpty else { return [] }
    let candidates = Set(found.map(\.rule))
    var blocked: Set<Int> = []
    forEachUse(hits, scope) { use, hit in
      guard use.blocks, candidates.contains(use.rule), !blocked.contains(use.rule) else { return }
      if matcher.match(use.pattern, anchor: hit) != nil { blocked.insert(use.rule) }
    }
    return found.filter { !blocked.contains($0.rule) }
  }

  private func forEachUse(
    _ hits: ArraySlice<LiteralAutomaton.Match>, _ scope: Rule.Scope,
    _ body: (CompiledRules.Use, Range<Int>) -> Void
  ) {
    for hit in hits {
      for use in rules.uses[hit.pattern] where rules.entries[use.rule].rule.within == scope {
        body(use, hit.start..<hit.end)
      }
    }
  }

  /// The value the rule states, else that of the slot of the element's type, else for a text the words themselves.
  private func evidence(_ rule: Int, _ match: PatternMatch, _ unit: Range<Int>) -> Evidence {
    let entry = rules.entries[rule]
    let wanted = entry.element.type.slot
    let capture = entry.rule.value == nil ? match.captures.first { $0.kind == wanted } : nil
    let words = entry.element.type == .text ? String(decoding: bytes[match.range], as: UTF8.self) : nil
    return Evidence(
      rule: rule, range: match.range, unit: unit, value: entry.rule.value ?? capture?.value ?? words,
      valueRange: capture?.range)
  }

  /// One rule proves one thing at one place once, however many of its patterns match there; the longest is kept.
  private func withoutDuplicates(_ all: [Evidence]) -> [Evidence] {
    struct Key: Hashable { let rule, offset: Int }
    var seen: Set<Key> = []
    return all.sorted {
      ($0.range.lowerBound, -$0.range.upperBound, $0.rule) < (
        $1.range.lowerBound, -$1.range.upperBound, $1.rule
      )
    }
    .filter { seen.insert(Key(rule: $0.rule, offset: ($0.valueRange ?? $0.range).lowerBound)).inserted }
  }
}
