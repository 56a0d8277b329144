/// A place where a pattern is worth verifying.
struct Candidate {
  /// The pattern's number in its table, and where it begins in the code.
  let pattern: Int32
  let code: Int32
  /// Index of the hit of its anchor.
  let hit: Int32
}

extension UnitMarks {
  /// The places of the stretch where patterns are worth verifying, in no order.
  mutating func candidates(_ kinds: inout UnitKinds) -> [Candidate] {
    var found: [Candidate] = []
    for index in words.indices {
      let word = words[index]
      add(table.uses.range(Int(word)), &kinds, &found)
      for link in table.links.range(Int(word)) {
        let group = table.links[link]
        if isFirstVisit(group) { add(table.uses.range(Int(group)), &kinds, &found) }
      }
    }
    return found
  }

  private mutating func add(_ uses: Range<Int>, _ kinds: inout UnitKinds, _ found: inout [Candidate]) {
    for index in uses { add(table.uses[index], &kinds, &found) }
  }

  /// Adds the places where a pattern is worth verifying: none when words or values that it needs do not stand in the
  /// stretch.
  @inline(__always)
  mutating func add(_ use: PatternTable.Use, _ kinds: inout UnitKinds, _ found: inout [Candidate]) {
    if kinds.mayHold(use.kinds), use.first.isNone || hasAny(use.first.group),
      use.second.isNone || hasAny(use.second.group), hasAny(use.anchors), kinds.hold(use.kinds)
    {
      addPlaces(use, &found)
    }
  }
}
