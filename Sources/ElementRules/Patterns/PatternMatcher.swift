import TextCore

/// Where a pattern matched and which values it took.
struct PatternMatch: Hashable, Sendable {
  let range: Range<Int>
  /// The values, in the order of the text.
  let captures: [SlotMatch]
}

/// Verifies a compiled pattern around a place where one of its anchors stands.
struct PatternMatcher {
  let bytes: [UInt8]
  /// No match reaches outside.
  let bounds: Range<Int>
  let slots: SlotTable
  /// The match whose anchor stands at `anchor`, if there is one.
  func match(_ pattern: CompiledPattern, anchor: Range<Int>) -> PatternMatch? {
    var run = MatchRun()
    return Self.with(pattern.code) { match($0, at: 0, anchor: anchor, &run) }
  }

  /// The match of the pattern that begins at `place` of the code, if there is one; `run` is used again for the next.
  func match(_ code: ProgramCode, at place: Int, anchor: Range<Int>, _ run: inout MatchRun) -> PatternMatch? {
    guard bounds.lowerBound <= anchor.lowerBound, anchor.upperBound <= bounds.upperBound else { return nil }
    run.reset()
    let before = place + ProgramCode.distanceSize
    guard let start = self.run(code, before, backward: true, &run, from: anchor.lowerBound) else {
      return nil
    }
    if run.captures.count > 1 { run.captures.reverse() }
    run.reset(keepingCaptures: true)
    let after = code.target(place)
    guard let end = self.run(code, after, backward: false, &run, from: anchor.upperBound) else { return nil }
    return PatternMatch(range: start..<end, captures: run.captures)
  }

  /// The match of an answer that begins at `offset`, if there is one.
  func match(_ answer: AnswerPattern, at offset: Int) -> PatternMatch? {
    var run = MatchRun()
    let end = Self.with(answer.code) { self.run($0, 0, backward: false, &run, from: offset) }
    guard let end, end > offset else { return nil }
    return PatternMatch(range: offset..<end, captures: run.captures)
  }

  /// How far a pattern that does not match comes from an anchor: the words it holds, and what it wants next.
  func nearMiss(_ pattern: CompiledPattern, anchor: Range<Int>) -> (
    words: Range<Int>, wanted: MatchRun.Wanted
  )? {
    guard bounds.lowerBound <= anchor.lowerBound, anchor.upperBound <= bounds.upperBound else { return nil }
    return Self.with(pattern.code) { code in
      var left = MatchRun(notesFailures: true)
      let before = ProgramCode.distanceSize
      guard let start = run(code, before, backward: true, &left, from: anchor.lowerBound) else {
        return left.failure.map { ($0.offset..<anchor.upperBound, $0.wanted) }
      }
      var right = MatchRun(notesFailures: true)
      let end = run(code, code.target(0), backward: false, &right, from: anchor.upperBound)
      guard end == nil, let failure = right.failure else { return nil }
      return (start..<failure.offset, failure.wanted)
    }
  }

  private static func with<Result>(_ code: [UInt8], _ body: (ProgramCode) -> Result?) -> Result? {
    code.withUnsafeBytes { code in code.baseAddress.flatMap { body(ProgramCode($0)) } }
  }

  /// The place where the program that begins at `start` of the code accepts.
  private func run(
    _ code: ProgramCode, _ start: Int, backward: Bool, _ run: inout MatchRun, from offset: Int
  ) -> Int? {
    bytes.withUnsafeBufferPointer { text in
      let runner = ProgramRunner(
        text: text, code: code, lower: bounds.lowerBound, upper: bounds.upperBound, backward: backward,
        slots: slots)
      return runner.run(start, &run, from: offset)
    }
  }
}
