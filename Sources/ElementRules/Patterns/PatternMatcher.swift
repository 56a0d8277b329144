import TextCore

/// Where a pattern matched and which values it took.
struct PatternMatch: Hashable, Sendable {
  let range: Range<Int>
  /// The values, in the order of the text.
  let captures: [SlotMatch]
}

/// Verifies a compiled pattern around a place where one of its anchors stands.
///
/// Backtracking with a memory of the places tried: every pair of a step that leaves a choice and a place is followed at most once, so that no
/// pattern takes more than steps × window, and an explicit stack, so that none is too deep.
struct PatternMatcher {
  let bytes: [UInt8]
  /// No match reaches outside.
  let bounds: Range<Int>
  let slots: SlotTable

  /// The match whose anchor stands at `anchor`, if there is one.
  func match(_ pattern: CompiledPattern, anchor: Range<Int>) -> PatternMatch? {
    guard bounds.lowerBound <= anchor.lowerBound, anchor.upperBound <= bounds.upperBound else { return nil }
    var left = Run(code: pattern.before.code, backward: true)
    guard let start = run(&left, from: anchor.lowerBound) else { return nil }
    var right = Run(code: pattern.after.code, backward: false)
    guard let end = run(&right, from: anchor.upperBound) else { return nil }
    return PatternMatch(range: start..<end, captures: left.captures.reversed() + right.captures)
  }

  /// The match of a program that begins at `offset`, if there is one.
  func match(_ program: PatternProgram, at offset: Int) -> PatternMatch? {
    var run = Run(code: program.code, backward: false)
    guard let end = self.run(&run, from: offset), end > offset else { return nil }
    return PatternMatch(range: offset..<end, captures: run.captures)
  }

  /// How far a pattern that does not match comes from an anchor: the words it holds, and what it wants next.
  func nearMiss(_ pattern: CompiledPattern, anchor: Range<Int>) -> (
    words: Range<Int>, wanted: PatternProgram.Instruction
  )? {
    guard bounds.lowerBound <= anchor.lowerBound, anchor.upperBound <= bounds.upperBound else { return nil }
    var left = Run(code: pattern.before.code, backward: true)
    guard let start = run(&left, from: anchor.lowerBound) else {
      return left.failure.map { ($0.offset..<anchor.upperBound, $0.wanted) }
    }
    var right = Run(code: pattern.after.code, backward: false)
    guard run(&right, from: anchor.upperBound) == nil, let failure = right.failure else { return nil }
    return (start..<failure.offset, failure.wanted)
  }

  private struct Run {
    let code: [PatternProgram.Instruction]
    let backward: Bool
    var captures: [SlotMatch] = []
    var choices: [Choice] = []
    var tried: Set<Place> = []
    /// Where the farthest try failed, and what it wanted there.
    private(set) var failure: (offset: Int, wanted: PatternProgram.Instruction)?

    mutating func failed(at offset: Int, step: Int) {
      if let failure, backward ? failure.offset <= offset : failure.offset >= offset { return }
      failure = (offset, code[step])
    }

    init(code: [PatternProgram.Instruction], backward: Bool) {
      self.code = code
      self.backward = backward
    }
  }

  /// Where a choice was left open: the way to take when the other one fails.
  private struct Choice {
    let place: Place
    /// Scalars that a gap at this step may still skip; nil when the step starts afresh.
    let left: Int?
    /// Values taken before.
    let captures: Int
  }

  private struct Place: Hashable {
    let step: Int
    let offset: Int
  }

  /// The place where the program accepts.
  private func run(_ run: inout Run, from offset: Int) -> Int? {
    run.choices = [Choice(place: Place(step: 0, offset: offset), left: nil, captures: 0)]
    while let choice = run.choices.popLast() {
      run.captures.removeLast(run.captures.count - choice.captures)
      if let end = follow(choice, &run) { return end }
    }
    return nil
  }

  /// Goes on from a choice until the program accepts or fails.
  private func follow(_ choice: Choice, _ run: inout Run) -> Int? {
    var (step, offset, left) = (choice.place.step, choice.place.offset, choice.left)
    while true {
      switch run.code[step] {
      case .accept: return offset
      case .jump(let target): step = target
      case .split(let one, let other):
        guard run.tried.insert(Place(step: step, offset: offset)).inserted else { return nil }
        open(Place(step: other, offset: offset), nil, &run)
        step = one
      case .gap(let longest):
        guard left != nil || run.tried.insert(Place(step: step, offset: offset)).inserted else { return nil }
        if left ?? longest > 0, let next = scalar(after: offset, run.backward) {
          open(Place(step: step, offset: next), (left ?? longest) - 1, &run)
        }
        step += 1
      case .bytes(let word):
        guard let next = past(word, offset, run.backward) else {
          run.failed(at: offset, step: step)
          return nil
        }
        (step, offset) = (step + 1, next)
      case .slot(let kind):
        let found = run.backward ? slots.value(kind, endingAt: offset) : slots.value(kind, startingAt: offset)
        guard let found else {
          run.failed(at: offset, step: step)
          return nil
        }
        run.captures.append(found)
        (step, offset) = (step + 1, run.backward ? found.range.lowerBound : found.range.upperBound)
      }
      left = nil
    }
  }

  private func open(_ place: Place, _ left: Int?, _ run: inout Run) {
    run.choices.append(Choice(place: place, left: left, captures: run.captures.count))
  }

  private func past(_ word: [UInt8], _ offset: Int, _ backward: Bool) -> Int? {
    let start = backward ? offset - word.count : offset
    guard start >= bounds.lowerBound, start + word.count <= bounds.upperBound else { return nil }
    return UTF8Bytes.hasPrefix(bytes, start, word) ? (backward ? start : start + word.count) : nil
  }

  /// The other side of the scalar next to `offset`, in reading direction.
  private func scalar(after offset: Int, _ backward: Bool) -> Int? {
    if backward {
      guard offset > bounds.lowerBound, let before = UTF8Bytes.scalar(bytes, before: offset) else {
        return nil
      }
      return max(bounds.lowerBound, offset - before.length)
    }
    guard offset < bounds.upperBound else { return nil }
    return min(bounds.upperBound, offset + UTF8Bytes.length(lead: bytes[offset]))
  }
}
