/// Restores the pairs of `misheard.txt` where their conditions hold; the file explains its own form.
struct MisheardRule: Sendable {
  /// A line of the file.
  struct Pair: Sendable {
    let wrong: [UInt32]
    let right: [UInt32]
    let conditions: [Condition]
  }

  /// What must stand around the wrong form.
  enum Condition: Sendable {
    case before([Context], Bool)
    case after([Context], Bool)
    case near([Word])
  }

  /// A word, or the edge of a clause.
  enum Context: Sendable {
    case edge
    case word([UInt32])
  }

  /// The pairs of `rulebases/lexicon/misheard.txt`.
  static let court = MisheardRule(LexiconText.lines(LexiconText.misheard))

  private static let reach = 15
  /// Pairs by their first character.
  private let groups: [[Pair]]
  /// By code point: the group of pairs that begin with it, counted from 1; 0 for none.
  private let group: [UInt16]

  /// Reads the lines of the file; what is no rule is left out (a test holds the file to its form).
  init(_ lines: [Substring]) {
    let all = lines.compactMap(Self.pair)
    var groups: [[Pair]] = []
    var group = [UInt16](repeating: 0, count: 0x1_0000)
    for pair in all where pair.wrong[0] < 0x1_0000 {
      let first = Int(pair.wrong[0])
      if group[first] == 0 {
        groups.append([])
        group[first] = UInt16(groups.count)
      }
      groups[Int(group[first]) - 1].append(pair)
    }
    (self.groups, self.group) = (groups, group)
  }

  func apply(_ speech: inout HeardSpeech) {
    for index in 0..<speech.count where speech.values[index] < 0x1_0000 {
      let number = Int(group[Int(speech.values[index])])
      guard number > 0 else { continue }
      for pair in groups[number - 1] where speech.has(pair.wrong, at: index) {
        let range = index..<(index + pair.wrong.count)
        if pair.conditions.allSatisfy({ holds($0, speech, range) }) {
          speech.take(pair.right, at: index, by: .misheard)
          break
        }
      }
    }
  }

  private func holds(_ condition: Condition, _ speech: HeardSpeech, _ range: Range<Int>) -> Bool {
    switch condition {
    case .before(let contexts, let wanted):
      return wanted == contexts.contains { isBefore($0, speech, range.lowerBound) }
    case .after(let contexts, let wanted):
      return wanted == contexts.contains { isAfter($0, speech, range.upperBound) }
    case .near(let words):
      return speech.holds(
        anyOf: words, in: max(0, range.lowerBound - Self.reach)..<(range.upperBound + Self.reach))
    }
  }

  private func isBefore(_ context: Context, _ speech: HeardSpeech, _ index: Int) -> Bool {
    if case .word(let word) = context { return speech.has(word, at: index - word.count) }
    return speech.isEdge(index - 1)
  }

  private func isAfter(_ context: Context, _ speech: HeardSpeech, _ index: Int) -> Bool {
    if case .word(let word) = context { return speech.has(word, at: index) }
    return speech.isEdge(index)
  }

  /// Reads `错 => 对 ；前 甲 乙 ；非后 丙`; nil for anything else.
  static func pair(_ line: Substring) -> Pair? {
    let parts = line.split(separator: "；").map { $0.split(separator: " ") }
    guard let head = parts.first, head.count == 3, head[1] == "=>" else { return nil }
    let (wrong, right) = (Word(head[0]).scalars, Word(head[2]).scalars)
    let conditions = parts.dropFirst().compactMap(condition)
    guard wrong.count == right.count, wrong != right, conditions.count == parts.count - 1 else { return nil }
    return Pair(wrong: wrong, right: right, conditions: conditions)
  }

  private static func condition(_ words: [Substring]) -> Condition? {
    guard let kind = words.first, words.count > 1 else { return nil }
    let contexts = words.dropFirst().map { $0 == "^" || $0 == "$" ? Context.edge : .word(Word($0).scalars) }
    switch kind {
    case "前": return .before(contexts, true)
    case "非前": return .before(contexts, false)
    case "后": return .after(contexts, true)
    case "非后": return .after(contexts, false)
    case "近": return .near(words.dropFirst().map { Word($0) })
    default: return nil
    }
  }
}
