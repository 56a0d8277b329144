/// A text under edit that knows, for every byte, which bytes of the source made it.
///
/// `apply` is the only way text changes. It costs one copy of the text plus O(records + edits).
public struct TracedText: Sendable {
  /// What was read.
  public let source: SourceText
  /// The text as it stands.
  public private(set) var bytes: [UInt8]
  /// All changes so far, resolved to the source, in source order, never overlapping.
  public private(set) var records: EditRecords

  /// The unchanged source.
  public init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    records = EditRecords()
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
      let passed = atEnd ? records.working(middle).start < offset : records.working(middle).start <= offset
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
    var gate = EditGate(bytes)
    if isSorted(edits), edits.allSatisfy({ gate.admits($0) }) { return edits }
    gate = EditGate(bytes)
    return edits.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
      .filter { gate.admits($0) }
  }

  private static func isSorted(_ edits: [Edit]) -> Bool {
    for index in edits.indices.dropFirst() {
      let (a, b) = (edits[index - 1].span, edits[index].span)
      if (b.start, -b.end) < (a.start, -a.end) { return false }
    }
    return true
  }
}

/// Lets sorted edits through that lie in the text, change something and do not overlap an earlier one.
private struct EditGate {
  private let bytes: [UInt8]
  private var end = 0
  private var lastInsertion = -1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func admits(_ edit: Edit) -> Bool {
    guard edit.span.start >= end, edit.span.end <= bytes.count else { return false }
    if edit.span.isEmpty, edit.span.start == lastInsertion || edit.replacement.isEmpty { return false }
    if edit.replacement.elementsEqual(bytes[edit.span.range]) { return false }
    end = edit.span.end
    if edit.span.isEmpty { lastInsertion = edit.span.start }
    return true
  }
}
