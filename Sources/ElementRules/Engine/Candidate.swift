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
  /// Finds the places of the stretch where patterns are worth verifying, in any order: for uses of whose rarest group a
  /// word stands there. Uses that want the same as one that fails are passed over together.
  mutating func findCandidates(_ kinds: inout UnitKinds) {
    candidates.removeAll()
    for word in words.all {
      let own = triggers.range(Int(word))
      var index = own.lowerBound
      while index < own.upperBound {
        let trigger = triggers.items[index]
        if !kinds.mayHold(trigger.kinds) {
          index += Int(trigger.sameKinds)
        } else if trigger.next >= 0, !hasAny(trigger.next) {
          index += Int(trigger.sameNext)
        } else if trigger.last < 0 || hasAny(trigger.last), isFirstVisit(trigger.use),
          kinds.hold(trigger.kinds)
        {
          addPlaces(uses[Int(trigger.use)], kinds)
        }
        index += 1
      }
    }
  }

  /// Finds the places where one pattern is worth verifying: none when words or values that it needs do not stand in the
  /// stretch.
  mutating func findCandidates(of use: PatternTable.Use, _ kinds: inout UnitKinds) {
    candidates.removeAll()
    if kinds.mayHold(use.kinds), use.first.isNone || hasAny(use.first.group),
      use.second.isNone || hasAny(use.second.group), hasAny(use.anchors), kinds.hold(use.kinds)
    {
      addPlaces(use, kinds)
    }
  }
}
