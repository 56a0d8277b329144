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
  /// Finds the places of the stretch where patterns are worth verifying, in any order.
  mutating func findCandidates(_ kinds: inout UnitKinds) {
    candidates.removeAll()
    for word in words.all {
      addPlaces(uses: uses.range(Int(word)), &kinds)
      for group in links[Int(word)] where isFirstVisit(group) {
        addPlaces(uses: uses.range(Int(group)), &kinds)
      }
    }
  }

  /// Adds the places for uses whose rarest group stands in the stretch; uses that want the same as one that fails are
  /// passed over together.
  @inline(__always)
  private mutating func addPlaces(uses own: Range<Int>, _ kinds: inout UnitKinds) {
    var index = own.lowerBound
    while index < own.upperBound {
      let condition = conditions.items[index]
      if !kinds.mayHold(condition.kinds) {
        index += Int(condition.sameKinds)
      } else if condition.next >= 0, !hasAny(condition.next) {
        index += Int(condition.sameNext)
      } else if condition.last < 0 || hasAny(condition.last), kinds.hold(condition.kinds) {
        addPlaces(uses.items + index, kinds)
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
