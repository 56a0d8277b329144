import TextCore

/// The rules of one file compiled apart from those of others, to be put behind them.
struct FileRules: Sendable {
  /// Its rules whose elements are known.
  private(set) var entries: [CompiledRules.Entry] = []
  /// Their patterns, for each purpose; rules are counted from those of this file.
  private(set) var builders = CompiledRules.builders
  /// What could not be compiled and was left out, in order.
  private(set) var findings: [Diagnostic] = []
  /// Words and steps of the patterns so far.
  private var size = 0

  /// Most words and steps of the patterns of one rule base; what goes beyond is refused.
  private static let largest = 2_000_000

  /// One rule alone.
  init(_ file: RuleFile, _ rule: Rule, _ elements: [Element], _ classes: [String: WordList]) {
    add(rule, of: file, elements, classes)
  }

  /// Compiles the rules of a file.
  init(_ file: RuleFile) {
    let (classes, known) = (file.base.wordLists, file.base.elementOfID)
    for rule in file.base.rules where findings.count < CompiledRules.mostFindings {
      let elements = rule.elements.compactMap { known[$0] }
      guard !elements.isEmpty else { continue }
      add(rule, of: file, elements, classes)
    }
  }

  private mutating func add(
    _ rule: Rule, of file: RuleFile, _ elements: [Element], _ classes: [String: WordList]
  ) {
    var answers: [AnswerPattern] = []
    for (texts, purpose, isUnless, owner) in Self.patterns(rule, entries.count) {
      for text in texts where findings.count < CompiledRules.mostFindings {
        do throws(PatternError) {
          if purpose == .answer, !isUnless {
            let answer = try AnswerPattern(PatternParser.parse(text.text, classes: classes))
            try grow(by: answer.size)
            answers.append(answer)
          } else {
            let taken = try builders[purpose.rawValue].take(text.text, classes: classes)
            try grow(by: taken.size)
            for pattern in taken.patterns {
              builders[purpose.rawValue].own(pattern, rule: owner, isUnless: isUnless)
            }
          }
        } catch {
          findings.append(file.finding(.error, "RB012", error.message, text.place(at: error.offset)))
        }
      }
    }
    entries.append(CompiledRules.Entry(rule, elements, answers: answers))
  }

  /// The patterns of the rule with an index, with their purpose and their owner in the table of that purpose.
  private static func patterns(_ rule: Rule, _ index: Int) -> [(
    texts: [PlacedText], purpose: CompiledRules.Purpose, isUnless: Bool, owner: Int
  )] {
    let says: CompiledRules.Purpose =
      rule.asked.isEmpty ? rule.within == .turn ? .saysInTurn : .says : .answer
    return [
      (rule.asked, .asked, false, index), (rule.says, says, false, index), (rule.unless, says, true, index),
      (rule.given, .conditions, false, HearingConditions.given(index)),
      (rule.lacking, .conditions, false, HearingConditions.lacking(index)),
    ]
  }

  private mutating func grow(by more: Int) throws(PatternError) {
    size += more
    guard size <= Self.largest else { throw .tooLarge }
  }
}
