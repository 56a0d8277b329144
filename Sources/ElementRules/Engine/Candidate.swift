import TextCore

/// A place where a pattern is worth verifying.
struct Candidate: BitwiseCopyable, Sendable {
  /// The pattern's number in its table, and where it begins in the code.
  let pattern: Int32
  let code: Int32
  /// Index of the hit of its anchor.
  let hit: Int32
}

extension UnitMarks {
  /// Finds the places of the stretch where patterns are worth verifying, in the order of the text, then of the rules.
  mutating func findCandidates(_ kinds: inout UnitKinds) {
    candidates.removeAll()
    for index in 0..<words.count {
      let word = Int(words[index])
      addPlaces(uses: table.uses.range(word), &kinds)
      for group in table.links.row(word) where isFirstVisit(group) {
        addPlaces(uses: table.uses.range(Int(group)), &kinds)
      }
    }
    guard candidates.count > 1 else { return }
    candidates.rearrange(from: 0) { $0.sort { ($0.hit, $0.pattern) < ($1.hit, $1.pattern) } }
  }

  /// Adds the places for uses whose rarest group stands in the stretch; uses that want the same as one that fails are
  /// passed over together.
  @inline(__always)
  private mutating func addPlaces(uses: Range<Int>, _ kinds: inout UnitKinds) {
    let conditions = table.conditions.base
    var index = uses.lowerBound
    while index < uses.upperBound {
      let condition = conditions[index]
      if !kinds.mayHold(condition.kinds) {
        index += Int(condition.sameKinds)
      } else if condition.next >= 0, !hasAny(condition.next) {
        index += Int(condition.sameNext)
      } else if condition.last < 0 || hasAny(condition.last), kinds.hold(condition.kinds) {
        addPlaces(table.uses.base + index, kinds)
      }
      index += 1
    }
  }

  /// Finds the places where one pattern is worth verifying: none when words or values that it needs do not stand in the
  /// stretch.
  mutating func findCandidates(of use: UnsafePointer<PatternTable.Use>, _ kinds: inout UnitKinds) {
    candidates.removeAll()
    let (first, second, wanted) = (use.pointee.first, use.pointee.second, use.pointee.kinds)
    if kinds.mayHold(wanted), first.isNone || hasAny(first.group),
      second.isNone || hasAny(second.group),
      hasAny(use.pointee.anchors), kinds.hold(wanted)
    {
      addPlaces(use, kinds)
    }
  }
}
