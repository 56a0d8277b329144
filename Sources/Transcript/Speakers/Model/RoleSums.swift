/// The sums of weights at one character, by class.
struct RoleSums {
  private let model: RoleModel
  /// Saying this character.
  private(set) var inside = [Float](repeating: 0, count: RoleClass.count)
  /// Beginning here; last, any change here.
  private(set) var start = [Float](repeating: 0, count: RoleClass.count + 1)
  /// Having ended before here; last, any change here.
  private(set) var end = [Float](repeating: 0, count: RoleClass.count + 1)

  init(_ model: RoleModel) { self.model = model }

  /// Any change here.
  var change: Float { start[RoleClass.count] + end[RoleClass.count] + model.bias }

  /// Sums for the character at `index`.
  mutating func atCharacter(_ text: SpokenText, _ index: Int) {
    for column in inside.indices { inside[column] = 0 }
    RoleFeatures.inside(text, index) { model.inside.add($0, to: &inside) }
  }

  /// Sums for a change before `index`.
  mutating func atTurn(_ text: SpokenText, _ index: Int) {
    for column in start.indices {
      start[column] = 0
      end[column] = 0
    }
    RoleFeatures.start(text, index) { model.turn.add($0, to: &start) }
    RoleFeatures.end(text, index) { model.turn.add($0, to: &end) }
  }
}
