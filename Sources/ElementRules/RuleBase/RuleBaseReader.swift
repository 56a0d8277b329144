import ChineseText
import TextCore

/// Reads a rule-base file; finds as many mistakes as one pass can and gives each its place.
public enum RuleBaseReader {
  /// Largest file read, in bytes.
  public static let largest = 16 << 20
  /// Most words of one class.
  static let largestClass = 1000

  /// The rule base, when nothing stopped it from being read, and the findings. Linear in the file.
  ///
  /// Who only runs the rules can leave their examples unread, half of a file: they must be there, but what they say is
  /// for who checks the rules.
  public static func read(_ source: SourceText, examples: Bool = true) -> (
    file: RuleFile?, findings: [Diagnostic]
  ) {
    guard source.bytes.count <= largest else {
      let message = "规则库超过 \(largest >> 20) MiB，拒绝读取"
      return (nil, [Diagnostic(.error, "RB000", message, at: Place(file: source.name), fix: "请按案由拆成几个文件")])
    }
    do {
      let unread = examples ? nil : RuleFormat.examples
      return read(try JSONNode.parse(source.bytes, unread: unread), source, examples)
    } catch {
      let offset = min(error.offset, source.bytes.count)
      let place = Place(source, Span(offset, offset))
      return (
        nil, [Diagnostic(.error, "RB001", error.message, at: place, fix: error.advice(in: source.bytes))]
      )
    }
  }

  private static func read(_ node: JSONNode, _ source: SourceText, _ examples: Bool) -> (
    RuleFile?, [Diagnostic]
  ) {
    var findings = RuleFindings(source)
    let reader = NodeReader(node, what: "规则库", keys: RuleFormat.baseKeys, &findings)
    checkFormat(reader, &findings)
    checkDay(reader, &findings)
    let base = RuleBase(
      id: reader.string("id", &findings), title: reader.string("title", &findings),
      version: reader.string("version", &findings), effective: reader.string("effective", &findings),
      law: reader.strings("law", &findings), classes: classes(reader, &findings),
      elements: reader.nodes("elements", &findings).map { element($0, &findings) },
      rules: reader.nodes("rules", &findings).map {
        RuleReader.rule($0, examples: examples, &findings)
      },
      calculations: reader.nodes("calculations", &findings).map { plan($0, &findings) })
    return (findings.hasErrors ? nil : RuleFile(source: source, base: base), findings.inOrder)
  }

  private static func checkFormat(_ reader: NodeReader, _ findings: inout RuleFindings) {
    guard reader.isObject, reader.node["format"]?.int != RuleBase.format else { return }
    let start = reader.node.span.start
    findings.error(
      "RB008", "这个版本只认得格式 \(RuleBase.format)", reader.node["format"]?.span ?? Span(start, start),
      fix: "请写 \"format\": \(RuleBase.format)")
  }

  private static func checkDay(_ reader: NodeReader, _ findings: inout RuleFindings) {
    guard let node = reader.node["effective"], let day = node.string, !day.isEmpty,
      CalendarDate(iso: day) == nil
    else { return }
    findings.error("RB026", "没有“\(day)”这一天", node.span, fix: "请写成 2021-01-01 这样的日期")
  }

  private static func plan(_ node: JSONNode, _ findings: inout RuleFindings) -> CalculationPlan {
    let reader = NodeReader(node, what: "计算", keys: RuleFormat.calculationKeys, &findings)
    if node["kind"] == nil { _ = reader.string("kind", &findings) }
    let kind = reader.choice("kind", default: CalculationKind.lendingInterest, &findings)
    if let inputs = node["inputs"] { _ = NodeReader(inputs, what: "计算的输入", keys: kind.inputNames, &findings) }
    return CalculationPlan(
      kind: kind,
      inputs: (node["inputs"]?.members ?? []).map {
        CalculationPlan.Input(name: $0.key, source: $0.node.string ?? "")
      },
      place: node["kind"]?.span ?? node.span)
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
    if node["section"] == nil { _ = reader.string("section", &findings) }
    checkOptions(node, &findings)
    return Element(
      id: reader.string("id", &findings), name: reader.string("name", &findings),
      section: reader.choice("section", default: .fact, &findings),
      formItem: reader.optionalString("form_item", &findings),
      type: reader.choice("type", default: .text, &findings), options: reader.strings("options", &findings),
      question: reader.string("question", &findings), law: reader.strings("law", &findings),
      codes: (node["codes"]?.members ?? []).map { Element.Code(scheme: $0.key, label: $0.node.string ?? "") },
      important: reader.flag("important", &findings), when: reader.strings("when", &findings),
      several: reader.choice("several", default: .last, &findings),
      proof: reader.strings("proof", &findings), called: reader.strings("called", &findings),
      basis: reader.strings("basis", &findings), admitted: reader.choices("admitted", &findings),
      contested: reader.choices("contested", &findings),
      place: node["id"]?.span ?? node.span)
  }

  /// A choice has options, each once.
  private static func checkOptions(_ node: JSONNode, _ findings: inout RuleFindings) {
    guard node["type"]?.string == ValueType.choice.rawValue else { return }
    var seen: Set<String> = []
    let options = if case .array(let items) = node["options"]?.value { items } else { [JSONNode]() }
    if options.isEmpty {
      let fix = "请写 \"options\": [\"甲\", \"乙\"]"
      findings.error("RB027", "选择型的要素没有选项", node["type"]?.span ?? node.span, fix: fix)
    }
    for option in options where !seen.insert(option.string ?? "").inserted {
      findings.error("RB027", "选项“\(option.string ?? "")”重复出现", option.span, fix: "只保留一个")
    }
  }
}
