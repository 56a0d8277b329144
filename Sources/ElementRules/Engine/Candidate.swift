/// A place where a pattern is worth verifying.
struct Candidate {
  /// The pattern's number in its table, and where it begins in the code.
  let pattern: Int32
  let code: Int32
  /// Index of the hit of its anchor.
  let hit: Int32
}

extension UnitMarks {
  /// Adds the places of the stretch where patterns are worth verifying, in no order.
  mutating func addCandidates(_ kinds: inout UnitKinds, _ found: inout [Candidate]) {
    for index in words.indices {
      let word = Int(words[index])
      addPlaces(table.uses.range(word), &kinds, &found)
      for link in table.links.range(word) {
        let group = table.links[link]
        if isFirstVisit(group) { addPlaces(table.uses.range(Int(group)), &kinds, &found) }
      }
    }
  }

  /// Adds the places for uses whose rarest group stands in the stretch.
  @inline(__always)
  private mutating func addPlaces(_ uses: Range<Int>, _ kinds: inout UnitKinds, _ found: inout [Candidate]) {
    for index in uses {
      let condition = table.conditions[index]
      if kinds.mayHold(condition.kinds), condition.next < 0 || hasAny(condition.next),
        condition.last < 0 || hasAny(condition.last), kinds.hold(condition.kinds)
      {
        addPlaces(table.uses[index], &found)
      }
    }
  }

  /// Adds the places where a pattern is worth verifying: none when words or values that it needs do not stand in the
  /// stretch.
  mutating func addPlaces(_ use: PatternTable.Use, _ kinds: inout UnitKinds, _ found: inout [Candidate]) {
    if kinds.mayHold(use.kinds), use.first.isNone || hasAny(use.first.group),
      use.second.isNone || hasAny(use.second.group), hasAny(use.anchors), kinds.hold(use.kinds)
    {
      addPlaces(use, &found)
    }
  }
}
