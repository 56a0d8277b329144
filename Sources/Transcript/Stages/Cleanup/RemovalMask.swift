/// Which scalars of a speech go, and why.
struct RemovalMask {
  private(set) var reasons: [RemovalReason?] = []
  private(set) var isEmpty = true

  /// Begins a speech of `count` scalars.
  mutating func reset(count: Int) {
    if !isEmpty || reasons.count > count { reasons.removeAll(keepingCapacity: true) }
    if reasons.count < count { reasons.append(contentsOf: repeatElement(nil, count: count - reasons.count)) }
    isEmpty = true
  }

  /// Takes out the scalars in `range`.
  mutating func remove(_ range: Range<Int>, _ reason: RemovalReason) {
    isEmpty = isEmpty && range.isEmpty
    for index in range { reasons[index] = reason }
  }

  /// True when the scalar at `index` goes.
  func removes(_ index: Int) -> Bool { index >= 0 && index < reasons.count && reasons[index] != nil }

  /// Takes out the marks that lose their clause too (公开，呃，不公开 → 公开，不公开).
  mutating func closeGaps(_ speech: SpeechScalars) {
    var index = 0
    while index < speech.count {
      guard let reason = reasons[index] else {
        index += 1
        continue
      }
      let run = absorbingMark(index..<endOfRun(from: index, speech), speech)
      remove(run, reason)
      index = run.upperBound
    }
  }

  /// The end of the removed run; marks and blanks between two removed words belong to it.
  private func endOfRun(from start: Int, _ speech: SpeechScalars) -> Int {
    var end = start
    while true {
      while removes(end) { end += 1 }
      var next = end
      while speech.isMarkOrSpace(next) { next += 1 }
      guard next > end, removes(next) else { return end }
      end = next
    }
  }

  /// Of two marks left side by side one goes: the weaker, else the second; at the edges of the speech the comma goes.
  private func absorbingMark(_ run: Range<Int>, _ speech: SpeechScalars) -> Range<Int> {
    var (start, end) = (run.lowerBound, run.upperBound)
    let hasLeft = speech.has(.mark, at: start - 1)
    let hasRight = speech.has(.mark, at: end)
    if hasRight, start == 0 || (hasLeft && speech.has(.comma, at: end)) {
      end += 1
    } else if hasLeft, speech.has(.comma, at: start - 1), end == speech.count || hasRight {
      start -= 1
    } else if hasLeft, hasRight {
      end += 1
    }
    if speech.startsClause(start) {
      while speech.has(.space, at: end) { end += 1 }
    }
    return start..<end
  }
}
