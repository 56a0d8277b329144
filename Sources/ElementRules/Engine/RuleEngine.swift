import TextCore

/// Runs compiled rules over a text: the automaton finds words, the patterns are verified only where theirs stand.
///
/// Linear in the text plus the hits; a hit costs at most the pattern's steps times its window. For one task.
public struct RuleEngine {
  let rules: CompiledRules
  let bytes: [UInt8]
  private let scratch: Scratch

  /// What is used again for every stretch of the text.
  private final class Scratch {
    /// For each purpose, made when it is first needed.
    var marks: [UnitMarks?] = CompiledRules.Purpose.allCases.map { _ in nil }
    let memory = PatternMatcher.Memory()
  }

  /// Makes an engine for a text.
  public init(_ rules: CompiledRules, text bytes: [UInt8]) {
    self.rules = rules
    self.bytes = bytes
    scratch = Scratch()
  }

  /// All evidence in `range`, one speech or line of the text, by place. Rules that need a question are left out;
  /// `answers(to:in:)` runs them.
  public func evidence(in range: Range<Int>, _ context: SpeechContext = SpeechContext()) -> [Evidence] {
    let slots = SlotTable(bytes, bounds: range, context: context)
    var found: [Evidence] = []
    let hits = find(.says, in: range)
    var next = 0
    for sentence in hits.isEmpty ? [] : SentenceSplitter.sentences(bytes, range) {
      let first = next
      while next < hits.count, hits[next].end <= sentence.upperBound { next += 1 }
      if first < next { found += evidence(.says, hits, first..<next, in: sentence, slots) }
    }
    let inTurn = find(.saysInTurn, in: range)
    if !inTurn.isEmpty { found += evidence(.saysInTurn, inTurn, inTurn.indices, in: range, slots) }
    return Self.withoutDuplicates(found)
  }

  /// Calls `body` with the rule of every pattern of a purpose that matches in `range`.
  func forEachMatch(of purpose: CompiledRules.Purpose, in range: Range<Int>, _ body: (Int) -> Void) {
    let hits = find(purpose, in: range)
    guard !hits.isEmpty else { return }
    let slots = SlotTable(bytes, bounds: range, context: SpeechContext())
    let matcher = PatternMatcher(bytes: bytes, bounds: range, slots: slots)
    for found in matches(purpose, hits, hits.indices, matcher) { body(Int(found.place.rule)) }
  }

  /// True when an `unless` of a rule that asks stands in the answer, the matcher's bounds.
  func isBlocked(_ rule: Int, inAnswer matcher: PatternMatcher) -> Bool {
    guard let table = rules.table(.answer), !table.unless.range(Int32(rule)).isEmpty else { return false }
    let hits = find(.answer, in: matcher.bounds)
    scratch.marks[CompiledRules.Purpose.answer.rawValue]?.read(hits.indices)
    return isBlocked(rule, .answer, hits, matcher)
  }

  // MARK: One stretch

  /// A pattern and where it matched.
  private struct Found {
    let place: UnitMarks.Candidate
    let match: PatternMatch
  }

  /// Places of the words of all patterns of a purpose.
  private func find(_ purpose: CompiledRules.Purpose, in range: Range<Int>) -> [LiteralAutomaton.Match] {
    guard let table = rules.table(purpose) else { return [] }
    if scratch.marks[purpose.rawValue] == nil { scratch.marks[purpose.rawValue] = UnitMarks(table) }
    return scratch.marks[purpose.rawValue]?.find(in: bytes, range) ?? []
  }

