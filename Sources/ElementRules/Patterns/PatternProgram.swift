/// A pattern made flat for matching in one direction.
struct PatternProgram: Sendable {
  /// One step.
  enum Instruction: Sendable, Hashable {
    /// These bytes stand here (read backwards: end here).
    case bytes([UInt8])
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

  /// The most scalars that the gaps can span together.
  var reach: Int {
    code.reduce(0) { sum, step in if case .gap(let scalars) = step { sum + scalars } else { sum } }
  }

  /// True when the words themselves tell of a negation, so that 没有 in a match is meant so.
  var tellsOfNegation: Bool {
    code.contains { step in
      if case .bytes(let word) = step { Self.negations.occur(word, in: 0..<word.count) } else { false }
    }
  }

  private static let negations = Cues(["没", "不", "未", "无", "非", "否"])
  private(set) var code: [Instruction] = []

  /// Flattens `parts`; with `backward`, for reading from right to left.
  init(_ parts: [Pattern], backward: Bool) {
    emit(.sequence(parts), backward)
    code.append(.accept)
  }

  private mutating func emit(_ pattern: Pattern, _ backward: Bool) {
    switch pattern {
    case .literal(let bytes): code.append(.bytes(bytes))
    case .gap(let scalars): code.append(.gap(scalars))
    case .slot(let kind): code.append(.slot(kind))
    case .sequence(let parts): for part in backward ? parts.reversed() : parts { emit(part, backward) }
    case .optional(let part):
      let split = code.count
      code.append(.accept)
      emit(part, backward)
      code[split] = .split(split + 1, code.count)
    case .alternatives(let parts): emitAlternatives(parts, backward)
    }
  }

  private mutating func emitAlternatives(_ parts: [Pattern], _ backward: Bool) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      let split = code.count
      if index < parts.count - 1 { code.append(.accept) }
      emit(part, backward)
      guard index < parts.count - 1 else { break }
      jumps.append(code.count)
      code.append(.accept)
      code[split] = .split(split + 1, code.count)
    }
    for jump in jumps { code[jump] = .jump(code.count) }
  }
}
