import TextCore

/// Collects changes and joins those of one rule that touch, so that every edit covers a maximal run.
struct RunEdits {
  private(set) var edits: [Edit] = []
  private var rule = ""
  private var start = 0
  private var end = -1
  private var replacement: [UInt8] = []

  /// Replaces `range`; calls come in text order.
  mutating func replace(_ range: Range<Int>, _ new: [UInt8], _ rule: String) {
    if range.lowerBound != end || rule != self.rule {
      flush()
      self.rule = rule
      start = range.lowerBound
    }
    end = range.upperBound
    replacement += new
  }

  /// One past the last byte that a change covers; -1 before any.
  var coveredEnd: Int { end }

  /// All edits, the open one closed.
  mutating func finish() -> [Edit] {
    flush()
    return edits
  }

  private mutating func flush() {
    if end >= 0, start < end { edits.append(Edit(rule, Span(start, end), replacement)) }
    replacement.removeAll(keepingCapacity: true)
    end = -1
  }
}
