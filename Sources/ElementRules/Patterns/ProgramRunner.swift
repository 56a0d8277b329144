import TextCore

/// Runs a program in its direction over the text between two bounds.
///
/// Backtracking, in which a run that leaves many choices open remembers the places tried: every pair of a step that
/// leaves a choice and a place is then followed at most once, so that no pattern takes more than steps × window. The
/// stack is explicit, so that no pattern is too deep.
struct ProgramRunner {
  let text: UnsafeBufferPointer<UInt8>
  let code: ProgramCode
  let lower: Int
  let upper: Int
  let backward: Bool
  /// Lives longer than the run; not counted as held.
  unowned(unsafe) let slots: SlotTable

  /// The place where the program that begins at `start` accepts.
  func run(_ start: Int, _ run: inout MatchRun, from offset: Int) -> Int? {
    if code.step(start) == .accept { return offset }
    let first = run.captures.count
    var choice = MatchRun.Choice(step: start, offset: offset, rest: nil, captures: first)
    while true {
      if let end = follow(choice, &run) { return end }
      guard let next = run.choices.popLast() else { return nil }
      if run.captures.count > next.captures { run.captures.removeLast(run.captures.count - next.captures) }
      choice = next
    }
  }

  /// Goes on from a choice until the program accepts or fails.
  private func follow(_ choice: MatchRun.Choice, _ run: inout MatchRun) -> Int? {
    var (step, offset, rest) = (choice.step, choice.offset, choice.rest)
    while true {
      var next = step + 1
      switch code.step(step) {
      case .accept: return offset
      case .jump: step = code.target(next)
      case .split:
        guard run.isNew(step, offset) else { return nil }
        let (first, other) = (next + 4 + WordFilter.size, code.target(next))
        if !run.notesFailures, !(mayBegin(next + 4, offset) && canBegin(first, offset)) {
          step = other
        } else {
          run.open(step: other, offset: offset, rest: nil)
          step = first
        }
      case .gap:
        let longest = code.number(&next)
        guard rest != nil || run.isNew(step, offset),
          let place = pastGap(step, next, offset, rest ?? longest, &run)
        else { return nil }
        (step, offset) = (next, place)
      case .word:
        let count = code.number(&next)
        guard let place = past(next, count, offset) else {
          run.failed(at: offset, backward: backward, word(next, count))
          return nil
        }
        (step, offset) = (next + count, place)
      case .words:
        guard let place = pastWords(step, offset, rest, &run) else { return nil }
        (step, offset) = (code.target(next), place)
      case .slot:
        guard let place = pastValue(SlotKind(index: code.number(&next)), offset, next, &run)
        else { return nil }
        (step, offset) = (next, place)
      }
      rest = nil
    }
  }

  // MARK: Values

  private func pastValue(_ kind: SlotKind, _ offset: Int, _ behind: Int, _ run: inout MatchRun) -> Int? {
    if kind.isFree, let end = freeEnd(kind, offset, behind) {
      let range = min(offset, end)..<max(offset, end)
      run.captures.append(
        SlotMatch(kind: kind, range: range, value: String(decoding: text[range], as: UTF8.self)))
      return end
    }
    let found = backward ? slots.value(kind, endingAt: offset) : slots.value(kind, startingAt: offset)
    guard let found, lower <= found.range.lowerBound, found.range.upperBound <= upper else {
      run.failed(at: offset, backward: backward, .slot(kind))
      return nil
    }
    run.captures.append(found)
    return backward ? found.range.lowerBound : found.range.upperBound
  }

  /// Where free text ends before its mark: at the nearest place where the words of the next step stand.
  private func freeEnd(_ kind: SlotKind, _ offset: Int, _ behind: Int) -> Int? {
    guard code.step(behind) == .word || code.step(behind) == .words,
      let whole = backward ? slots.value(kind, endingAt: offset) : slots.value(kind, startingAt: offset)
    else { return nil }
    var place = scalar(after: offset)
    while let here = place, whole.range.lowerBound < here, here < whole.range.upperBound {
      if canBegin(behind, here) { return here }
      place = scalar(after: here)
    }
    return nil
  }

  // MARK: Gaps

  /// The nearest place after a gap where the step behind it can begin; farther ones are left open.
  private func pastGap(_ step: Int, _ behind: Int, _ from: Int, _ longest: Int, _ run: inout MatchRun) -> Int?
  {
    var (offset, left) = (from, longest)
    if !run.notesFailures {
      guard let goal = nearest(behind, from), skip(to: goal, behind, &offset, &left) else { return nil }
    }
    if left > 0, let next = scalar(after: offset) { run.open(step: step, offset: next, rest: left - 1) }
    return offset
  }

