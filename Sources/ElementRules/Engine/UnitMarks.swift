import TextCore

/// What stands in one stretch of text: which words of a table occur, and where.
struct UnitMarks: ~Copyable {
  /// What is known of a group of words; together, for the speed depends on how many places of memory are looked at.
  struct Group: BitwiseCopyable, Sendable {
    /// Where its blocks begin; they go up to those of the next group.
    var blocks: Int32 = 0
    /// Twice the stretch for which it is known whether one of the words stands there, and 1 more if so.
    var known: Int32 = 0
    /// The stretch for which the words are in `places`, and where they begin and end there, in the order of the text.
    var unit: Int32 = 0
    var start: Int32 = 0
    var end: Int32 = 0
  }

  let table: PatternTable
  let uses: UnsafePointer<PatternTable.Use>
  let triggers: Rows<PatternTable.Trigger>.View
  private let blocks: UnsafePointer<GroupNumbers.Block>
  private let wordCount: Int
  private let longestWord: Int
  /// All words found, in the order of their ends.
  private(set) var hits = GrowingArray<LiteralAutomaton.Hit>()
  /// The words of the stretch, each once.
  private(set) var words = GrowingArray<Int32>()
  /// The stretch read last, counted from 1.
  private(set) var unit: Int32 = 0
  /// The first hit of the stretch; those of the stretch are counted from it.
  private var first = 0
  /// One bit for each word: whether it stands in the stretch.
  private let present: FixedArray<UInt32>
  /// The latest hit of each word that does.
  private let latest: FixedArray<Int32>
  /// For each hit of the stretch the one of the same word before it, or -1.
  private var earlier = GrowingArray<Int32>()
  /// For each use the stretch in which it was looked at last.
  private let visited: FixedArray<Int32>
  /// Words and groups of several words.
  private let groups: FixedArray<Group>
  /// Hits.
  private var places = GrowingArray<Int32>()
  /// Where patterns are worth verifying.
  var candidates = GrowingArray<Candidate>()

  init(_ table: PatternTable) {
    self.table = table
    (uses, triggers, blocks) = (table.uses.base, table.triggers.view, table.groups.view.items)
    (wordCount, longestWord) = (table.wordCount, table.longestWord)
    present = FixedArray(table.wordCount / 32 + 1, repeating: 0)
    latest = FixedArray(table.wordCount, repeating: -1)
    visited = FixedArray(table.uses.count, repeating: 0)
    groups = FixedArray(table.groupCount + 1, repeating: Group())
    for several in 0...table.groups.count {
      groups[wordCount + several].blocks = table.groups.view.starts[several]
    }
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
    for index in 0..<words.count { present[Int(words[index]) >> 5] = 0 }
    words.removeAll()
    places.removeAll()
    earlier.removeAll()
    for index in own {
      let word = Int(hits.all[index].pattern)
      if stands(word) {
        earlier.append(latest[word])
      } else {
        words.append(Int32(truncatingIfNeeded: word))
        present[word >> 5] |= 1 << UInt32(word & 31)
        earlier.append(-1)
      }
      latest[word] = Int32(truncatingIfNeeded: index - first)
    }
  }

  /// Words come from the table, so that their places need no check.
  @inline(__always)
  private func stands(_ word: Int) -> Bool { present.base[word >> 5] >> UInt32(word & 31) & 1 != 0 }

  // MARK: Words

  /// True when a word of the group stands in the stretch.
  @inline(__always)
  func hasAny(_ group: Int32) -> Bool {
    if group < wordCount { return stands(Int(group)) }
    let known = groups[Int(group)].known
    return known >> 1 == unit ? known & 1 != 0 : look(for: Int(group))
  }

  private func look(for several: Int) -> Bool {
    let isThere = blocks(of: several).contains { present.base[Int($0.place)] & $0.bits != 0 }
    groups[several].known = unit << 1 | (isThere ? 1 : 0)
    return isThere
  }

  /// The words of a group of several.
  @inline(__always)
  private func blocks(of group: Int) -> UnsafeBufferPointer<GroupNumbers.Block> {
    let (start, end) = (Int(groups[group].blocks), Int(groups[group + 1].blocks))
    return UnsafeBufferPointer(start: blocks + start, count: end - start)
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
  mutating func addPlaces(_ use: PatternTable.Use, _ kinds: borrowing UnitKinds) {
    let (one, other, value) = (use.first, use.second, use.value)
    var (ones, others) = (Reached(), Reached())
    for place in stretch(of: use.anchors) {
      let index = first + Int(places.all[place])
      let anchor = hits.all[index]
      if value.isNone || kinds.stands(value, anchor), one.isNone || stands(one, anchor, &ones),
        other.isNone || stands(other, anchor, &others)
      {
        candidates.append(
          Candidate(
            pattern: use.pattern, code: use.code, hit: Int32(truncatingIfNeeded: index)))
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
      for block in blocks(of: Int(group)) {
        var bits = present.base[Int(block.place)] & block.bits
        while bits != 0 {
          addHits(of: Int(block.place) << 5 | bits.trailingZeroBitCount)
          bits &= bits - 1
        }
      }
      if places.count > start + 1 { places.rearrange(from: start) { $0.sort() } }
    }
    (groups[Int(group)].unit, groups[Int(group)].start, groups[Int(group)].end) = (
      unit, Int32(start), Int32(places.count)
    )
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
    var place = -1
    var end = 0
  }

  /// True when a word of the companion stands on its side of the anchor, in reach. Anchors come in the order of the text,
  /// so that `reached` only moves on; hits are in the order of their ends.
  private mutating func stands(
    _ companion: PatternTable.Companion, _ anchor: LiteralAutomaton.Hit, _ reached: inout Reached
  ) -> Bool {
    if reached.place < 0 {
      let stretch = stretch(of: companion.group)
      (reached.place, reached.end) = (stretch.lowerBound, stretch.upperBound)
    }
    let (places, hits, reach) = (places.all, hits.all, companion.bytes)
    let earliest = companion.isAfter ? anchor.end + 1 : anchor.end - longestWord - reach
    let latest = companion.isAfter ? anchor.end + reach + longestWord : anchor.start
    while reached.place < reached.end, hits[first + Int(places[reached.place])].end < earliest {
      reached.place += 1
    }
    for index in reached.place..<reached.end {
      let hit = hits[first + Int(places[index])]
      guard hit.end <= latest else { return false }
      let distance = companion.isAfter ? hit.start - anchor.end : anchor.start - hit.end
      if distance >= 0, distance <= reach { return true }
    }
    return false
  }
}
