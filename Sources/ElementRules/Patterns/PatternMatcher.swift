import TextCore

/// Where a pattern matched and which values it took.
struct PatternMatch: Hashable, Sendable {
  let range: Range<Int>
  /// The values, in the order of the text.
  let captures: [SlotMatch]
}

/// Verifies a compiled pattern around a place where one of its anchors stands.
///
/// Backtracking, in which a run that leaves many choices open remembers the places tried: every pair of a step that
/// leaves a choice and a place is then followed at most once, so that no pattern takes more than steps × window. The
/// stack is explicit, so that no pattern is too deep.
struct PatternMatcher {
  let bytes: [UInt8]
  /// No match reaches outside.
  let bounds: Range<Int>
  let slots: SlotTable
  private let memory: Memory

  /// The runs of one match, used again for the next.
  final class Memory {
    fileprivate var left = MatchRun()
    fileprivate var right = MatchRun()
  }

  init(bytes: [UInt8], bounds: Range<Int>, slots: SlotTable, memory: Memory = Memory()) {
    self.bytes = bytes
    self.bounds = bounds
    self.slots = slots
    self.memory = memory
  }

  /// The match whose anchor stands at `anchor`, if there is one.
  func match(_ pattern: CompiledPattern, anchor: Range<Int>) -> PatternMatch? {
    guard bounds.lowerBound <= anchor.lowerBound, anchor.upperBound <= bounds.upperBound else { return nil }
    memory.left.reset()
    guard let start = run(pattern.before, &memory.left, from: anchor.lowerBound) else { return nil }
    memory.right.reset()
    guard let end = run(pattern.after, &memory.right, from: anchor.upperBound) else { return nil }
    let captures = memory.left.captures.reversed() + memory.right.captures
    return PatternMatch(range: start..<end, captures: captures)
  }

  /// The match of a program that begins at `offset`, if there is one.
  func match(_ program: PatternProgram, at offset: Int) -> PatternMatch? {
    var run = MatchRun()
    guard let end = self.run(program, &run, from: offset), end > offset else { return nil }
    return PatternMatch(range: offset..<end, captures: run.captures)
  }

  /// How far a pattern that does not match comes from an anchor: the words it holds, and what it wants next.
  func nearMiss(_ pattern: CompiledPattern, anchor: Range<Int>) -> (
    words: Range<Int>, wanted: MatchRun.Wanted
  )? {
    guard bounds.lowerBound <= anchor.lowerBound, anchor.upperBound <= bounds.upperBound else { return nil }
    var left = MatchRun(notesFailures: true)
    guard let start = run(pattern.before, &left, from: anchor.lowerBound) else {
      return left.failure.map { ($0.offset..<anchor.upperBound, $0.wanted) }
    }
    var right = MatchRun(notesFailures: true)
    guard run(pattern.after, &right, from: anchor.upperBound) == nil, let failure = right.failure else {
      return nil
    }
    return (start..<failure.offset, failure.wanted)
  }

  /// The place where the program accepts.
  private func run(_ program: PatternProgram, _ run: inout MatchRun, from offset: Int) -> Int? {
    var choice = MatchRun.Choice(step: 0, offset: offset, rest: nil, captures: 0)
    while true {
      if let end = follow(program, choice, &run) { return end }
      guard let next = run.choices.popLast() else { return nil }
      run.captures.removeLast(run.captures.count - next.captures)
      choice = next
    }
  }

  /// Goes on from a choice until the program accepts or fails.
  private func follow(_ program: PatternProgram, _ choice: MatchRun.Choice, _ run: inout MatchRun) -> Int? {
    var (step, offset, rest) = (choice.step, choice.offset, choice.rest)
    while true {
      switch program.code[step] {
      case .accept: return offset
      case .jump(let target): step = target
      case .split(let one, let other):
        guard run.isNew(step, offset) else { return nil }
        if !run.notesFailures, !canBegin(program, one, offset) {
          step = other
        } else {
          run.open(step: other, offset: offset, rest: nil)
          step = one
        }
      case .gap(let longest):
        guard rest != nil || run.isNew(step, offset),
          let next = pastGap(program, step, offset, rest ?? longest, &run)
        else { return nil }
        (step, offset) = (step + 1, next)
      case .words(let set):
        guard let next = pastWord(program, step, set, offset, rest, &run) else { return nil }
        (step, offset) = (step + 1, next)
      case .slot(let kind):
        let found =
          program.backward ? slots.value(kind, endingAt: offset) : slots.value(kind, startingAt: offset)
        guard let found, bounds.lowerBound <= found.range.lowerBound,
          found.range.upperBound <= bounds.upperBound
        else {
          run.failed(at: offset, program, .slot(kind))
          return nil
        }
        run.captures.append(found)
        (step, offset) = (step + 1, program.backward ? found.range.lowerBound : found.range.upperBound)
      }
      rest = nil
    }
  }

