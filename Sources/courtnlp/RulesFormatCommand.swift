import ElementRules
import TextCore

/// `courtnlp rules format`
enum RulesFormatCommand: Command {
  static let spec = CommandSpec(
    path: ["rules", "format"], summary: "把规则库排成统一的格式，内容一字不改", operands: "规则库.json…|-",
    operandCount: 1...Int.max,
    options: [.flag("--check", "只检查是否已是统一格式，不是的列出来，退出码 1")] + CommandSpec.rewriting,
    details: "键的顺序固定，缩进两格，短列表写在一行。再排一次不会再有变化。",
    examples: [
      ("courtnlp rules format --in-place rulebases/private-lending.json", "就地排好"),
      ("courtnlp rules format --check rulebases/*.json", "检查是否都已排好"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let checks = arguments.has("--check")
    let writing = ["--output", "--output-dir", "--in-place"].first { arguments.has($0) }
    if checks, let writing {
      throw UsageError(message: "--check 与 \(writing) 不能同时使用", command: spec)
    }
    return try FileBatch(arguments, console, fileExtension: "json").run { input in
      let (file, problems) = RuleFileInput.read(input)
      guard let file else { return FileResult(diagnostics: problems, code: .incomplete) }
      let output = RuleFormatter.format(file)
      guard checks else { return FileResult(output: output, diagnostics: problems) }
      guard output != input.bytes else { return FileResult(diagnostics: problems) }
      let finding = Diagnostic(
        .error, "RB030", "还不是统一格式", at: Place(file: input.name),
        fix: "运行 courtnlp rules format --in-place \(input.name)")
      return FileResult(diagnostics: problems + [finding], code: .checkFailed)
    }
  }
}
