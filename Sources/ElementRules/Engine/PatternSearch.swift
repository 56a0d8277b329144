import TextCore

/// Searches the patterns of one table in stretch after stretch of a text.
final class PatternSearch {
  /// A pattern and where it matched.
  struct Found {
    let candidate: Candidate
    let rule: Int
    /// True when the pattern's words tell of a negation.
    let tellsOfNegation: Bool
    let match: PatternMatch
  }

  private let table: PatternTable
  private var marks: UnitMarks
  private var candidates: [Candidate] = []
  /// The stretch, counted from 1.
  private var unit: Int32 = 0
  /// For each rule twice the stretch for which it is known whether an `unless` of it stands there, and 1 more if so.
  private let blocked: FixedArray<Int32>

  init(_ table: PatternTable) {
    self.table = table
    marks = UnitMarks(table)
    blocked = FixedArray(table.unless.count, repeating: 0)
  }

  /// Finds the words of all patterns in `range`; the stretches that follow lie in it. Tells how many there are.
  func find(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    marks.find(in: bytes, range)
    return marks.hits.count
  }

  /// The place behind the last of the words from number `first` on that end in a stretch up to `end`.
  func hits(from first: Int, to end: Int) -> Range<Int> {
    var next = first
    while next < marks.hits.count, marks.hits[next].end <= end { next += 1 }
    return first..<next
  }

  /// The matches of all patterns in the matcher's bounds, in which these of the words stand; in their order, then in that
  /// of the rules.
  func matches(_ own: Range<Int>, _ matcher: PatternMatcher) -> [Found] {
    read(own)
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    candidates.removeAll(keepingCapacity: true)
    marks.addCandidates(&kinds, &candidates)
    var found: [Found] = []
    for candidate in candidates {
      guard let match = match(candidate, matcher) else { continue }
      let owner = table.owners[Int(candidate.pattern)]
      found.append(
        Found(
          candidate: candidate, rule: Int(owner.rule), tellsOfNegation: owner.tellsOfNegation, match: match))
    }
    if found.count > 1 {
      found.sort {
        ($0.candidate.hit, $0.candidate.pattern) < ($1.candidate.hit, $1.candidate.pattern)
      }
    }
    return found
  }

  private func read(_ own: Range<Int>) {
    marks.read(own)
    unit += 1
  }

  /// True when an `unless` of the rule stands in the matcher's bounds, in which these of the words stand.
  func isBlocked(_ rule: Int, _ own: Range<Int>, _ matcher: PatternMatcher) -> Bool {
    guard !table.unless.range(rule).isEmpty else { return false }
    read(own)
    return isBlocked(rule, matcher)
  }

  /// The same in the stretch of the last matches.
  func isBlocked(_ rule: Int, _ matcher: PatternMatcher) -> Bool {
    let unless = table.unless.range(rule)
    guard !unless.isEmpty else { return false }
    if blocked[rule] >> 1 == unit { return blocked[rule] & 1 != 0 }
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    let isBlocked = unless.contains { index in
      candidates.removeAll(keepingCapacity: true)
      marks.addPlaces(table.unless[index], &kinds, &candidates)
      return candidates.contains { match($0, matcher) != nil }
    }
    blocked[rule] = unit << 1 | (isBlocked ? 1 : 0)
    return isBlocked
  }

  private func match(_ candidate: Candidate, _ matcher: PatternMatcher) -> PatternMatch? {
    let hit = marks.hits[Int(candidate.hit)]
    return matcher.match(table.code, at: Int(candidate.code), anchor: hit.start..<hit.end)
  }
}
