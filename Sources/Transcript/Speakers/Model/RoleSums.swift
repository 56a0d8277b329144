/// The sums of weights at one character, by class.
struct RoleSums {
  private let model: RoleModel
  /// Saying this character.
  private(set) var inside = [Float](repeating: 0, count: RoleClass.count)
  /// Beginning here.
  private(set) var start = [Float](repeating: 0, count: RoleClass.count)
  /// Having ended before here.
  private(set) var end = [Float](repeating: 0, count: RoleClass.count)
  /// Any change here.
  private(set) var change: Float = 0
  /// By group; last, any change.
  private var groups = [Float](repeating: 0, count: RoleGroup.count + 1)

  init(_ model: RoleModel) { self.model = model }

  /// Sums for the character at `index`.
  mutating func atCharacter(_ text: SpokenText, _ index: Int) {
    clear()
    RoleFeatures.inside(text, index) { model.inside.add($0, to: &groups) }
    Self.spread(groups, to: &inside)
  }

  /// Sums for a change before `index`.
  mutating func atTurn(_ text: SpokenText, _ index: Int) {
    clear()
    RoleFeatures.start(text, index) { model.turn.add($0, to: &groups) }
    RoleFeatures.shape(text, index) { model.turn.add($0, to: &groups) }
    Self.spread(groups, to: &start)
    change = groups[RoleGroup.count] + model.bias
    clear()
    RoleFeatures.end(text, index) { model.turn.add($0, to: &groups) }
    Self.spread(groups, to: &end)
    change += groups[RoleGroup.count]
  }

  private mutating func clear() {
    for group in groups.indices { groups[group] = 0 }
  }

  /// A class is the sum of its groups.
  private static func spread(_ groups: [Float], to classes: inout [Float]) {
    for (role, members) in RoleClass.groups.enumerated() {
      var sum: Float = 0
      for group in members { sum += groups[group] }
      classes[role] = sum
    }
  }
}
