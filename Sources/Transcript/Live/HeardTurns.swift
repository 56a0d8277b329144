import TextCore

/// The turns of a run over a live hearing's window, with their places in the window.
struct HeardTurns {
  struct Heard {
    let turn: Turn
    let source: Span<Source>
  }

  let draft: Draft
  let turns: [Heard]

  init(_ draft: Draft) {
    self.draft = draft
    turns = draft.turns.filter { !$0.speech.isEmpty }
      .map { Heard(turn: $0, source: draft.text.sourceSpan(of: $0.speech)) }
  }

  /// True when the input itself has header lines.
  var hasHeader: Bool { !draft.header.isEmpty }

  /// Header lines and the blank line, as laid out before the first label.
  var header: [UInt8] {
    guard let first = turns.first?.turn else { return [] }
    let label = draft.speakers[first.speaker].label
    let end = first.speech.start - (label.isEmpty ? 0 : label.utf8.count + 3)  // ：
    return end > 0 ? Array(draft.text.bytes[..<end]) : []
  }

  /// Where the input's header lines end, after their line feed; 0 without any.
  var headerSourceEnd: Int {
    guard let last = draft.header.last else { return 0 }
    let source = draft.text.source
    let end = draft.text.sourceSpan(of: last.value).end
    return source.bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.bytes.count
  }

  /// The first place in the turn's speech that was made of nothing before a source offset; marks are passed, since
  /// what was given out before ended in one.
  func working(_ offset: Int, in heard: Heard) -> Int {
    var (low, high) = (heard.turn.speech.start, heard.turn.speech.end)
    while low < high {
      let middle = (low + high) / 2
      if draft.text.sourceSpan(of: Span(middle, middle)).start < offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < heard.turn.speech.end, isInside(low) || isMark(low) { low += 1 }
    return low
  }

  /// Where a piece of a turn that is too long to be held ends: after the last sentence that has enough behind it; for
  /// want of one, when twice as much is held, after a clause, and in the end anywhere. `start` when nothing is too long.
  func pieceEnd(_ heard: Heard, from start: Int, _ limits: LiveLimits) -> Int {
    let limit = heard.turn.speech.end - limits.heldBack
    let held = heard.turn.speech.end - start
    guard held > limits.longestHeld, limit > start else { return start }
    if let end = end(of: Self.stops, start..<limit) { return end }
    guard held > 2 * limits.longestHeld else { return start }
    if let end = end(of: Self.marks, start..<limit) { return end }
    return (start..<limit).last { !isInside($0) } ?? start
  }

  private func end(of marks: [[UInt8]], _ range: Range<Int>) -> Int? {
    range.last { index in marks.contains { UTF8Bytes.hasPrefix(draft.text.bytes, index, $0) } }.map { $0 + 3 }
  }

  private func isMark(_ index: Int) -> Bool {
    Self.marks.contains { UTF8Bytes.hasPrefix(draft.text.bytes, index, $0) }
  }

  private func isInside(_ index: Int) -> Bool { UTF8Bytes.isContinuation(draft.text.bytes[index]) }

  private static let stops = ["。", "？"].map { Array($0.utf8) }
  private static let marks = ["，", "。", "？", "、", "；", "：", "！"].map { Array($0.utf8) }
}
