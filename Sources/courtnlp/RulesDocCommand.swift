import ElementRules
import TextCore

/// `courtnlp rules doc`
enum RulesDocCommand: Command {
  static let spec = CommandSpec(
    path: ["rules", "doc"], summary: "把规则库写成供法律人阅读的说明（Markdown）", operands: "规则库.json…",
    operandCount: 1...Int.max,
    options: CommandSpec.output,
    details: "每个要素写明类型、法律依据、可以问的话和各条规则，每条规则写明说法、条件和例子。docs/rules/ 下的文件由此生成。",
    examples: [("courtnlp rules doc rulebases/*.json --output-dir docs/rules --force", "生成全部说明")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    try FileBatch(arguments, console, fileExtension: "md").run { input in
      let (file, problems) = RuleFileInput.read(input)
      guard let file else { return FileResult(diagnostics: problems, code: .incomplete) }
      return FileResult(output: Array(RuleDocument.markdown(file.base).utf8), diagnostics: problems)
    }
  }
}
