/// A pattern ready to run: literals that must be found first, and programs for what stands left and right of them.
struct CompiledPattern: Sendable {
  /// Words one of which every match holds; found by the automaton over all rules, then the rest is verified.
  let anchors: WordList
  /// The other parts that are words alone; every match holds one of each.
  let companions: [Companion]
  /// Kinds of value that every match takes, but for text that can stand anywhere.
  let kinds: SlotKinds
  /// What stands left of the anchor, read from right to left, and what stands right of it, as `ProgramWriter` writes it.
  let code: [UInt8]
  /// True when its words tell of a negation.
  let tellsOfNegation: Bool
  /// Steps and words.
  let size: Int

  /// Words one of which stands before or after the anchor.
  struct Companion: Sendable {
    let words: WordList
    let isAfter: Bool
    /// Most bytes between them and the anchor.
    let reach: Int
  }

  /// The most patterns that the alternatives of one may be taken apart into.
  private static let mostVariants = 64
  /// Scalars that all gaps of a pattern may span together.
  private static let longestReach = 240

  /// Compiles a pattern: into one, or into several when only its alternatives hold words that must stand there.
  static func compile(_ pattern: Pattern) throws(PatternError) -> [CompiledPattern] {
    var done: [CompiledPattern] = []
    var open = [flat(pattern)]
    while let parts = open.popLast() {
      if let compiled = try CompiledPattern(parts) {
        done.append(compiled)
      } else {
        open += try variants(parts)
      }
      guard done.count + open.count <= mostVariants else {
        throw PatternError(0, "模式的写法太多，请拆成几个模式")
      }
    }
    return done
  }

  /// Chooses the rarest-looking anchor, the part whose shortest word is longest; nil when no part is words alone.
  private init?(_ parts: [Pattern]) throws(PatternError) {
    let words = parts.map { $0.wordList }
    var best: (index: Int, words: WordList)?
    for (index, words) in words.enumerated() {
      guard let words, words.shortest > best?.words.shortest ?? 0 else { continue }
      best = (index, words)
    }
    guard let best else { return nil }
    anchors = best.words
    companions = Self.companions(parts, words, anchor: best.index)
    kinds = parts.reduce(SlotKinds()) { $0.union($1.requiredKinds) }.subtracting(.free)
    var writer = ProgramWriter()
    writer.write(before: parts[..<best.index], after: parts[(best.index + 1)...])
    code = writer.bytes
    size = anchors.count + writer.size
    tellsOfNegation = writer.tellsOfNegation || anchors.tellsOfNegation
    try Self.check(reach: writer.reach)
  }

  private static func companions(_ parts: [Pattern], _ words: [WordList?], anchor: Int) -> [Companion] {
    words.indices.compactMap { index in
      guard index != anchor, let words = words[index], words.shortest > 0 else { return nil }
      let between = index < anchor ? parts[(index + 1)..<anchor] : parts[(anchor + 1)..<index]
      let reach = between.reduce(0) { min($0 + $1.longest, Pattern.endless) }
      return Companion(words: words, isAfter: index > anchor, reach: reach)
    }
  }

  /// Refuses gaps that span too much together.
  static func check(reach: Int) throws(PatternError) {
    guard reach <= longestReach else { throw PatternError(0, "模式里的间隔合计超过 \(longestReach) 个字，请拆开或缩短") }
  }

  /// One list of parts for each choice of the first alternatives.
  private static func variants(_ parts: [Pattern]) throws(PatternError) -> [[Pattern]] {
    for (index, part) in parts.enumerated() {
      guard case .alternatives(let choices) = part else { continue }
      return choices.reversed().map { parts[..<index] + flat($0) + parts[(index + 1)...] }
    }
    throw PatternError(0, "模式里至少要有一个必定出现的词，不能只有值、间隔和可有可无的部分")
  }

  /// The parts that must all stand one after the other.
  private static func flat(_ pattern: Pattern) -> [Pattern] {
    if case .sequence(let parts) = pattern { return parts.flatMap(flat) }
    return [pattern]
  }
}

/// Words to be looked for at every place of an answer.
struct AnswerPattern: Sendable {
  /// The program.
  let code: [UInt8]
  /// True when its words tell of a negation.
  let tellsOfNegation: Bool
  /// Steps and words.
  let size: Int

  /// Compiles a pattern that needs no anchor.
  init(_ pattern: Pattern) throws(PatternError) {
    var writer = ProgramWriter()
    writer.write(pattern)
    (code, tellsOfNegation, size) = (writer.bytes, writer.tellsOfNegation, writer.size)
    try CompiledPattern.check(reach: writer.reach)
  }
}
