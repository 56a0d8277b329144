/// A text under edit that knows, for every byte, which bytes of the source made it.
///
/// `apply` is the only way text changes. It costs one copy of the text plus O(records + edits).
public struct TracedText: Sendable {
  /// What was read.
  public let source: SourceText
  /// The text as it stands.
  public private(set) var bytes: [UInt8]
  /// All changes so far, resolved to the source, in source order, never overlapping.
  public private(set) var records: [EditRecord]

  /// The unchanged source.
  public init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    records = []
  }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a span.
  public func string(_ span: Span<Working>) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// What a record replaced.
  public func before(_ record: EditRecord) -> String { source.string(record.source) }

  /// What a record put there.
  public func after(_ record: EditRecord) -> String { string(record.working) }

  /// Makes the edits and returns how working positions moved.
  ///
  /// Edits may come in any order; of two that overlap the one that starts first (then the longer) is made and the
  /// other is left out, so that a mistake in a stage can never damage the text. An edit that changes nothing, or
  /// that lies outside the text, is left out too.
  @discardableResult
  public mutating func apply(_ edits: [Edit]) -> PositionMap {
    let chosen = Self.sortedWithoutOverlap(edits, in: bytes)
    guard !chosen.isEmpty else { return PositionMap([]) }
    var composer = RecordComposer(records: records, edits: chosen, old: bytes, source: source.bytes)
    composer.run()
    bytes = composer.bytes
    records = composer.records
    return PositionMap(chosen)
  }

  /// The source bytes that made a working span; the whole replaced range where the span touches a replacement.
  public func sourceSpan(of span: Span<Working>) -> Span<Source> {
    Span(
      sourceOffset(of: span.start, atEnd: false),
      max(
        sourceOffset(of: span.start, atEnd: false),
        sourceOffset(of: span.end, atEnd: true)))
  }

  private func sourceOffset(of offset: Int, atEnd: Bool) -> Int {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      let passed = atEnd ? records[middle].working.start < offset : records[middle].working.start <= offset
      if passed { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let record = records[low - 1]
    if offset < record.working.end || (atEnd && offset == record.working.end) {
      return atEnd ? record.source.end : record.source.start
    }
    return record.source.end + (offset - record.working.end)
  }

  private static func sortedWithoutOverlap(_ edits: [Edit], in bytes: [UInt8]) -> [Edit] {
    var sorted = edits
    if !isSorted(edits) {
      sorted.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    }
    var end = 0
    var lastInsertion = -1
    return sorted.filter { edit in
      guard edit.span.start >= end, edit.span.end <= bytes.count else { return false }
      if edit.span.isEmpty, edit.span.start == lastInsertion || edit.replacement.isEmpty { return false }
      if edit.replacement.elementsEqual(bytes[edit.span.range]) { return false }
      end = edit.span.end
      if edit.span.isEmpty { lastInsertion = edit.span.start }
      return true
    }
  }

  private static func isSorted(_ edits: [Edit]) -> Bool {
    for index in edits.indices.dropFirst() {
      let (a, b) = (edits[index - 1].span, edits[index].span)
      if (b.start, -b.end) < (a.start, -a.end) { return false }
    }
    return true
  }
}

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
