import TextCore

/// Which kinds of value stand in one unit of a text; only those asked for are read.
struct UnitKinds {
  private let slots: SlotTable
  private let unit: Range<Int>
  /// Those that do, or may until they are read.
  private var standing: SlotKinds
  private var isRead: SlotKinds = []

  init(_ slots: SlotTable, unit: Range<Int>) {
    self.slots = slots
    self.unit = unit
    standing = slots.mayStand(in: unit)
  }

  /// False when one of the kinds surely does not stand in the unit, by its characters and what has been read.
  @inline(__always)
  func mayHold(_ kinds: SlotKinds) -> Bool { standing.isSuperset(of: kinds) }

  /// True when all of the kinds stand in the unit.
  @inline(__always)
  mutating func hold(_ kinds: SlotKinds) -> Bool {
    mayHold(kinds) && (isRead.isSuperset(of: kinds) || read(kinds))
  }

  /// True when the value stands on its side of the anchor, in reach.
  @inline(__always)
  func stands(_ value: PatternTable.Value, _ anchor: LiteralAutomaton.Hit) -> Bool {
    let (kind, reach) = (SlotKind(index: Int(value.kind)), Int(value.reach))
    return value.isAfter
      ? slots.begins(kind, in: anchor.end...(anchor.end + reach))
      : slots.ends(kind, in: (anchor.start - reach)...anchor.start)
  }

  private mutating func read(_ kinds: SlotKinds) -> Bool {
    for kind in SlotKind.allCases where kinds.subtracting(isRead).contains(SlotKinds(kind)) {
      isRead.insert(SlotKinds(kind))
      if !slots.stands(kind, in: unit) {
        standing.remove(SlotKinds(kind))
        return false
      }
    }
    return true
  }
}
