import TextCore

/// A pattern made flat for matching in one direction.
///
/// Steps, words and bytes lie in plain arrays of one object, so that a step costs no reference counting.
final class PatternProgram: Sendable {
  /// One step.
  enum Step: Sendable {
    /// One of the words of a set stands here (read backwards: ends here), the first that leads to a match.
    case words(Int)
    /// Skip up to so many scalars, the fewest first.
    case gap(Int)
    /// A typed value stands here.
    case slot(SlotKind)
    /// Try the first place, then the second.
    case split(Int, Int)
    /// Go on elsewhere.
    case jump(Int)
    /// Done.
    case accept
  }

  /// Alternative words.
  struct WordSet: Sendable {
    /// The words, as indices of `words`, in the order to try them.
    let words: Range<Int>
    /// Where none of them can stand.
    let filter: ScalarFilter
  }

  /// The steps.
  let code: [Step]
  /// The sets that `.words` counts in.
  let sets: [WordSet]
  /// Where in `bytes` each word lies.
  let words: [Range<Int>]
  /// All words, one after the other.
  let bytes: [UInt8]
  /// True when it is read from right to left.
  let backward: Bool

  /// Flattens `parts`; with `backward`, for reading from right to left.
  init(_ parts: [Pattern], backward: Bool) {
    var writer = ProgramWriter(backward: backward)
    writer.emit(.sequence(parts))
    writer.code.append(.accept)
    (code, sets, words, bytes) = (writer.code, writer.sets, writer.words, writer.bytes)
    self.backward = backward
  }

  /// The most scalars that the gaps can span together.
  var reach: Int {
    code.reduce(0) { sum, step in if case .gap(let scalars) = step { sum + scalars } else { sum } }
  }

  /// Steps and words.
  var size: Int { code.count + words.count }

  /// True when the words themselves tell of a negation, so that 没有 in a match is meant so.
  var tellsOfNegation: Bool { words.contains { Self.negations.occur(bytes, in: $0) } }

  /// True when one of the words tells of a negation.
  static func tellOfNegation(_ words: [[UInt8]]) -> Bool {
    words.contains { negations.occur($0, in: $0.indices) }
  }

  private static let negations = Cues(["没", "不", "未", "无", "非", "否"])
}

/// Writes the steps of a program.
private struct ProgramWriter {
  let backward: Bool
  var code: [PatternProgram.Step] = []
  var sets: [PatternProgram.WordSet] = []
  var words: [Range<Int>] = []
  var bytes: [UInt8] = []

  mutating func emit(_ pattern: Pattern) {
    switch pattern {
    case .literal(let word): emit(words: [word])
    case .gap(let scalars): code.append(.gap(scalars))
    case .slot(let kind): code.append(.slot(kind))
    case .sequence(let parts): for part in backward ? parts.reversed() : parts { emit(part) }
    case .optional(let part):
      let split = code.count
      code.append(.accept)
      emit(part)
      code[split] = .split(split + 1, code.count)
    case .alternatives(let parts):
      if let words = pattern.wordsAlone { emit(words: words) } else { emit(alternatives: parts) }
    }
  }

  private mutating func emit(words all: [[UInt8]]) {
    var filter = ScalarFilter()
    let first = words.count
    for word in all {
      filter.admit(word, backward: backward)
      words.append(bytes.count..<bytes.count + word.count)
      bytes += word
    }
    code.append(.words(sets.count))
    sets.append(PatternProgram.WordSet(words: first..<words.count, filter: filter))
  }

  private mutating func emit(alternatives parts: [Pattern]) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      let split = code.count
      if index < parts.count - 1 { code.append(.accept) }
      emit(part)
      guard index < parts.count - 1 else { break }
      jumps.append(code.count)
      code.append(.accept)
      code[split] = .split(split + 1, code.count)
    }
    for jump in jumps { code[jump] = .jump(code.count) }
  }
}
