import TextCore

/// Reads a rule-base file; finds as many mistakes as one pass can and gives each its place.
public enum RuleBaseReader {
  /// Largest file read, in bytes.
  public static let largest = 16 << 20
  /// Most words of one class.
  static let largestClass = 1000

  /// The rule base, when nothing stopped it from being read, and the findings. Linear in the file.
  public static func read(_ source: SourceText) -> (file: RuleFile?, findings: [Diagnostic]) {
    guard source.bytes.count <= largest else {
      let message = "规则库超过 \(largest >> 20) MiB，拒绝读取"
      return (nil, [Diagnostic(.error, "RB000", message, at: Place(file: source.name), fix: "请按案由拆成几个文件")])
    }
    do {
      return read(try JSONNode.parse(source.bytes), source)
    } catch {
      let offset = min(error.offset, source.bytes.count)
      return (nil, [Diagnostic(.error, "RB001", error.message, at: Place(source, Span(offset, offset)))])
    }
  }

  private static func read(_ node: JSONNode, _ source: SourceText) -> (RuleFile?, [Diagnostic]) {
    var findings = RuleFindings(source)
    let reader = NodeReader(node, what: "规则库", keys: RuleFormat.baseKeys, &findings)
    checkFormat(reader, &findings)
    let base = RuleBase(
      id: reader.string("id", &findings), title: reader.string("title", &findings),
      version: reader.string("version", &findings), effective: reader.string("effective", &findings),
      law: reader.strings("law", &findings), classes: classes(reader, &findings),
      elements: reader.nodes("elements", &findings).map { element($0, &findings) },
      rules: reader.nodes("rules", &findings).map { rule($0, &findings) })
    return (findings.hasErrors ? nil : RuleFile(source: source, base: base), findings.inOrder)
  }

  private static func checkFormat(_ reader: NodeReader, _ findings: inout RuleFindings) {
    guard reader.isObject, reader.node["format"]?.int != RuleBase.format else { return }
    let start = reader.node.span.start
    findings.error(
      "RB008", "这个版本只认得格式 \(RuleBase.format)", reader.node["format"]?.span ?? Span(start, start),
      fix: "请写 \"format\": \(RuleBase.format)")
  }

  private static func classes(_ reader: NodeReader, _ findings: inout RuleFindings) -> [WordClass] {
    guard let node = reader.node["classes"] else { return [] }
    _ = NodeReader(node, what: "词类表", keys: nil, &findings)
    return node.members.map { member in
      let words = NodeReader.strings(member.node, member.key, &findings)
      if words.isEmpty || words.count > largestClass {
        findings.error("RB009", "词类“\(member.key)”应有 1 到 \(largestClass) 个词", member.keySpan)
      }
      return WordClass(name: member.key, words: words)
    }
  }

  private static func element(_ node: JSONNode, _ findings: inout RuleFindings) -> Element {
    let reader = NodeReader(node, what: "要素", keys: RuleFormat.elementKeys, &findings)
    if let codes = node["codes"] { _ = NodeReader(codes, what: "对照表", keys: nil, &findings) }
    if node["type"] == nil { _ = reader.string("type", &findings) }
    return Element(
      id: reader.string("id", &findings), name: reader.string("name", &findings),
      section: reader.string("section", &findings), formItem: reader.optionalString("form_item", &findings),
      type: reader.choice("type", default: .text, &findings), options: reader.strings("options", &findings),
      question: reader.string("question", &findings), law: reader.strings("law", &findings),
      codes: (node["codes"]?.members ?? []).map { Element.Code(scheme: $0.key, label: $0.node.string ?? "") },
      important: reader.flag("important", &findings), place: node["id"]?.span ?? node.span)
  }

  private static func rule(_ node: JSONNode, _ findings: inout RuleFindings) -> Rule {
    let reader = NodeReader(node, what: "规则", keys: RuleFormat.ruleKeys, &findings)
    let start = Span<Source>(node.span.start, min(node.span.start + 1, node.span.end))
    let rule = Rule(
      id: reader.string("id", &findings), element: reader.string("element", &findings),
      says: reader.texts("says", &findings), unless: reader.texts("unless", &findings),
      within: reader.choice("within", default: .sentence, &findings),
      value: reader.optionalString("value", &findings), examples: examples(node["examples"], &findings),
      place: node["id"]?.span ?? start)
    guard reader.isObject else { return rule }
    if rule.says.isEmpty {
      findings.error("RB010", "规则没有“says”，什么也匹配不到", start, fix: "请写至少一个模式")
    }
    if rule.examples.match.isEmpty || rule.examples.not.isEmpty {
      findings.error("RB011", "规则的例子不全", start, fix: "至少写一个必须匹配的（match）和一个不得匹配的（not）")
    }
    return rule
  }

  private static func examples(_ node: JSONNode?, _ findings: inout RuleFindings) -> Rule.Examples {
    guard let node else { return Rule.Examples(match: [], not: [], people: []) }
    let reader = NodeReader(node, what: "例子", keys: RuleFormat.exampleKeys, &findings)
    return Rule.Examples(
      match: reader.nodes("match", &findings).map { example($0, &findings) },
      not: reader.texts("not", &findings), people: reader.strings("people", &findings))
  }

  private static func example(_ node: JSONNode, _ findings: inout RuleFindings) -> Rule.Examples.Match {
    let reader = NodeReader(node, what: "例子", keys: RuleFormat.matchKeys, &findings)
    return Rule.Examples.Match(
      text: reader.string("text", &findings), words: reader.string("words", &findings),
      value: reader.string("value", &findings), place: node["text"]?.span ?? node.span)
  }
}
