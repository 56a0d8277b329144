/// How positions moved when edits were applied.
public struct PositionMap: Sendable {
  private let edits: [Edit]

  init(_ edits: [Edit]) { self.edits = edits }

  /// True when nothing moved.
  public var isIdentity: Bool { edits.isEmpty }

  /// Moves spans that are sorted by start and do not overlap; linear in spans + edits.
  ///
  /// A span grows with insertions at its edges, so that text put at the start or end of a turn belongs to it; with
  /// `growing` false they stay outside. A span that a removal covers becomes empty at the place of the removal.
  public func map(_ spans: [Span<Working>], growing: Bool = true) -> [Span<Working>] {
    guard !edits.isEmpty else { return spans }
    var cursor = Cursor()
    return spans.map { span in
      let start = cursor.move(span.start, edits, growing: !growing)
      return Span(start, max(start, cursor.move(span.end, edits, growing: growing)))
    }
  }

  /// Moves sorted points; a point inside a replaced range goes to the start of its replacement.
  public func map(points: [Int]) -> [Int] {
    guard !edits.isEmpty else { return points }
    var cursor = Cursor()
    return points.map { cursor.move($0, edits, growing: false) }
  }

  private struct Cursor {
    var index = 0
    var shift = 0

    /// New place of `offset`; with `growing`, insertions at `offset` stay before it.
    mutating func move(_ offset: Int, _ edits: [Edit], growing: Bool) -> Int {
      while index < edits.count {
        let span = edits[index].span
        guard span.end < offset || (span.end == offset && (!span.isEmpty || growing)) else { break }
        shift += edits[index].replacement.count - span.count
        index += 1
      }
      guard index < edits.count, edits[index].span.start < offset else { return offset + shift }
      let start = edits[index].span.start + shift
      return growing ? start + edits[index].replacement.count : start
    }
  }
}
