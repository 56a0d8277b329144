/// Weights of the learnt role model.
///
/// A speech of role r scores: the sum over its characters of `inside`, plus `start` and `end` where it begins and ends,
/// plus who follows whom. Columns are the classes; the last column of the turn table is shared by all (is there a
/// change at all?).
struct RoleModel: Sendable {
  /// Columns of the turn table.
  static let columns = RoleClass.count + 1
  /// Speech table, rows × classes.
  var inside: [Float]
  /// Turn table, rows × columns.
  var turn: [Float]
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

  static let grades = 5
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

  /// All weights nought.
  init() {
    let c = RoleClass.count
    inside = Array(repeating: 0, count: RoleFeatures.rows * c)
    turn = Array(repeating: 0, count: RoleFeatures.rows * Self.columns)
    follow = Array(repeating: 0, count: c * c)
    resume = Array(repeating: 0, count: (c + 1) * c)
    same = Array(repeating: 0, count: c)
    named = Array(repeating: 0, count: 2 * Self.grades * Self.distances)
    called = Array(repeating: 0, count: Self.grades * Self.lengths)
    length = Array(repeating: 0, count: c * Self.lengths)
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

  /// How well a role that was named fits: 0 another side, 1 another of the side, 2 agent for party, 3 this one.
  func grade(_ mention: RoleMention) -> Int {
    guard mention.role.side == role.side, role.side > 0 || mention.role == role else { return 0 }
    if mention.ordinal > 0, ordinal > 0, mention.ordinal != ordinal { return 1 }
    return mention.role == role ? 3 : 2
  }
}
