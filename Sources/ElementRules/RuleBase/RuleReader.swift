import TextCore

/// Reads one rule of a rule file.
enum RuleReader {
  /// The rule; with `examples` false those of the node are unread.
  static func rule(_ node: JSONNode, examples: Bool, _ findings: inout RuleFindings) -> Rule {
    let reader = NodeReader(node, what: "规则", keys: RuleFormat.ruleKeys, &findings)
    let start = Span<Source>(node.span.start, min(node.span.start + 1, node.span.end))
    let shown = node[RuleFormat.examples]
    let rule = Rule(
      id: reader.string("id", &findings), effect: effect(reader, start, &findings),
      speakers: reader.choices("speaker", &findings), parts: reader.choices("part", &findings),
      given: reader.texts("given", &findings), lacking: reader.texts("lacking", &findings),
      asked: reader.texts("asked", &findings), says: reader.texts("says", &findings),
      unless: reader.texts("unless", &findings),
      within: reader.choice("within", default: .sentence, &findings),
      examples: examples ? self.examples(shown, &findings) : unread(shown),
      place: node["id"]?.span ?? start)
    guard reader.isObject else { return rule }
    if rule.says.isEmpty, rule.asked.isEmpty {
      findings.error("RB010", "规则没有“says”，什么也匹配不到", start, fix: "请写至少一个模式")
    }
    if shown == nil || examples && (rule.examples.match.isEmpty || rule.examples.not.isEmpty) {
      findings.error("RB011", "规则的例子不全", start, fix: "至少写一个必须匹配的（match）和一个不得匹配的（not）")
    }
    return rule
  }

  /// Exactly one of `element`, `confirms` and `disputes`.
  private static func effect(
    _ reader: NodeReader, _ start: Span<Source>, _ findings: inout RuleFindings
  ) -> Rule.Effect {
    guard reader.isObject else { return .confirms([]) }
    let keys = ["element", "confirms", "disputes"].filter { reader.node[$0] != nil }
    if keys.count > 1 {
      findings.error("RB025", "“\(keys.joined(separator: "”“"))”只能写一个", start, fix: "一条规则只做一件事，请拆成几条")
    }
    switch keys.first {
    case "confirms": return .confirms(reader.strings("confirms", &findings))
    case "disputes": return .disputes(reader.strings("disputes", &findings))
    default:
      return .states(
        element: reader.string("element", &findings), value: reader.optionalString("value", &findings))
    }
  }

  private static func examples(_ node: JSONNode?, _ findings: inout RuleFindings) -> Rule.Examples {
    guard let node else { return Rule.Examples(match: [], not: [], people: []) }
    let reader = NodeReader(node, what: "例子", keys: RuleFormat.exampleKeys, &findings)
    return Rule.Examples(
      match: reader.nodes("match", &findings).map { example($0, &findings) },
      not: reader.nodes("not", &findings).map { near($0, &findings) },
      people: reader.strings("people", &findings), place: node.span)
  }

  private static func unread(_ node: JSONNode?) -> Rule.Examples {
    Rule.Examples(match: [], not: [], people: [], place: node?.span)
  }

  private static func example(_ node: JSONNode, _ findings: inout RuleFindings) -> Rule.Examples.Match {
    let reader = NodeReader(node, what: "例子", keys: RuleFormat.matchKeys, &findings)
    return Rule.Examples.Match(
      asked: reader.optionalString("asked", &findings), text: reader.string("text", &findings),
      words: reader.string("words", &findings), value: reader.optionalString("value", &findings),
      place: node["text"]?.span ?? node.span)
  }

  /// A text, or a text with the question before it.
  private static func near(_ node: JSONNode, _ findings: inout RuleFindings) -> Rule.Examples.Near {
    if let text = node.string, !text.isEmpty {
      return Rule.Examples.Near(asked: nil, text: text, place: node.span)
    }
    let reader = NodeReader(node, what: "例子", keys: RuleFormat.notKeys, &findings)
    return Rule.Examples.Near(
      asked: reader.optionalString("asked", &findings), text: reader.string("text", &findings),
      place: node["text"]?.span ?? node.span)
  }
}
