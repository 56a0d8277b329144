/// What has been stated up to a place of the hearing, for reactions to it.
struct SaidSoFar {
  private var elementsBySide: [Side: [String]] = [:]
  private var seen: [Side: Set<String>] = [:]
  /// Who has given an element a value.
  private var speakers: [String: Set<String>] = [:]
  private var byTurn: [Int: [Statement]] = [:]
  private var elementsByTurn: [Int: [String]] = [:]
  private var bySide: [Side: [Statement]] = [:]

  /// The latest values stated by a side, in order; a hearing has few, and no more than these are kept.
  func latest(of side: Side) -> ArraySlice<Statement> { (bySide[side] ?? []).suffix(Self.most) }

  private static let most = 200

  /// Elements that a side has given a value, each once, in order.
  func elements(of side: Side) -> [String] { elementsBySide[side] ?? [] }

  /// True when a side has given the element a value.
  func states(_ element: String, _ side: Side) -> Bool { seen[side]?.contains(element) == true }

  /// True when somebody else has given the element a value.
  func states(_ element: String, otherThan party: String) -> Bool {
    speakers[element]?.contains { $0 != party } == true
  }

  /// Values stated in a speech.
  func statements(inTurn turn: Int) -> [Statement] { byTurn[turn] ?? [] }

  /// Elements that a speech gives a value, each once, in order.
  func elements(inTurn turn: Int) -> [String] { elementsByTurn[turn] ?? [] }

  mutating func add(_ statements: [Statement]) {
    for statement in statements where statement.stance.isPosition {
      guard statement.isValue else { continue }
      byTurn[statement.turn, default: []].append(statement)
      if elementsByTurn[statement.turn]?.contains(statement.element) != true {
        elementsByTurn[statement.turn, default: []].append(statement.element)
      }
      speakers[statement.element, default: []].insert(statement.by)
      keep(statement)
      if seen[statement.side, default: []].insert(statement.element).inserted {
        elementsBySide[statement.side, default: []].append(statement.element)
      }
    }
  }

  private mutating func keep(_ statement: Statement) {
    bySide[statement.side, default: []].append(statement)
    if let count = bySide[statement.side]?.count, count > 2 * Self.most {
      bySide[statement.side]?.removeFirst(count - Self.most)
    }
  }
}