  /// Skips scalars, as many as are left, up to a place from `goal` on where the step can begin; false when there is none.
  private func skip(to goal: Int, _ behind: Int, _ offset: inout Int, _ left: inout Int) -> Bool {
    let step = code.step(behind)
    var word = behind + 1
    let count = step == .word ? code.number(&word) : 0
    while true {
      if backward ? offset <= goal : offset >= goal {
        let isThere =
          switch step {
          case .word: past(word, count, offset) != nil
          case .words: mayBegin(behind + 5, offset) && hasWord(behind + 1, offset)
          default: canBegin(behind, offset)
          }
        if isThere { return true }
      }
      guard left > 0, let next = scalar(after: offset) else { return false }
      (offset, left) = (next, left - 1)
    }
  }

  /// Where the step can begin at the earliest, from `offset` on; nil when nowhere.
  private func nearest(_ step: Int, _ offset: Int) -> Int? {
    guard code.step(step) == .slot else { return offset }
    var place = step + 1
    let kind = SlotKind(index: code.number(&place))
    guard !kind.isFree, kind != .rate else { return offset }
    return backward ? slots.lastEnd(kind, upTo: offset) : slots.firstStart(kind, from: offset)
  }

  /// The other side of the scalar next to `offset`, in reading direction.
  @inline(__always)
  private func scalar(after offset: Int) -> Int? {
    if backward {
      guard offset > lower else { return nil }
      var start = offset - 1
      while start > lower, UTF8Bytes.isContinuation(text[start]) { start -= 1 }
      return start
    }
    guard offset < upper else { return nil }
    return min(upper, offset + UTF8Bytes.length(lead: text[offset]))
  }

  // MARK: Looking ahead

  /// False when the step surely fails at `offset`. Looks through so many choices that stand one after the other.
  private func canBegin(_ first: Int, _ offset: Int, choices: Int = 8) -> Bool {
    var (step, left) = (first, choices)
    while true {
      var next = step + 1
      switch code.step(step) {
      case .word:
        let count = code.number(&next)
        return past(next, count, offset) != nil
      case .words: return mayBegin(next + 4, offset) && hasWord(next, offset)
      case .slot:
        let kind = SlotKind(index: code.number(&next))
        return backward ? slots.has(kind, endingAt: offset) : slots.has(kind, startingAt: offset)
      case .split:
        guard left > 0 else { return true }
        left -= 1
        let way = next + 4 + WordFilter.size
        if mayBegin(next + 4, offset), canBegin(way, offset, choices: left) { return true }
        step = code.target(next)
      case .gap, .jump, .accept: return true
      }
    }
  }

  // MARK: Words

  /// True when one of the words of a set, whose distance stands at `place`, stands at `offset`.
  private func hasWord(_ place: Int, _ offset: Int) -> Bool {
    let end = code.target(place)
    var next = place + 4 + WordFilter.size
    while next < end {
      let count = code.number(&next)
      if past(next, count, offset) != nil { return true }
      next += count
    }
    return false
  }

  /// False when the filter at `place` tells that nothing of what it stands for begins at `offset`.
  @inline(__always)
  private func mayBegin(_ place: Int, _ offset: Int) -> Bool {
    WordFilter.mayHave(hash(offset), code, place)
  }

  /// The hash of the scalar next to `offset`, in reading direction; at the bounds that which an empty word has.
  @inline(__always)
  private func hash(_ offset: Int) -> UInt8 {
    let last: Int
    if backward {
      guard offset > lower else { return .max }
      last = offset - 1
    } else {
      guard offset < upper else { return .max }
      last = offset + UTF8Bytes.length(lead: text[offset]) - 1
      guard last < upper else { return .max }
    }
    return ScalarFilter.hash(text[last], after: last > 0 ? text[last - 1] : 0)
  }

  /// The other side of the first word of a set that stands at `offset`, from the one at `rest` on; those after it are
  /// left open.
  private func pastWords(_ step: Int, _ offset: Int, _ rest: Int?, _ run: inout MatchRun) -> Int? {
    guard run.notesFailures || mayBegin(step + 5, offset) else { return nil }
    guard rest != nil || run.isNew(step, offset) else { return nil }
    let end = code.target(step + 1)
    var next = rest ?? step + 5 + WordFilter.size
    while next < end {
      let count = code.number(&next)
      let word = next
      next += count
      if let place = past(word, count, offset) {
        if next < end { run.open(step: step, offset: offset, rest: next) }
        return place
      }
      run.failed(at: offset, backward: backward, self.word(word, count))
    }
    return nil
  }

  /// The other side of the word of the code at `offset`; nil when it does not stand there.
  @inline(__always)
  private func past(_ word: Int, _ count: Int, _ offset: Int) -> Int? {
    let start = backward ? offset - count : offset
    guard start >= lower, start + count <= upper else { return nil }
    // The last byte first: Chinese characters differ in it most.
    var index = count
    while index > 0 {
      index -= 1
      if text[start + index] != code[word + index] { return nil }
    }
    return backward ? start : start + count
  }

  private func word(_ place: Int, _ count: Int) -> MatchRun.Wanted {
    .word((place..<place + count).map { code[$0] })
  }
}
