import TextCore

extension RuleEngine {
  /// Sentences of an answer in which its value is looked for; what comes later answers nothing.
  private static let answerSentences = 2

  /// The evidence of rules whose `asked` matches in `question`, found in the first sentences of `answer`.
  public func answers(
    to question: Range<Int>, in answer: Range<Int>, _ context: SpeechContext = SpeechContext()
  ) -> [Evidence] {
    let asked = asked(in: question)
    guard !asked.isEmpty else { return [] }
    let slots = SlotTable(bytes, bounds: answer, context: context)
    let sentences = SentenceSplitter.sentences(bytes, answer).prefix(Self.answerSentences)
    let end = AskedThings.firstEnd(bytes, question)
    let first = end < question.upperBound ? Set(self.asked(in: question.lowerBound..<end)) : Set(asked)
    let isOfPart = AskedThings.areParts(bytes, question)
    var found: [Evidence] = []
    for rule in asked {
      if isOfPart, let kind = rules.entries[rule].type.slot, AskedThings.kinds.contains(kind) { continue }
      let told = sentences.lazy.map { self.answer(rule, question, $0, slots) }.first { !$0.isEmpty } ?? []
      // A bare figure answers the first of two questions.
      found += first.contains(rule) ? told : told.filter { $0.range != $0.valueRange }
    }
    return Self.withoutDuplicates(found)
  }

  /// The rules that ask, by index.
  private func asked(in question: Range<Int>) -> [Int] {
    var asked: Set<Int> = []
    addOwners(of: .asked, in: question, to: &asked)
    return asked.sorted()
  }

  private func answer(_ rule: Int, _ question: Range<Int>, _ sentence: Range<Int>, _ slots: SlotTable)
    -> [Evidence]
  {
    let matcher = PatternMatcher(bytes: bytes, bounds: sentence, slots: slots)
    guard !isBlocked(rule, inAnswer: matcher) else { return [] }
    let entry = rules.entries[rule]
    if !entry.answers.isEmpty { return said(rule, entry.answers, sentence, matcher) }
    if entry.isReaction || entry.type.slot == nil {
      guard let reply = Reply.read(bytes, sentence, to: question) else { return [] }
      return [evidence(rule, reply, sentence)].compactMap { $0 }
    }
    return slots.first(entry.type.slot ?? .text, in: sentence)
      .map {
        let match = PatternMatch(range: $0.range, captures: [$0])
        return revised(evidence(rule, match, sentence, false), match, slots)
      } ?? []
  }

  /// The leftmost match of each pattern.
  private func said(
    _ rule: Int, _ patterns: [AnswerPattern], _ sentence: Range<Int>, _ matcher: PatternMatcher
  ) -> [Evidence] {
    var found: [Evidence] = []
    for pattern in patterns {
      var offset = sentence.lowerBound
      while offset < sentence.upperBound {
        if let match = matcher.match(pattern, at: offset) {
          found += revised(evidence(rule, match, sentence, pattern.tellsOfNegation), match, matcher.slots)
          break
        }
        offset += UTF8Bytes.length(lead: bytes[offset])
      }
    }
    return found
  }

  /// Yes gives the rule's value, no its contrary; a choice has none.
  private func evidence(_ rule: Int, _ reply: Reply, _ unit: Range<Int>) -> Evidence? {
    let entry = rules.entries[rule]
    let yes = entry.isReaction ? nil : entry.value ?? "true"
    guard !reply.isYes else {
      return Evidence(rule: rule, range: reply.range, unit: unit, value: yes)
    }
    guard !entry.isReaction, let contrary = Evidence.contrary(of: yes) else { return nil }
    return Evidence(rule: rule, range: reply.range, unit: unit, value: contrary, tellsOfNegation: true)
  }
}
