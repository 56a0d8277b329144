import TextCore

/// What stands in one stretch of text: which words of a table occur, and where.
struct UnitMarks: ~Copyable {
  /// Where the words of a group stand.
  struct Places: BitwiseCopyable, Sendable {
    /// The stretch for which this holds.
    var unit: Int32 = 0
    /// Where in `places` its hits begin and end, in the order of the text.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  let table: PatternTable
  let uses: UnsafePointer<PatternTable.Use>
  let triggers: Rows<PatternTable.Trigger>.View
  private let members: Rows<Int32>.View
  private let wordCount: Int
  /// All words found, in the order of their ends.
  private(set) var hits = GrowingArray<LiteralAutomaton.Hit>()
  /// The words of the stretch, each once.
  private(set) var words = GrowingArray<Int32>()
  /// The stretch read last, counted from 1.
  private(set) var unit: Int32 = 0
  /// The first hit of the stretch; those of the stretch are counted from it.
  private var first = 0
  /// One bit for each word: whether it stands in the stretch.
  private let present: FixedArray<UInt64>
  /// The latest hit of each word that does.
  private let latest: FixedArray<Int32>
  /// For each hit of the stretch the one of the same word before it, or -1.
  private var earlier = GrowingArray<Int32>()
  /// For each group of several words twice the stretch for which it is known whether one of them stands there, and 1 more
  /// if so.
  private let known: FixedArray<Int32>
  /// For each use the stretch in which it was looked at last.
  private let visited: FixedArray<Int32>
  private let groups: FixedArray<Places>
  /// Hits.
  private var places = GrowingArray<Int32>()
  /// Where patterns are worth verifying.
  var candidates = GrowingArray<Candidate>()

  init(_ table: PatternTable) {
    self.table = table
    (uses, triggers, members) = (table.uses.base, table.triggers.view, table.groups.view)
    wordCount = table.wordCount
    present = FixedArray(table.wordCount / 64 + 1, repeating: 0)
    latest = FixedArray(table.wordCount, repeating: -1)
    known = FixedArray(table.groups.count, repeating: 0)
    visited = FixedArray(table.uses.count, repeating: 0)
    groups = FixedArray(table.groupCount, repeating: Places())
  }

  /// Finds the words in `range`. Linear in it and the words.
  mutating func find(in bytes: [UInt8], _ range: Range<Int>) {
    hits.removeAll()
    table.automaton.addHits(in: bytes, range: range, to: &hits)
  }

  /// Starts a new stretch with these of the hits. Linear in them.
  mutating func read(_ own: Range<Int>) {
    unit += 1
    first = own.lowerBound
    for index in 0..<words.count { present[Int(words[index]) >> 6] = 0 }
    words.removeAll()
    places.removeAll()
    earlier.removeAll()
    for index in own {
      let word = Int(hits[index].pattern)
      if stands(word) {
        earlier.append(latest[word])
      } else {
        words.append(Int32(truncatingIfNeeded: word))
        present[word >> 6] |= 1 << UInt64(word & 63)
        earlier.append(-1)
      }
      latest[word] = Int32(truncatingIfNeeded: index - first)
    }
  }

  /// Words come from the table, so that their places need no check.
  @inline(__always)
  private func stands(_ word: Int) -> Bool { present.base[word >> 6] >> UInt64(word & 63) & 1 != 0 }

  // MARK: Words

  /// True when a word of the group stands in the stretch.
  @inline(__always)
  func hasAny(_ group: Int32) -> Bool {
    let several = Int(group) - wordCount
    if several < 0 { return stands(Int(group)) }
    let known = known[several]
    return known >> 1 == unit ? known & 1 != 0 : look(for: several)
  }

  private func look(for several: Int) -> Bool {
    for word in members[several] where stands(Int(word)) {
      known[several] = unit << 1 | 1
      return true
    }
    known[several] = unit << 1
    return false
  }

  /// True for the first question about a use in the stretch.
  @inline(__always)
  func isFirstVisit(_ use: Int32) -> Bool {
    guard visited[Int(use)] != unit else { return false }
    visited[Int(use)] = unit
    return true
  }

  // MARK: Places

  /// Adds the anchors of a pattern that have its other words and its nearest value in reach; all its groups stand in the
  /// stretch.
  mutating func addPlaces(_ use: UnsafePointer<PatternTable.Use>, _ kinds: borrowing UnitKinds) {
    let (one, other, value) = (use.pointee.first, use.pointee.second, use.pointee.value)
    var (ones, others): (Reached?, Reached?)
    for place in stretch(of: use.pointee.anchors) {
      let index = first + Int(places[place])
      let anchor = hits[index]
      if value.isNone || kinds.stands(value, anchor), one.isNone || stands(one, anchor, &ones),
        other.isNone || stands(other, anchor, &others)
      {
        candidates.append(
          Candidate(
            pattern: use.pointee.pattern, code: use.pointee.code,
            hit: Int32(truncatingIfNeeded: index)))
      }
    }
  }

  /// Where in `places` the hits of a group are, in the order of the text.
  @inline(__always)
  private mutating func stretch(of group: Int32) -> Range<Int> {
    let known = groups[Int(group)]
    return known.unit == unit ? Int(known.start)..<Int(known.end) : collect(group)
  }

  private mutating func collect(_ group: Int32) -> Range<Int> {
    let start = places.count
    if Int(group) < wordCount {
      addHits(of: Int(group))
      places.rearrange(from: start) { $0.reverse() }
    } else {
      for word in members[Int(group) - wordCount] where stands(Int(word)) { addHits(of: Int(word)) }
      if places.count > start + 1 { places.rearrange(from: start) { $0.sort() } }
    }
    groups[Int(group)] = Places(unit: unit, start: Int32(start), end: Int32(places.count))
    return start..<places.count
  }

  /// Adds the hits of a word that stands in the stretch, the last first.
  private mutating func addHits(of word: Int) {
    var hit = latest[word]
    while hit >= 0 {
      places.append(hit)
      hit = earlier[Int(hit)]
    }
  }

  /// The hits of a companion from the first on that later anchors can reach; looked for when an anchor asks.
  private struct Reached {
    var place: Int
    let end: Int

    init(_ stretch: Range<Int>) { (place, end) = (stretch.lowerBound, stretch.upperBound) }
  }

  /// True when a word of the companion stands on its side of the anchor, in reach. Anchors come in the order of the text,
  /// so that `reached` only moves on; hits are in the order of their ends.
  private mutating func stands(
    _ companion: PatternTable.Companion, _ anchor: LiteralAutomaton.Hit, _ known: inout Reached?
  ) -> Bool {
    var reached = known ?? Reached(stretch(of: companion.group))
    defer { known = reached }
    let reach = companion.bytes
    let earliest = companion.isAfter ? anchor.end + 1 : anchor.end - table.longestWord - reach
    let latest = companion.isAfter ? anchor.end + reach + table.longestWord : anchor.start
    while reached.place < reached.end, hits[first + Int(places[reached.place])].end < earliest {
      reached.place += 1
    }
    var index = reached.place
    while index < reached.end {
      let hit = hits[first + Int(places[index])]
      guard hit.end <= latest else { return false }
      let distance = companion.isAfter ? hit.start - anchor.end : anchor.start - hit.end
      if distance >= 0, distance <= reach { return true }
      index += 1
    }
    return false
  }
}