  /// The nearest place after a gap where the step behind it can begin; farther ones are left open.
  private func pastGap(
    _ program: PatternProgram, _ step: Int, _ from: Int, _ longest: Int, _ run: inout MatchRun
  ) -> Int? {
    let goal = run.notesFailures ? from : nearest(program, step + 1, from)
    guard let goal else { return nil }
    var (offset, left) = (from, longest)
    while true {
      let next = left > 0 ? scalar(after: offset, program.backward) : nil
      let isThere = program.backward ? offset <= goal : offset >= goal
      if run.notesFailures || isThere && canBegin(program, step + 1, offset) {
        if let next { run.open(step: step, offset: next, rest: left - 1) }
        return offset
      }
      guard let next else { return nil }
      (offset, left) = (next, left - 1)
    }
  }

  /// Where the step can begin at the earliest, from `offset` on; nil when nowhere.
  private func nearest(_ program: PatternProgram, _ step: Int, _ offset: Int) -> Int? {
    guard case .slot(let kind) = program.code[step], !kind.isFree, kind != .rate else { return offset }
    return program.backward
      ? slots.lastEnd(kind, upTo: offset) : slots.firstStart(kind, from: offset)
  }

  /// False when the step surely fails at `offset`. Looks through so many choices that stand one after the other.
  private func canBegin(_ program: PatternProgram, _ step: Int, _ offset: Int, choices: Int = 8) -> Bool {
    switch program.code[step] {
    case .words(let set): hasWord(program, set, offset)
    case .slot(let kind):
      program.backward ? slots.has(kind, endingAt: offset) : slots.has(kind, startingAt: offset)
    case .split(let one, let other):
      choices == 0 || canBegin(program, one, offset, choices: choices - 1)
        || canBegin(program, other, offset, choices: choices - 1)
    case .gap, .jump, .accept: true
    }
  }

  private func hasWord(_ program: PatternProgram, _ set: Int, _ offset: Int) -> Bool {
    guard mayHaveWord(program, set, offset) else { return false }
    for word in program.sets[set].words where past(program, program.words[word], offset) != nil {
      return true
    }
    return false
  }

  private func mayHaveWord(_ program: PatternProgram, _ set: Int, _ offset: Int) -> Bool {
    program.backward
      ? program.sets[set].filter.mayEnd(bytes, at: offset)
      : program.sets[set].filter.mayBegin(bytes, at: offset)
  }

  /// The other side of the first word that stands at `offset`, from number `rest` of the set on; those after it are
  /// left open.
  private func pastWord(
    _ program: PatternProgram, _ step: Int, _ set: Int, _ offset: Int, _ rest: Int?, _ run: inout MatchRun
  ) -> Int? {
    guard run.notesFailures || mayHaveWord(program, set, offset) else { return nil }
    let words = program.sets[set].words
    guard rest != nil || words.count == 1 || run.isNew(step, offset) else { return nil }
    for index in (rest ?? words.lowerBound)..<words.upperBound {
      if let next = past(program, program.words[index], offset) {
        if index + 1 < words.upperBound { run.open(step: step, offset: offset, rest: index + 1) }
        return next
      }
      run.failed(at: offset, program, .word(index))
    }
    return nil
  }

  private func past(_ program: PatternProgram, _ word: Range<Int>, _ offset: Int) -> Int? {
    let start = program.backward ? offset - word.count : offset
    guard start >= bounds.lowerBound, start + word.count <= bounds.upperBound else { return nil }
    for index in 0..<word.count where bytes[start + index] != program.bytes[word.lowerBound + index] {
      return nil
    }
    return program.backward ? start : start + word.count
  }

  /// The other side of the scalar next to `offset`, in reading direction.
  private func scalar(after offset: Int, _ backward: Bool) -> Int? {
    if backward {
      guard offset > bounds.lowerBound else { return nil }
      var start = offset - 1
      while start > bounds.lowerBound, UTF8Bytes.isContinuation(bytes[start]) { start -= 1 }
      return start
    }
    guard offset < bounds.upperBound else { return nil }
    return min(bounds.upperBound, offset + UTF8Bytes.length(lead: bytes[offset]))
  }
}
