/// Weights of the learnt model that cuts speech without speakers.
///
/// A speech of a class scores: the sum over its characters of `inside`, plus `turn` where it begins and ends, plus who
/// follows whom; the columns are what classes have in common. The last column of the turn table is shared by all classes
/// (is there a change at all?).
struct RoleModel: Sendable {
  /// What is said inside a speech; columns are the groups.
  var inside = RoleTable(bits: 16, columns: RoleGroup.count)
  /// What stands where speeches begin and end; columns are the groups, then any change.
  var turn = RoleTable(bits: 16, columns: RoleGroup.count + 1)
  /// Who follows whom: from the class that spoke (row) to the next (column).
  var follow: [Float]
  /// After the judge: from the class that spoke before the judge to the next.
  var resume: [Float]
  /// The same person goes on after the judge, by class.
  var same: [Float]
  /// The next speaker was named before: by [judge spoke][grade][distance].
  var named: [Float]
  /// The next speaker was named where the judge's speech began: by [grade][length of that speech].
  var called: [Float]
  /// How long a speech was, by class and length.
  var length: [Float]

  static let grades = 6
  static let distances = 6
  static let lengths = 8

  /// Class of a length in characters.
  static func lengthClass(_ count: Int) -> Int {
    switch count {
    case ..<2: 0
    case 2: 1
    case 3...4: 2
    case 5...8: 3
    case 9...16: 4
    case 17...32: 5
    case 33...80: 6
    default: 7
    }
  }

  /// Added to every change: training finds too few of them, because a missed one costs it less than two wrong ones.
  var bias: Float = 0

  /// All weights nought.
  init() {
    let c = RoleClass.count
    follow = Array(repeating: 0, count: c * c)
    resume = Array(repeating: 0, count: (c + 1) * c)
    same = Array(repeating: 0, count: c)
    named = Array(repeating: 0, count: 2 * Self.grades * Self.distances)
    called = Array(repeating: 0, count: Self.grades * Self.lengths)
    length = Array(repeating: 0, count: c * Self.lengths)
  }
}

extension RoleModel {
  /// A trained model; `small` are the weights of `smallTables`.
  init(inside: RoleTable, turn: RoleTable, small: [[Float]]) {
    self.init()
    self.inside = inside
    self.turn = turn
    for (table, weights) in zip(Self.smallTables, small) { self[keyPath: table] = weights }
    bias = 12
  }

  /// Every table of weights.
  static var allWeights: [WritableKeyPath<RoleModel, [Float]>] {
    [\.inside.weights, \.turn.weights] + smallTables
  }

  /// The tables that are no `RoleTable`.
  static var smallTables: [WritableKeyPath<RoleModel, [Float]>] {
    [\.follow, \.resume, \.same, \.named, \.called, \.length]
  }
}

/// Somebody who may be speaking: a class, and which of several.
struct Actor: Hashable, Sendable {
  /// The class.
  let role: RoleClass
  /// 1 for 被告一; 0 when there is but one.
  let ordinal: Int

  init(_ role: RoleClass, ordinal: Int = 0) {
    self.role = role
    self.ordinal = ordinal
  }

  /// How well a role that was named fits: 0 another side, 1 another of the side, 2 agent for party, 3 this one,
  /// 4 party for agent.
  func grade(_ mention: RoleMention) -> Int {
    guard mention.role.side == role.side, role.side > 0 || mention.role == role else { return 0 }
    if mention.ordinal > 0, ordinal > 0, mention.ordinal != ordinal { return 1 }
    if mention.role == role { return 3 }
    return mention.role.isAgent ? 4 : 2
  }
}
