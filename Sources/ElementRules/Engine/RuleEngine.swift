import TextCore

/// Runs compiled rules over a text: the automaton finds anchors, the patterns are verified only there.
///
/// Linear in the text plus the hits; a hit costs at most the pattern's steps times its window.
public struct RuleEngine {
  let rules: CompiledRules
  let bytes: [UInt8]

  /// Makes an engine for a text.
  public init(_ rules: CompiledRules, text bytes: [UInt8]) {
    self.rules = rules
    self.bytes = bytes
  }

  /// All evidence in `range`, one speech or line of the text, by place. Rules that need a question are left out;
  /// `answers(to:in:)` runs them.
  public func evidence(in range: Range<Int>, _ context: SpeechContext = SpeechContext()) -> [Evidence] {
    let hits = hits(in: range)
    guard !hits.isEmpty else { return [] }
    let slots = SlotTable(bytes, bounds: range, context: context)
    var found: [Evidence] = []
    var next = 0
    for sentence in SentenceSplitter.sentences(bytes, range) {
      let first = next
      while next < hits.count, hits[next].end <= sentence.upperBound { next += 1 }
      if first < next { found += evidence(hits[first..<next], in: sentence, .sentence, slots) }
    }
    return Self.withoutDuplicates(found + evidence(hits[...], in: range, .turn, slots))
  }

  func hits(in range: Range<Int>) -> [LiteralAutomaton.Match] {
    var hits: [LiteralAutomaton.Match] = []
    rules.automaton.forEachMatch(in: bytes, range: range) { hits.append($0) }
    return hits
  }

  private func evidence(
    _ hits: ArraySlice<LiteralAutomaton.Match>, in unit: Range<Int>, _ scope: Rule.Scope, _ slots: SlotTable
  ) -> [Evidence] {
    let matcher = PatternMatcher(bytes: bytes, bounds: unit, slots: slots)
    var found: [Evidence] = []
    for hit in hits {
      for use in rules.uses[hit.pattern] where use.purpose == .says {
        guard rules.entries[use.rule].rule.within == scope,
          let match = matcher.match(use.pattern, anchor: hit.start..<hit.end)
        else { continue }
        found.append(evidence(use.rule, match, unit, use.pattern.tellsOfNegation))
      }
    }
    guard !found.isEmpty else { return [] }
    let blocked = blocked(Set(found.map(\.rule)), hits, matcher)
    return found.filter { !blocked.contains($0.rule) }
  }

  /// The rules among `candidates` that have an `unless` in the unit.
  func blocked(
    _ candidates: Set<Int>, _ hits: ArraySlice<LiteralAutomaton.Match>, _ matcher: PatternMatcher
  ) -> Set<Int> {
    var blocked: Set<Int> = []
    for hit in hits {
      for use in rules.uses[hit.pattern] where use.purpose == .unless {
        guard candidates.contains(use.rule), !blocked.contains(use.rule) else { continue }
        if matcher.match(use.pattern, anchor: hit.start..<hit.end) != nil { blocked.insert(use.rule) }
      }
    }
    return blocked
  }

  /// Stated as a value, the clause in which the words stand.
  static let clauseValue = "@分句"

  /// The value the rule states, else that of the slot of the element's type, else for a text the words themselves.
  func evidence(
    _ rule: Int, _ match: PatternMatch, _ unit: Range<Int>, _ tellsOfNegation: Bool
  ) -> Evidence {
    let entry = rules.entries[rule]
    guard !entry.rule.isReaction else {
      return Evidence(
        rule: rule, range: match.range, unit: unit, value: nil, tellsOfNegation: tellsOfNegation)
    }
    if entry.rule.value == Self.clauseValue {
      let start = Clause.start(bytes, before: match.range.lowerBound, from: unit.lowerBound)
      let range = start..<Clause.end(bytes, after: match.range.upperBound, to: unit.upperBound)
      let words = String(decoding: bytes[range], as: UTF8.self)
      return Evidence(rule: rule, range: range, unit: unit, value: words, tellsOfNegation: tellsOfNegation)
    }
    let wanted = entry.element.type.slots
    let capture = entry.rule.value == nil ? match.captures.first { wanted.contains($0.kind) } : nil
    let words =
      entry.element.type == .text || entry.element.type == .party
      ? String(decoding: bytes[match.range], as: UTF8.self) : nil
    return Evidence(
      rule: rule, range: match.range, unit: unit, value: entry.rule.value ?? capture?.value ?? words,
      valueRange: capture?.range, tellsOfNegation: tellsOfNegation)
  }

  /// One rule proves one thing at one place once, however many of its patterns match there; the longest is kept.
  static func withoutDuplicates(_ all: [Evidence]) -> [Evidence] {
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
