/// Hashed features of the role model: what is said inside a speech, and what stands where one speech ends and the
/// next begins. One place for training and use, so that both see the same.
enum RoleFeatures {
  @inline(__always)
  private static func mix(_ salt: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0)
    -> UInt32
  {
    var hash = salt &* 0x9E37_79B1 &+ a
    hash = (hash ^ hash >> 15) &* 0x85EB_CA6B &+ b
    hash = (hash ^ hash >> 13) &* 0xC2B2_AE35 &+ c
    hash = (hash ^ hash >> 16) &* 0x27D4_EB2F &+ d
    hash = (hash ^ hash >> 15) &* 0x85EB_CA6B
    return hash ^ hash >> 13
  }

  @inline(__always)
  private static func code(_ text: SpokenText, _ index: Int) -> UInt32 {
    index >= 0 && index < text.codes.count ? text.codes[index] : 1
  }

  /// Hashes for the speech table for the character at `index`.
  @inline(__always)
  static func inside(_ text: SpokenText, _ index: Int, _ body: (UInt32) -> Void) {
    let (a, b, c) = (code(text, index - 2), code(text, index - 1), code(text, index))
    body(mix(1, b, c))
    body(mix(2, a, b, c))
  }

  /// Hashes for the turn table for a speech that starts at `index`.
  @inline(__always)
  static func start(_ text: SpokenText, _ index: Int, _ body: (UInt32) -> Void) {
    let (a, b, c, d) = (
      code(text, index - 4), code(text, index - 3), code(text, index - 2), code(text, index - 1)
    )
    let (e, f, g, h) = (
      code(text, index), code(text, index + 1), code(text, index + 2), code(text, index + 3)
    )
    let gap = gap(text, index)
    body(mix(3, d))
    body(mix(4, c, d))
    body(mix(5, b, c, d))
    body(mix(6, a, b, c, d))
    body(mix(7, e))
    body(mix(8, e, f))
    body(mix(9, e, f, g))
    body(mix(10, e, f, g, h))
    body(mix(11, d, e))
    body(mix(12, c, d, e, f))
    body(mix(13, d, e, f))
    body(mix(14, c, d, e))
    body(mix(15, gap))
    body(mix(16, gap, e))
    body(mix(17, gap, d))
    for back in 4..<12 { body(mix(18, code(text, index - back - 1), code(text, index - back))) }
    for ahead in 2..<8 { body(mix(19, code(text, index + ahead), code(text, index + ahead + 1))) }
  }

  /// Hashes for the turn table for what kind of place `index` is, where speech comes without speakers.
  @inline(__always)
  static func shape(_ text: SpokenText, _ index: Int, _ body: (UInt32) -> Void) {
    answer(text, index, body)
    line(text, index, body)
  }

  /// A question before, an answer after.
  @inline(__always)
  private static func answer(_ text: SpokenText, _ index: Int, _ body: (UInt32) -> Void) {
    let question = TurnShape.question(text, before: index)
    let echo = TurnShape.echo(text, at: index)
    let (first, second) = (code(text, index), code(text, index + 1))
    body(mix(30, question))
    body(mix(31, question, first))
    body(mix(32, question, first, second))
    body(mix(33, question, gap(text, index)))
    body(mix(34, echo, question))
    body(mix(41, echo, first))
  }

  /// Where in its line the place is, how that line began, how long lines are here.
  @inline(__always)
  private static func line(_ text: SpokenText, _ index: Int, _ body: (UInt32) -> Void) {
    let gap = gap(text, index)
    let (since, until) = TurnShape.linePlace(text, index)
    let start = TurnShape.lineStart(text, before: index)
    let (first, second) = (code(text, start), code(text, start + 1))
    body(mix(35, gap, since, until))
    body(mix(36, gap, TurnShape.lineLength(text)))
    body(mix(37, gap, until, TurnShape.question(text, before: index)))
    body(mix(38, gap, code(text, index), code(text, index + 1)))
    body(mix(39, first, second, gap))
    body(mix(42, first, second, code(text, index), gap))
  }

  @inline(__always)
  private static func gap(_ text: SpokenText, _ index: Int) -> UInt32 {
    UInt32(index < text.gaps.count ? text.gaps[index].rawValue : 3)
  }

  /// Hashes for the turn table for a speech that ends before `index`.
  @inline(__always)
  static func end(_ text: SpokenText, _ index: Int, _ body: (UInt32) -> Void) {
    let (a, b, c, d) = (
      code(text, index - 4), code(text, index - 3), code(text, index - 2), code(text, index - 1)
    )
    body(mix(20, d))
    body(mix(21, c, d))
    body(mix(22, b, c, d))
    body(mix(23, a, b, c, d))
    body(mix(24, gap(text, index)))
    let question = TurnShape.question(text, before: index)
    body(mix(43, question))
    body(mix(44, question, d))
  }
}
