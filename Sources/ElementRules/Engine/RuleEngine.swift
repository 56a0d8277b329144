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
    private let rules: CompiledRules
    private var searches: [PatternSearch?] = CompiledRules.Purpose.allCases.map { _ in nil }

    init(_ rules: CompiledRules) { self.rules = rules }

    /// The search of a purpose, made when it is first needed; nil when no pattern has it.
    func search(_ purpose: CompiledRules.Purpose) -> PatternSearch? {
      let place = purpose.rawValue
      if searches[place] == nil { searches[place] = rules.table(purpose).map(PatternSearch.init) }
      return searches[place]
    }
  }

  /// Makes an engine for a text.
  public init(_ rules: CompiledRules, text bytes: [UInt8]) {
    self.rules = rules
    self.bytes = bytes
    scratch = Scratch(rules)
  }

  /// All evidence in `range`, one speech or line of the text, by place. Rules that need a question are left out;
  /// `answers(to:in:)` runs them.
  public func evidence(in range: Range<Int>, _ context: SpeechContext = SpeechContext()) -> [Evidence] {
    let slots = SlotTable(bytes, bounds: range, context: context)
    var found: [Evidence] = []
    if let (search, count) = find(.says, in: range) {
      found.reserveCapacity(min(count, Self.usual))
      var next = 0
      for sentence in SentenceSplitter.sentences(bytes, range) where next < count {
        let own = search.hits(from: next, to: sentence.upperBound)
        if !own.isEmpty { addEvidence(search, own, in: sentence, slots, to: &found) }
        next = own.upperBound
      }
    }
    if let (search, count) = find(.saysInTurn, in: range) {
      addEvidence(search, 0..<count, in: range, slots, to: &found)
    }
    return Self.withoutDuplicates(found)
  }

  /// As much evidence as few lines or speeches go beyond.
  private static let usual = 16

  /// Adds the owners of the patterns of a purpose that match in `range`; those known already are not looked for.
  func addOwners(of purpose: CompiledRules.Purpose, in range: Range<Int>, to known: inout Set<Int>) {
    guard let (search, count) = find(purpose, in: range) else { return }
    let slots = SlotTable(bytes, bounds: range, context: SpeechContext())
    search.addOwners(
      0..<count, PatternMatcher(bytes: bytes, bounds: range, slots: slots), to: &known)
  }

  /// True when an `unless` of a rule that asks stands in the answer, the matcher's bounds.
  func isBlocked(_ rule: Int, inAnswer matcher: PatternMatcher) -> Bool {
    guard let (search, count) = find(.answer, in: matcher.bounds) else { return false }
    return search.isBlocked(rule, 0..<count, matcher)
  }

  /// The search of a purpose with the number of its words that stand in `range`; nil when there are none.
  private func find(_ purpose: CompiledRules.Purpose, in range: Range<Int>) -> (PatternSearch, Int)? {
    guard let search = scratch.search(purpose) else { return nil }
    let count = search.find(in: bytes, range)
    return count > 0 ? (search, count) : nil
  }

  /// Adds the evidence of a unit, in which these of the words stand.
  private func addEvidence(
    _ search: PatternSearch, _ own: Range<Int>, in unit: Range<Int>, _ slots: SlotTable,
    to evidence: inout [Evidence]
  ) {
    for found in search.matches(own, PatternMatcher(bytes: bytes, bounds: unit, slots: slots)) {
      let one = self.evidence(Int(found.owner.rule), found.match, unit, found.owner.tellsOfNegation)
      evidence.append(one)
      if one.valueRange != nil { evidence += changes(of: one, found.match, slots) }
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
    let capture = entry.value == nil ? match.captures.first { entry.slots.contains(SlotKinds($0.kind)) } : nil
    let isText = entry.type == .text || entry.type == .party
    return Evidence(
      rule: rule, range: match.range, unit: unit,
      value: entry.value ?? capture?.value
        ?? (isText ? String(decoding: bytes[match.range], as: UTF8.self) : nil),
      valueRange: capture?.range, tellsOfNegation: tellsOfNegation)
  }

  /// The evidence of the values put in the place of its own or that it rose to; all are kept, which one holds is for the
  /// resolver.
  private func changes(of evidence: Evidence, _ match: PatternMatch, _ slots: SlotTable) -> [Evidence] {
    guard let range = evidence.valueRange, let own = match.captures.first(where: { $0.range == range }) else {
      return []
    }
    let (unit, start) = (evidence.unit, evidence.range.lowerBound)
    var changes: [Evidence] = []
    if let revised = Revision.last(own, bytes, in: unit, slots) {
      changes.append(change(evidence, to: revised, from: start, isRevision: true))
    }
    if let risen = Revision.rise(own, bytes, in: unit, slots) {
      changes.append(change(evidence, to: risen, from: own.range.upperBound, isRevision: false))
    }
    return changes
  }

  private func change(_ evidence: Evidence, to value: SlotMatch, from start: Int, isRevision: Bool)
    -> Evidence
  {
    Evidence(
      rule: evidence.rule, range: start..<value.range.upperBound, unit: evidence.unit, value: value.value,
      valueRange: value.range, tellsOfNegation: evidence.tellsOfNegation, isRevision: isRevision)
  }

  /// The evidence and what its value changed to.
  func revised(_ evidence: Evidence, _ match: PatternMatch, _ slots: SlotTable) -> [Evidence] {
    [evidence] + changes(of: evidence, match, slots)
  }

  /// One rule proves one thing at one place once, however many of its patterns match there; the longest is kept.
  static func withoutDuplicates(_ all: [Evidence]) -> [Evidence] {
    guard all.count > 1 else { return all }
    /// Where an evidence stands, and with which others it proves one thing.
    struct Place {
      let start, end, rule, offset, index: Int
    }
    var places = all.indices.map { index in
      let one = all[index]
      return Place(
        start: one.range.lowerBound, end: one.range.upperBound, rule: one.rule,
        offset: (one.valueRange ?? one.range).lowerBound, index: index)
    }
    places.sort {
      ($0.rule, $0.offset, $0.start, -$0.end, $0.index) < ($1.rule, $1.offset, $1.start, -$1.end, $1.index)
    }
    var kept = 1
    for place in places where (place.rule, place.offset) != (places[kept - 1].rule, places[kept - 1].offset) {
      places[kept] = place
      kept += 1
    }
    places.removeSubrange(kept...)
    places.sort { ($0.start, -$0.end, $0.rule, $0.index) < ($1.start, -$1.end, $1.rule, $1.index) }
    return places.map { all[$0.index] }
  }
}
