import TextCore

/// What stands in one stretch of text: which words of a table occur, and where.
struct UnitMarks {
  /// A place where a pattern is worth verifying.
  struct Candidate {
    let rule: Int32
    let pattern: Int32
    /// Index of the hit of its anchor.
    let hit: Int32
  }

  /// Where the words of a group stand.
  private struct Places {
    /// The stretch for which this holds.
    var unit: Int32 = 0
    /// Where in `places` its hits begin and end, in the order of the text.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private let table: PatternTable
  private var hits: [LiteralAutomaton.Match] = []
  /// The stretch read last, counted from 1.
  private var unit: Int32 = 0
  /// One bit for each word: whether it stands in the stretch.
  private var present: [UInt64]
  /// The latest hit of each word that does.
  private var latest: [Int32]
  /// The words of the stretch, each once.
  private var words: [Int32] = []
  /// For each hit the one of the same word before it in the stretch, or -1.
  private var earlier: [Int32] = []
  private var groups: [Places]
  private var places: [Int32] = []
  /// The stretch for which a group of several words was last looked at as the rarest.
  private var looked: [Int32]

  init(_ table: PatternTable) {
    self.table = table
    present = Array(repeating: 0, count: table.wordCount / 64 + 1)
    latest = Array(repeating: -1, count: table.wordCount)
    groups = Array(repeating: Places(), count: table.groupCount)
    looked = Array(repeating: 0, count: table.groupCount)
  }

  /// Finds the words in `range`. Linear in it and the words.
  mutating func find(in bytes: [UInt8], _ range: Range<Int>) -> [LiteralAutomaton.Match] {
    hits.removeAll(keepingCapacity: true)
    table.automaton.forEachMatch(in: bytes, range: range) { hits.append($0) }
    if earlier.count < hits.count { earlier = Array(repeating: -1, count: 2 * hits.count) }
    return hits
  }

  /// Starts a new stretch with these of the hits. Linear in them.
  mutating func read(_ own: Range<Int>) {
    unit &+= 1
    for word in words { present[Int(word) >> 6] = 0 }
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    for hit in own {
      let word = hits[hit].pattern
      if stands(word) {
        earlier[hit] = latest[word]
      } else {
        words.append(Int32(truncatingIfNeeded: word))
        present[word >> 6] |= 1 << UInt64(word & 63)
        earlier[hit] = -1
      }
      latest[word] = Int32(truncatingIfNeeded: hit)
    }
  }

  private func stands(_ word: Int) -> Bool { present[word >> 6] >> UInt64(word & 63) & 1 != 0 }

  /// The places where patterns are worth verifying, in no order.
  mutating func candidates() -> [Candidate] {
    var found: [Candidate] = []
    found.reserveCapacity(words.count)
    for word in words {
      for use in table.uses.range(word) { add(table.uses[use], &found) }
      for index in table.triggers.range(word) {
        let group = table.triggers[index]
        guard looked[Int(group)] != unit else { continue }
        looked[Int(group)] = unit
        for use in table.uses.range(group) { add(table.uses[use], &found) }
      }
    }
    return found
  }

  /// The places where a pattern is worth verifying.
  mutating func candidates(for use: PatternTable.Use) -> [Candidate] {
    var found: [Candidate] = []
    add(use, &found)
    return found
  }

  private mutating func add(_ use: PatternTable.Use, _ found: inout [Candidate]) {
    guard use.first.isNone || hasAny(use.first.group), use.second.isNone || hasAny(use.second.group),
      hasAny(use.anchors)
    else { return }
    let (anchors, first, second) = (
      stretch(of: use.anchors), stretch(of: use.first.group), stretch(of: use.second.group)
    )
    var (one, other) = (first.lowerBound, second.lowerBound)
    for place in anchors {
      let anchor = hits[Int(places[place])]
      if use.first.isNone || stands(use.first, anchor, &one, first.upperBound),
        use.second.isNone || stands(use.second, anchor, &other, second.upperBound)
      {
        found.append(Candidate(rule: use.rule, pattern: use.pattern, hit: places[place]))
      }
    }
  }

  /// True when a word of the group stands in the stretch.
  private func hasAny(_ group: Int32) -> Bool {
    if Int(group) < table.wordCount { return stands(Int(group)) }
    for index in table.lists.range(group - Int32(table.wordCount)) where stands(Int(table.lists[index])) {
      return true
    }
    return false
  }

  /// Where in `places` the hits of a group are, in the order of the text.
  private mutating func stretch(of group: Int32) -> Range<Int> {
    guard group >= 0 else { return 0..<0 }
    let known = groups[Int(group)]
    if known.unit == unit { return Int(known.start)..<Int(known.end) }
    let start = places.count
    var members = 0
    if Int(group) < table.wordCount {
      members = addPlaces(of: Int(group))
    } else {
      for index in table.lists.range(group - Int32(table.wordCount)) {
        members += addPlaces(of: Int(table.lists[index]))
      }
    }
    if places.count > start + 1 {
      if members == 1 { places[start...].reverse() } else { places[start...].sort() }
    }
    groups[Int(group)] = Places(unit: unit, start: Int32(start), end: Int32(places.count))
    return start..<places.count
  }

  /// Adds the hits of a word, the last first; 0 when there are none, else 1.
  private mutating func addPlaces(of word: Int) -> Int {
    guard stands(word) else { return 0 }
    var hit = latest[word]
    while hit >= 0 {
      places.append(hit)
      hit = earlier[Int(hit)]
    }
    return 1
  }

  /// True when a word of the companion stands on its side of the anchor, in reach. Anchors come in the order of the text,
  /// so that `place` only moves on; hits are in the order of their ends.
  private func stands(
    _ companion: PatternTable.Companion, _ anchor: LiteralAutomaton.Match, _ place: inout Int, _ end: Int
  ) -> Bool {
    let reach = companion.bytes
    let earliest = companion.isAfter ? anchor.end + 1 : anchor.end - table.longestWord - reach
    let latest = companion.isAfter ? anchor.end + reach + table.longestWord : anchor.start
    while place < end, hits[Int(places[place])].end < earliest { place += 1 }
    var index = place
    while index < end {
      let hit = hits[Int(places[index])]
      guard hit.end <= latest else { return false }
      let distance = companion.isAfter ? hit.start - anchor.end : anchor.start - hit.end
      if distance >= 0, distance <= reach { return true }
      index += 1
    }
    return false
  }
}
