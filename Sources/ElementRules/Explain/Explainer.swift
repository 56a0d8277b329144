import TextCore

/// Explains, rule by rule, what a text proves about an element: which rule fired on which words, and for a miss the
/// nearest rule and what was lacking.
public struct Explainer {
  private let file: RuleFile
  private let trial: RuleTrial
  private let classes: [String: WordList]
  private let elements: [String: Element]
  private var bytes: [UInt8] { trial.bytes }
  private var question: Range<Int> { trial.question }
  private var answer: Range<Int> { trial.answer }

  /// An explainer for a speech, after a question of the court when one was asked; `names` are those `{人}` reads.
  public init(_ file: RuleFile, text: String, asked: String? = nil, names: [String] = []) {
    self.file = file
    trial = RuleTrial(text, asked: asked, names: names)
    classes = file.base.wordLists
    elements = file.base.elementOfID
  }

  /// What became of every rule about an element, the closest first.
  public func explain(_ element: String) -> [RuleExplanation] {
    let rules = file.base.rules.filter { $0.elements.contains(element) }
    let explained = rules.map { RuleExplanation(rule: $0, outcome: outcome($0)) }
    return explained.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
      \.element)
  }

  private func outcome(_ rule: Rule) -> RuleExplanation.Outcome {
    let compiled = compiled(rule)
    let found = evidence(rule, compiled)
    if !found.isEmpty {
      let stances = StanceReader(bytes)
      return .matched(
        found.map { evidence in
          RuleExplanation.Match(
            words: words(evidence.range), value: evidence.value,
            stance: stances.stance(of: evidence, compiled, by: .plaintiff))
        })
    }
    if let blocked = blocked(rule) { return blocked }
    if !rule.asked.isEmpty, !isAsked(rule) {
      return .needsQuestion(rule.asked.map(\.text))
    }
    return nearest(rule) ?? .absent(words: anchors(rule))
  }

  private func compiled(_ rule: Rule) -> CompiledRules {
    CompiledRules(file, rule, rule.elements.compactMap { elements[$0] }, classes)
  }

  private func evidence(_ rule: Rule, _ compiled: CompiledRules) -> [Evidence] {
    guard compiled.entries.allSatisfy({ !$0.elements.isEmpty }) else { return [] }
    return trial.evidence(rule, compiled)
  }

  // MARK: Why not

  private func blocked(_ rule: Rule) -> RuleExplanation.Outcome? {
    guard !rule.unless.isEmpty, let found = evidence(rule, compiled(rule.unblocked)).first else { return nil }
    for unless in rule.unless {
      for (anchor, pattern) in places(of: unless) {
        guard let match = matcher(rule, found.unit).match(pattern, anchor: anchor) else { continue }
        return .blocked(words: words(found.range), by: unless.text, blocking: words(match.range))
      }
    }
    return nil
  }

  private func isAsked(_ rule: Rule) -> Bool {
    rule.asked.contains { asked in
      places(of: asked).contains { matcher(rule, question).match($1, anchor: $0) != nil }
    }
  }

  /// The way of saying it that comes farthest.
  private func nearest(_ rule: Rule) -> RuleExplanation.Outcome? {
    var best: (length: Int, outcome: RuleExplanation.Outcome)?
    for says in rule.says {
      for (anchor, pattern) in places(of: says) where answer.contains(anchor.lowerBound) {
        for sentence in SentenceSplitter.sentences(bytes, answer) where sentence.contains(anchor.lowerBound) {
          let unit = rule.within == .turn ? answer : sentence
          guard let miss = matcher(rule, unit).nearMiss(pattern, anchor: anchor),
            miss.words.count > best?.length ?? 0
          else { continue }
          best = (
            miss.words.count,
            .near(says: says.text, words: words(miss.words), wanted: Self.text(miss.wanted))
          )
        }
      }
    }
    return best?.outcome
  }

  /// Places of the anchors of a pattern in the whole text.
  private func places(of text: PlacedText) -> [(Range<Int>, CompiledPattern)] {
    guard let pattern = try? PatternParser.parse(text.text, classes: classes),
      let compiled = try? CompiledPattern.compile(pattern)
    else { return [] }
    return compiled.flatMap { pattern in
      LiteralAutomaton(bytes: pattern.anchors.words).matches(in: bytes, range: nil).map {
        ($0.start..<$0.end, pattern)
      }
    }
  }

  private func anchors(_ rule: Rule) -> [String] {
    let patterns = rule.says.compactMap { try? PatternParser.parse($0.text, classes: classes) }
    let compiled = patterns.compactMap { try? CompiledPattern.compile($0) }.joined()
    var seen: Set<String> = []
    return compiled.flatMap(\.anchors.words).map { String(decoding: $0, as: UTF8.self) }.filter {
      seen.insert($0).inserted
    }
  }

  private func matcher(_ rule: Rule, _ unit: Range<Int>) -> PatternMatcher {
    let slots = SlotTable(bytes, bounds: answer, context: trial.context(for: rule))
    return PatternMatcher(bytes: bytes, bounds: unit, slots: slots)
  }

  private func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func text(_ wanted: MatchRun.Wanted) -> String {
    switch wanted {
    case .word(let word): "“\(String(decoding: word, as: UTF8.self))”"
    case .slot(let kind): "{\(kind.rawValue)}"
    }
  }
}

extension Rule {
  /// The rule without what blocks it.
  fileprivate var unblocked: Rule {
    Rule(
      id: id, effect: effect, speakers: speakers, parts: parts, given: given, lacking: lacking, asked: asked,
      says: says, unless: [], within: within, examples: examples, place: place)
  }
}
