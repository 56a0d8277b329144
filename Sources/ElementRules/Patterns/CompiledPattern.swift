/// A pattern ready to run: literals that must be found first, and programs for what stands left and right of them.
struct CompiledPattern: Sendable {
  /// Words one of which every match holds; found by the automaton over all rules, then the rest is verified.
  let anchors: WordList
  /// Words of the other parts; every match holds one of each.
  let companions: [Companion]
  /// The nearest value that every match takes.
  let value: Value?
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

  /// A value that stands before or after the anchor.
  struct Value {
    let kind: SlotKind
    let isAfter: Bool
    /// Most bytes between it and the anchor.
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
    var (anchor, words): (Int, WordList?) = (0, nil)
    for index in parts.indices {
      guard case .words(let list) = parts[index], list.shortest > words?.shortest ?? 0 else { continue }
      (anchor, words) = (index, list)
    }
    guard let words else { return nil }
    anchors = words
    companions = Self.companions(parts, anchor: anchor)
    value = Self.value(parts, anchor: anchor)
    kinds = parts.reduce(SlotKinds()) { $0.union($1.requiredKinds) }.subtracting(.free)
    var writer = ProgramWriter()
    writer.write(before: parts[..<anchor], after: parts[(anchor + 1)...])
    code = writer.bytes
    size = anchors.count + writer.size
    tellsOfNegation = writer.tellsOfNegation || anchors.tellsOfNegation
    try Self.check(reach: writer.reach)
  }

  /// The words that the other parts must hold; those that stand inside a part are as far away as its end.
  private static func companions(_ parts: [Pattern], anchor: Int) -> [Companion] {
    parts.indices.compactMap { index in
      guard index != anchor, let words = parts[index].requiredWords else { return nil }
      let inside = parts[index].wordList == nil ? parts[index].longest : 0
      let reach = min(between(parts, anchor, index) + inside, Pattern.endless)
      return Companion(words: words, isAfter: index > anchor, reach: reach)
    }
  }

  /// The value that stands nearest to the anchor, if how far it can stand is known.
  private static func value(_ parts: [Pattern], anchor: Int) -> Value? {
    let values = parts.indices.compactMap { index -> Value? in
      guard index != anchor, case .slot(let kind) = parts[index], !kind.isFree else { return nil }
      return Value(kind: kind, isAfter: index > anchor, reach: between(parts, anchor, index))
    }
    return values.filter { $0.reach < Pattern.endless }.min { $0.reach < $1.reach }
  }

  /// The most bytes that the parts between two of them can take.
  private static func between(_ parts: [Pattern], _ one: Int, _ other: Int) -> Int {
    parts[(min(one, other) + 1)..<max(one, other)].reduce(0) { min($0 + $1.longest, Pattern.endless) }
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
    guard case .sequence(let parts) = pattern else { return [pattern] }
    let isNested = parts.contains { if case .sequence = $0 { true } else { false } }
    return isNested ? parts.flatMap(flat) : parts
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
