import TextCore

/// Reads a rule-base file; finds as many mistakes as one pass can and gives each its place.
public enum RuleBaseReader {
  /// Largest file read.
  public static let largest = 16 << 20

  private static let keys = [
    "format", "id", "title", "version", "effective", "law", "classes", "elements", "rules",
  ]

  /// The rule base, when nothing stopped it from being read, and the findings. Linear in the file.
  public static func read(_ source: SourceText) -> (base: RuleBase?, findings: [Diagnostic]) {
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

  private static func read(_ node: JSONNode, _ source: SourceText) -> (RuleBase?, [Diagnostic]) {
    var findings: [Diagnostic] = []
    let reader = NodeReader(node, source, what: "规则库", keys: keys, &findings)
    checkFormat(reader, &findings)
    let base = RuleBase(
      id: reader.string("id", &findings), title: reader.string("title", &findings),
      version: reader.string("version", &findings), effective: reader.string("effective", &findings),
      law: reader.strings("law", &findings), classes: classes(reader, &findings),
      elements: (node["elements"]?.array ?? []).map { element($0, source, &findings) },
      rules: (node["rules"]?.array ?? []).map { rule($0, source, &findings) })
    return (findings.contains { $0.severity == .error } ? nil : base, findings)
  }

  private static func checkFormat(_ reader: NodeReader, _ findings: inout [Diagnostic]) {
    guard reader.node["format"]?.int != RuleBase.format else { return }
    let span = reader.node["format"]?.span ?? reader.node.span
    findings.append(
      reader.error("RB008", "这个版本只认得格式 \(RuleBase.format)", span, fix: "请写 \"format\": \(RuleBase.format)"))
  }

  private static func classes(_ reader: NodeReader, _ findings: inout [Diagnostic]) -> [WordClass] {
    guard let node = reader.node["classes"] else { return [] }
    let names = node.members.map(\.key)
    let inside = NodeReader(node, reader.source, what: "词类表", keys: names, &findings)
    return names.map { WordClass(name: $0, words: inside.strings($0, &findings)) }
  }

  private static func element(
    _ node: JSONNode, _ source: SourceText, _ findings: inout [Diagnostic]
  ) -> Element {
    let keys = [
      "id", "name", "section", "form_item", "type", "options", "question", "law", "codes", "important",
    ]
    let reader = NodeReader(node, source, what: "要素", keys: keys, &findings)
    return Element(
      id: reader.string("id", &findings), name: reader.string("name", &findings),
      section: reader.string("section", &findings), formItem: reader.optionalString("form_item", &findings),
      type: reader.choice("type", default: .text, &findings), options: reader.strings("options", &findings),
      question: reader.string("question", &findings), law: reader.strings("law", &findings),
      codes: (node["codes"]?.members ?? []).map { Element.Code(scheme: $0.key, label: $0.node.string ?? "") },
      important: node["important"]?.bool ?? false)
  }

  private static func rule(_ node: JSONNode, _ source: SourceText, _ findings: inout [Diagnostic]) -> Rule {
    let keys = [
      "id", "element", "says", "unless", "within", "speakers", "asked", "phases", "value", "examples",
    ]
    let reader = NodeReader(node, source, what: "规则", keys: keys, &findings)
    let rule = Rule(
      id: reader.string("id", &findings), element: reader.string("element", &findings),
      says: reader.strings("says", &findings), unless: reader.strings("unless", &findings),
      within: reader.choice("within", default: .sentence, &findings),
      speakers: reader.strings("speakers", &findings), asked: reader.strings("asked", &findings),
      phases: reader.strings("phases", &findings), value: reader.optionalString("value", &findings),
      examples: examples(node["examples"], reader, &findings), place: node["id"]?.span ?? node.span)
    if rule.says.isEmpty {
      findings.append(reader.error("RB009", "规则没有“says”，什么也匹配不到", node.span, fix: "请写至少一个模式"))
    }
    return rule
  }

  private static func examples(
    _ node: JSONNode?, _ parent: NodeReader, _ findings: inout [Diagnostic]
  ) -> Rule.Examples {
    guard let node else {
      findings.append(
        parent.error("RB010", "规则没有例子", parent.node.span, fix: "至少写一个必须匹配的和一个不得匹配的"))
      return Rule.Examples(match: [], not: [], near: [])
    }
    let reader = NodeReader(node, parent.source, what: "例子", keys: ["match", "not", "near"], &findings)
    return Rule.Examples(
      match: (node["match"]?.array ?? []).map { example($0, parent.source, &findings) },
      not: reader.strings("not", &findings), near: reader.strings("near", &findings))
  }

  private static func example(
    _ node: JSONNode, _ source: SourceText, _ findings: inout [Diagnostic]
  ) -> Rule.Examples.Match {
    let reader = NodeReader(node, source, what: "例子", keys: ["text", "asked", "words", "value"], &findings)
    return Rule.Examples.Match(
      text: reader.string("text", &findings), asked: reader.optionalString("asked", &findings),
      words: reader.string("words", &findings), value: reader.string("value", &findings))
  }
}
