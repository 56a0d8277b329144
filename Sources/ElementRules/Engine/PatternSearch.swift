import TextCore

/// Searches the patterns of one table in stretch after stretch of a text.
final class PatternSearch {
  /// A pattern and where it matched.
  struct Found {
    let rule: Int32
    /// True when the pattern's words tell of a negation.
    let tellsOfNegation: Bool
    let match: PatternMatch
  }

  private let table: PatternTable
  private var marks: UnitMarks

  init(_ table: PatternTable) {
    self.table = table
    marks = UnitMarks(table)
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
    marks.read(own)
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    var found: [(candidate: Candidate, match: PatternMatch)] = []
    for candidate in marks.candidates(&kinds) {
      if let match = match(candidate, matcher) { found.append((candidate, match)) }
    }
    return found.sorted {
      ($0.candidate.hit, $0.candidate.pattern) < ($1.candidate.hit, $1.candidate.pattern)
    }.map { candidate, match in
      let owner = table.owners[Int(candidate.pattern)]
      return Found(rule: owner.rule, tellsOfNegation: owner.tellsOfNegation, match: match)
    }
  }

  /// True when an `unless` of the rule stands in the matcher's bounds, in which these of the words stand.
  func isBlocked(_ rule: Int, _ own: Range<Int>, _ matcher: PatternMatcher) -> Bool {
    guard !table.unless.range(rule).isEmpty else { return false }
    marks.read(own)
    return isBlocked(rule, matcher)
  }

  /// The same in the stretch of the last matches.
  func isBlocked(_ rule: Int, _ matcher: PatternMatcher) -> Bool {
    let unless = table.unless.range(rule)
    guard !unless.isEmpty else { return false }
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    return unless.contains { index in
      var candidates: [Candidate] = []
      marks.add(table.unless[index], &kinds, &candidates)
      return candidates.contains { match($0, matcher) != nil }
    }
  }

  private func match(_ candidate: Candidate, _ matcher: PatternMatcher) -> PatternMatch? {
    let hit = marks.hits[Int(candidate.hit)]
    return matcher.match(table.code, at: Int(candidate.code), anchor: hit.start..<hit.end)
  }
}
