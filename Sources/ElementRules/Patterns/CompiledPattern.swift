/// A pattern ready to run: literals that must be found first, and programs for what stands left and right of them.
struct CompiledPattern: Sendable {
  /// Words one of which every match holds; found by the automaton over all rules, then the rest is verified.
  let anchors: [[UInt8]]
  /// What stands left of the anchor, read from right to left.
  let before: PatternProgram
  /// What stands right of the anchor.
  let after: PatternProgram

  /// Chooses the rarest-looking anchor: the part whose shortest word is longest.
  init(_ pattern: Pattern) throws(PatternError) {
    let parts = Self.flat(pattern)
    var best: (index: Int, words: [[UInt8]], length: Int)?
    for (index, part) in parts.enumerated() {
      guard let words = Self.words(part), let length = words.map(\.count).min(), length > 0 else { continue }
      if length > best?.length ?? 0 { best = (index, words, length) }
    }
    guard let best else {
      throw PatternError(0, "模式里至少要有一个必定出现的词，不能只有值、间隔和可有可无的部分")
    }
    anchors = best.words
    before = PatternProgram(Array(parts[..<best.index]), backward: true)
    after = PatternProgram(Array(parts[(best.index + 1)...]), backward: false)
    guard before.code.count + after.code.count <= PatternProgram.largest else {
      throw PatternError(0, "模式太长，请拆成几条规则")
    }
  }

  /// The parts that must all stand one after the other.
  private static func flat(_ pattern: Pattern) -> [Pattern] {
    if case .sequence(let parts) = pattern { return parts.flatMap(flat) }
    return [pattern]
  }

  /// All words a part can be, when it is nothing but words.
  private static func words(_ pattern: Pattern) -> [[UInt8]]? {
    switch pattern {
    case .literal(let bytes): return [bytes]
    case .alternatives(let parts):
      var all: [[UInt8]] = []
      for part in parts {
        guard let words = words(part) else { return nil }
        all += words
      }
      return all
    default: return nil
    }
  }
}
