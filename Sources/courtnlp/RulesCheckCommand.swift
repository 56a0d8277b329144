import ElementRules
import TextCore

/// `courtnlp rules check`
enum RulesCheckCommand: Command {
  static let spec = CommandSpec(
    path: ["rules", "check"], summary: "检查规则库：写法、编号、要素、取值，并逐条运行规则里的例子", operands: "规则库.json…",
    operandCount: 1...Int.max,
    details: """
      每个问题都给出所在的行和列。例子写明“必须匹配的词和值”（match）与“不得匹配的句子”（not），检查时逐一运行。
      还没有规则的要素只作提醒，不影响退出码。退出码：0 通过，1 检查未通过，2 文件读不了或不是规则库。
      """,
    examples: [("courtnlp rules check rulebases/*.json", "检查全部规则库")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let isJSON = arguments.has("--json")
    return try FileBatch(arguments, console, fileExtension: "txt").run { input in
      let (file, problems) = RuleFileInput.read(input)
      guard let file else { return FileResult(diagnostics: problems, code: .incomplete) }
      let findings = problems + RuleChecker.check(file)
      let errors = findings.count { $0.severity == .error }
      let output = isJSON ? json(file, errors: errors) : text(file, errors: errors)
      return FileResult(
        output: Array(output.utf8), diagnostics: findings, code: errors == 0 ? .done : .checkFailed)
    }
  }

  private static func examples(_ file: RuleFile) -> Int {
    file.base.rules.reduce(0) { $0 + $1.examples.match.count + $1.examples.not.count }
  }

  private static func text(_ file: RuleFile, errors: Int) -> String {
    let verdict = errors == 0 ? "通过" : "\(errors) 个错误"
    return "\(file.source.name)：要素 \(file.base.elements.count)，规则 \(file.base.rules.count)，"
      + "例子 \(examples(file))，\(verdict)\n"
  }

  private static func json(_ file: RuleFile, errors: Int) -> String {
    var object = JSONObjectWriter()
    object.add("type", "rulebase")
    object.add("file", file.source.name)
    object.add("id", file.base.id)
    object.add("elements", file.base.elements.count)
    object.add("rules", file.base.rules.count)
    object.add("examples", examples(file))
    object.add("errors", errors)
    return object.text + "\n"
  }
}
