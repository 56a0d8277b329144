/// Writes why the rules about an element matched a text, or why not.
public enum ExplanationWriter {
  /// One line a rule, the closest to a match first.
  public static func text(_ element: Element, _ explained: [RuleExplanation]) -> String {
    "\(element.name)（\(element.id)）：\(explained.count) 条规则\n" + explained.map(row).joined()
  }

  private static func row(_ one: RuleExplanation) -> String {
    switch one.outcome {
    case .matched(let found):
      return found.map { match in
        let value = match.value.map { "，值 \($0)" } ?? ""
        return "  \(one.rule.id)：匹配“\(match.words)”\(value)，\(title(match.stance))\n"
      }.joined()
    case .blocked(let words, let unless, let blocking):
      return "  \(one.rule.id)：匹配“\(words)”，但同一句里有“\(blocking)”（unless：\(unless)），不算\n"
    case .near(let says, let words, let wanted):
      return "  \(one.rule.id)：没有匹配。说法“\(says)”匹配到“\(words)”，接下来应当是\(wanted)\n"
    case .needsQuestion(let asked):
      return "  \(one.rule.id)：只在回答提问时算，提问应当像“\(asked.joined(separator: "”“"))”\n"
    case .absent(let words):
      return "  \(one.rule.id)：没有出现\(words.prefix(8).map { "“\($0)”" }.joined())等词\n"
    }
  }

  private static func title(_ stance: Stance) -> String {
    switch stance {
    case .affirmed: "肯定"
    case .denied: "否定"
    case .admitted: "认可"
    case .asked: "疑问，不算陈述"
    case .hypothetical: "假设，不算陈述"
    case .reported: "转述，不算陈述"
    case .found: "法院认定"
    case .rejected: "法院不予认定"
    }
  }
}
