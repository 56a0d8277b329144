import ChineseText
import ElementRules
import TextCore

/// `courtnlp rules match`
enum RulesMatchCommand: Command {
  static let spec = CommandSpec(
    path: ["rules", "match"], summary: "看一段文字被哪些规则匹配：规则、要素、值、所依据的词", operands: "规则库.json [文字|-]",
    operandCount: 1...2,
    options: [.value("--case", "FILE", "案件信息 case.json：{人} 能读出的姓名由此得知")],
    details: "文字可以直接写在命令行；不写或写 - 时从标准输入逐行读取，一行作为一段发言。这里只看词句，不判断是谁说的、对方认不认。",
    examples: [("courtnlp rules match rulebases/private-lending.json '双方约定月利率2%。'", "一句话")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let (caseFile, code) = arguments["--case"].map { CaseFileInput.read($0, console) } ?? (nil, .done)
    guard code == .done, let rules = RuleFileInput.compile([arguments.operands[0]], console) else {
      return .incomplete
    }
    guard let text = text(arguments.operands.dropFirst().first ?? "-", console) else {
      return .incomplete
    }
    let context = SpeechContext(names: caseFile?.participants.flatMap(\.names) ?? [])
    let engine = RuleEngine(rules, text: text.bytes)
    for line in 1...max(1, text.lines.count) {
      let range = text.lines.range(ofLine: line, in: text.bytes)
      for found in engine.evidence(in: range, context) {
        let entry = rules.entries[found.rule]
        console.write(
          arguments.has("--json")
            ? json(found, entry, text, line, range.lowerBound) : row(found, entry, text, line))
      }
    }
    return .done
  }

  /// The text of an operand: the words themselves, or standard input.
  static func text(_ operand: String, _ console: Console) -> SourceText? {
    guard operand == "-" else { return SourceText(operand) }
    switch InputFile.read("-") {
    case .success(let bytes):
      let decoded = TextDecoder().decode(bytes, name: "-")
      console.report(decoded.diagnostics)
      return decoded.source
    case .failure(let failure):
      console.report(failure.diagnostic)
      return nil
    }
  }

  private static func row(
    _ found: Evidence, _ entry: CompiledRules.Entry, _ text: SourceText, _ line: Int
  ) -> String {
    let words = String(decoding: text.bytes[found.range], as: UTF8.self)
    let value = found.value.map { "＝\($0)" } ?? ""
    return "第\(line)行 \(entry.element.name)（\(entry.element.id)）\(value) “\(words)” 规则 \(entry.rule.id)\n"
  }

  /// Spans are UTF-8 bytes of the line.
  private static func json(
    _ found: Evidence, _ entry: CompiledRules.Entry, _ text: SourceText, _ line: Int, _ start: Int
  ) -> String {
    var object = JSONObjectWriter()
    object.add("type", "match")
    object.add("n", line)
    object.add("rule", entry.rule.id)
    object.add("element", entry.element.id)
    object.add("value", orNull: found.value)
    object.add("quote", String(decoding: text.bytes[found.range], as: UTF8.self))
    object.addRaw("span", "[\(found.range.lowerBound - start),\(found.range.upperBound - start)]")
    return object.text + "\n"
  }
}
