/// What has been stated up to a place of the hearing, for reactions to it.
struct SaidSoFar {
  /// Elements that each side has given a value, each once, in order.
  private(set) var elements: [Side: [String]] = [:]
  private var seen: [Side: Set<String>] = [:]
  private var byTurn: [Int: [Statement]] = [:]
  private var bySide: [Side: [Statement]] = [:]

  /// Values stated by a side, in order.
  func statements(of side: Side) -> [Statement] { bySide[side] ?? [] }

  /// Values stated in a speech.
  func statements(inTurn turn: Int) -> [Statement] { byTurn[turn] ?? [] }

  mutating func add(_ statements: [Statement]) {
    for statement in statements where statement.stance.isPosition {
      guard case .value(.some) = statement.content else { continue }
      byTurn[statement.turn, default: []].append(statement)
      bySide[statement.side, default: []].append(statement)
      if seen[statement.side, default: []].insert(statement.element).inserted {
        elements[statement.side, default: []].append(statement.element)
      }
    }
  }
}
