import TextCore

/// Searches the patterns of one table in stretch after stretch of a text.
final class PatternSearch {
  /// A rule and where one of its patterns matched.
  struct Found {
    let owner: PatternTable.Owner
    let match: PatternMatch
    /// Index of the hit of its anchor.
    let hit: Int32
  }

  private let table: PatternTable
  private var marks: UnitMarks
  /// The run of one match, used again for the next.
  private var run = MatchRun()
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

  /// The matches of all patterns in the matcher's bounds, in which these of the words stand, but for those of rules that an
  /// `unless` blocks; in their order, then in that of the rules.
  func matches(_ own: Range<Int>, _ matcher: PatternMatcher) -> [Found] {
    Self.matches(own, matcher, blocked, &marks, &run)
  }

  /// The same; what changes is passed in, so that it is checked once that nobody else is changing it.
  private static func matches(
    _ own: Range<Int>, _ matcher: PatternMatcher, _ blocked: borrowing FixedArray<Int32>,
    _ marks: inout UnitMarks, _ run: inout MatchRun
  ) -> [Found] {
    marks.read(own)
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    marks.findCandidates(&kinds)
    var found: [Found] = []
    found.reserveCapacity(marks.candidates.count)
    for index in 0..<marks.candidates.count {
      let candidate = marks.candidates[index]
      guard let match = marks.match(candidate, matcher, &run) else { continue }
      for owner in marks.table.owners.view[Int(candidate.pattern)] {
        found.append(Found(owner: owner, match: match, hit: candidate.hit))
      }
    }
    found.removeAll { isBlocked(Int($0.owner.rule), matcher, blocked, &kinds, &marks, &run) }
    if found.count > 1 { found.sort { ($0.hit, $0.owner.place) < ($1.hit, $1.owner.place) } }
    return found
  }

  /// Adds the owners of the patterns that match in the matcher's bounds, in which these of the words stand.
  func addOwners(_ own: Range<Int>, _ matcher: PatternMatcher, to known: inout Set<Int>) {
    Self.addOwners(own, matcher, &marks, &run, to: &known)
  }

  private static func addOwners(
    _ own: Range<Int>, _ matcher: PatternMatcher, _ marks: inout UnitMarks, _ run: inout MatchRun,
    to known: inout Set<Int>
  ) {
    marks.read(own)
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    marks.findCandidates(&kinds)
    for index in 0..<marks.candidates.count {
      let candidate = marks.candidates[index]
      let owners = marks.table.owners.view[Int(candidate.pattern)]
      guard !(owners.allSatisfy { known.contains(Int($0.rule)) }),
        marks.match(candidate, matcher, &run) != nil
      else { continue }
      known.formUnion(owners.lazy.map { Int($0.rule) })
    }
  }

  /// True when an `unless` of the rule stands in the matcher's bounds, in which these of the words stand.
  func isBlocked(_ rule: Int, _ own: Range<Int>, _ matcher: PatternMatcher) -> Bool {
    guard !table.unless.view.range(rule).isEmpty else { return false }
    marks.read(own)
    var kinds = UnitKinds(matcher.slots, unit: matcher.bounds)
    return Self.isBlocked(rule, matcher, blocked, &kinds, &marks, &run)
  }

  /// The same in the stretch read last.
  private static func isBlocked(
    _ rule: Int, _ matcher: PatternMatcher, _ blocked: borrowing FixedArray<Int32>,
    _ kinds: inout UnitKinds, _ marks: inout UnitMarks, _ run: inout MatchRun
  ) -> Bool {
    let unless = marks.table.unless.view[rule]
    guard !unless.isEmpty else { return false }
    if blocked[rule] >> 1 == marks.unit { return blocked[rule] & 1 != 0 }
    let isBlocked = stands(unless, matcher, &kinds, &marks, &run)
    blocked[rule] = marks.unit << 1 | (isBlocked ? 1 : 0)
    return isBlocked
  }

  /// True when one of the patterns that block a rule matches.
  private static func stands(
    _ unless: UnsafeBufferPointer<PatternTable.Use>, _ matcher: PatternMatcher, _ kinds: inout UnitKinds,
    _ marks: inout UnitMarks, _ run: inout MatchRun
  ) -> Bool {
    for use in unless {
      marks.findCandidates(of: use, &kinds)
      for place in 0..<marks.candidates.count
      where marks.match(marks.candidates[place], matcher, &run) != nil { return true }
    }
    return false
  }
}

extension UnitMarks {
  /// The match at a candidate, if there is one.
  fileprivate func match(_ candidate: Candidate, _ matcher: PatternMatcher, _ run: inout MatchRun)
    -> PatternMatch?
  {
    let hit = hits[Int(candidate.hit)]
    return matcher.match(table.code, at: Int(candidate.code), anchor: hit.start..<hit.end, &run)
  }
}