  private func evidence(
    _ purpose: CompiledRules.Purpose, _ hits: [LiteralAutomaton.Match], _ own: Range<Int>,
    in unit: Range<Int>, _ slots: SlotTable
  ) -> [Evidence] {
    let matcher = PatternMatcher(bytes: bytes, bounds: unit, slots: slots, memory: scratch.memory)
    let found = matches(purpose, hits, own, matcher)
    guard !found.isEmpty, let table = rules.table(purpose) else { return [] }
    var proven: [Evidence] = []
    var blocked: [Int32: Bool] = [:]
    for one in found {
      let rule = one.place.rule
      let isBlocked = blocked[rule] ?? isBlocked(Int(rule), purpose, hits, matcher)
      blocked[rule] = isBlocked
      guard !isBlocked else { continue }
      let pattern = table.patterns[Int(one.place.pattern)]
      proven += revised(
        evidence(Int(rule), one.match, unit, pattern.tellsOfNegation), one.match, slots)
    }
    return proven
  }

  /// The matches of all patterns of a purpose in a unit with these of the hits, in their order, then of the rules.
  private func matches(
    _ purpose: CompiledRules.Purpose, _ hits: [LiteralAutomaton.Match], _ own: Range<Int>,
    _ matcher: PatternMatcher
  ) -> [Found] {
    scratch.marks[purpose.rawValue]?.read(own)
    let candidates = scratch.marks[purpose.rawValue]?.candidates() ?? []
    guard !candidates.isEmpty, let table = rules.table(purpose) else { return [] }
    var found: [Found] = []
    // A pattern that lacks a value in the unit, told once for all its anchors.
    var lacking: Int32 = -1
    for candidate in candidates where candidate.pattern != lacking {
      let pattern = table.patterns[Int(candidate.pattern)]
      let hit = hits[Int(candidate.hit)]
      if !matcher.slots.stand(pattern.slots, in: matcher.bounds) {
        lacking = candidate.pattern
      } else if let match = matcher.match(pattern, anchor: hit.start..<hit.end) {
        found.append(Found(place: candidate, match: match))
      }
    }
    return found.sorted { ($0.place.hit, $0.place.pattern) < ($1.place.hit, $1.place.pattern) }
  }

  /// True when an `unless` of the rule stands in the unit read last.
  private func isBlocked(
    _ rule: Int, _ purpose: CompiledRules.Purpose, _ hits: [LiteralAutomaton.Match], _ matcher: PatternMatcher
  ) -> Bool {
    guard let table = rules.table(purpose) else { return false }
    return table.unless.range(Int32(rule)).contains { index in
      let use = table.unless[index]
      let candidates = scratch.marks[purpose.rawValue]?.candidates(for: use) ?? []
      return candidates.contains {
        let hit = hits[Int($0.hit)]
        return matcher.match(table.patterns[Int(use.pattern)], anchor: hit.start..<hit.end) != nil
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
    guard !entry.isReaction else {
      return Evidence(
        rule: rule, range: match.range, unit: unit, value: nil, tellsOfNegation: tellsOfNegation)
    }
    if entry.value == Self.clauseValue {
      let start = Clause.start(bytes, before: match.range.lowerBound, from: unit.lowerBound)
      let range = start..<Clause.end(bytes, after: match.range.upperBound, to: unit.upperBound)
      let words = String(decoding: bytes[range], as: UTF8.self)
      return Evidence(rule: rule, range: range, unit: unit, value: words, tellsOfNegation: tellsOfNegation)
    }
    let wanted = entry.type.slots
    let capture = entry.value == nil ? match.captures.first { wanted.contains($0.kind) } : nil
    let isText = entry.type == .text || entry.type == .party
    return Evidence(
      rule: rule, range: match.range, unit: unit,
      value: entry.value ?? capture?.value
        ?? (isText ? String(decoding: bytes[match.range], as: UTF8.self) : nil),
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
    guard all.count > 1 else { return all }
    var seen: Set<Key> = []
    return all.sorted {
      ($0.range.lowerBound, -$0.range.upperBound, $0.rule) < (
        $1.range.lowerBound, -$1.range.upperBound, $1.rule
      )
    }
    .filter { seen.insert(Key(rule: $0.rule, offset: ($0.valueRange ?? $0.range).lowerBound)).inserted }
  }
}
