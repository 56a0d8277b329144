import TextCore

/// Runs compiled rules over a text: the automaton finds words, the patterns are verified only where theirs stand.
///
/// Linear in the text plus the hits; a hit costs at most the pattern's steps times its window. For one task.
public struct RuleEngine {
  let rules: CompiledRules
  let bytes: [UInt8]
  private let scratch = Scratch()

  /// What is used again for every stretch of the text.
  private final class Scratch {
    var marks = UnitMarks()
  }

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
      if first < next { found += evidence(.says, hits, first..<next, in: sentence, slots) }
    }
    if rules.table.has(.saysInTurn) {
      found += evidence(.saysInTurn, hits, hits.indices, in: range, slots)
    }
    return Self.withoutDuplicates(found)
  }

  /// Places of the words of all patterns.
  func hits(in range: Range<Int>) -> [LiteralAutomaton.Match] {
    var hits: [LiteralAutomaton.Match] = []
    rules.table.automaton.forEachMatch(in: bytes, range: range) { hits.append($0) }
    return hits
  }

  /// Looks at the words of one unit; `matches` and `isBlocked` then ask about it.
  func read(_ hits: ArraySlice<LiteralAutomaton.Match>) {
    scratch.marks.read(hits, rules.table)
  }

  private func evidence(
    _ purpose: PatternTable.Purpose, _ hits: [LiteralAutomaton.Match], _ own: Range<Int>, in unit: Range<Int>,
    _ slots: SlotTable
  ) -> [Evidence] {
    let matcher = PatternMatcher(bytes: bytes, bounds: unit, slots: slots)
    read(hits[own])
    let found = matches(purpose, hits, matcher)
    guard !found.isEmpty else { return [] }
    let blocked = Set(found.map(\.use.rule)).filter { isBlocked(Int($0), hits, matcher) }
    return found.lazy.filter { !blocked.contains($0.use.rule) }.flatMap {
      let pattern = rules.table.patterns[Int($0.use.pattern)]
      return revised(evidence(Int($0.use.rule), $0.match, unit, pattern.tellsOfNegation), $0.match, slots)
    }
  }

  /// A pattern and where it matched.
  struct Found {
    let use: PatternTable.Use
    let hit: Int
    let match: PatternMatch
  }

  /// The matches of all patterns of a purpose in the unit read last, in the order of the hits, then of the rules.
  func matches(
    _ purpose: PatternTable.Purpose, _ hits: [LiteralAutomaton.Match], _ matcher: PatternMatcher
  ) -> [Found] {
    var found: [Found] = []
    for candidate in scratch.marks.candidates(purpose, rules.table) {
      let pattern = rules.table.patterns[Int(candidate.use.pattern)]
      let hit = hits[candidate.hit]
      guard let match = matcher.match(pattern, anchor: hit.start..<hit.end) else { continue }
      found.append(Found(use: candidate.use, hit: candidate.hit, match: match))
    }
    return found.sorted { ($0.hit, $0.use.pattern) < ($1.hit, $1.use.pattern) }
  }

  /// True when an `unless` of the rule stands in the unit read last.
  func isBlocked(_ rule: Int, _ hits: [LiteralAutomaton.Match], _ matcher: PatternMatcher) -> Bool {
    rules.table.unless.range(Int32(rule)).contains { index in
      let use = rules.table.unless[index]
      return scratch.marks.places(of: use).contains {
        matcher.match(rules.table.patterns[Int(use.pattern)], anchor: hits[$0.hit].start..<hits[$0.hit].end)
          != nil
      }
    }
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

  /// The evidence, and that of the value put in the place of its own: both are kept, which one holds is for the resolver.
  func revised(_ evidence: Evidence, _ match: PatternMatch, _ slots: SlotTable) -> [Evidence] {
    guard let range = evidence.valueRange, let own = match.captures.first(where: { $0.range == range }),
      let last = Revision.last(own, bytes, in: evidence.unit, slots)
    else { return [evidence] }
    let revision = Evidence(
      rule: evidence.rule, range: evidence.range.lowerBound..<last.range.upperBound, unit: evidence.unit,
      value: last.value, valueRange: last.range, tellsOfNegation: evidence.tellsOfNegation, isRevision: true)
    return [evidence, revision]
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
