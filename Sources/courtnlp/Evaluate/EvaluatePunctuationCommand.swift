import Doors
import Foundation
import TextCore
import Transcript

/// `courtnlp evaluate punctuation`: takes the marks off right transcripts, puts them back, and compares.
enum EvaluatePunctuationCommand: Command {
  static let spec = CommandSpec(
    path: ["evaluate", "punctuation"], summary: "去掉标准笔录的标点，再恢复，衡量标点模型",
    operands: "目录或文件…", operandCount: 1...1_000,
    options: [
      OptionSpec(
        name: "--model", value: "MODEL", repeats: true, help: "fast、accurate、none（只用规则）或模型文件，可以多次；默认 fast"),
      .flag("--held-out", "只算按文件名划为留出、训练从不使用的笔录"),
    ],
    details: "目录可以是 *.txt，也可以是每件一个文件夹、内有 gold.txt。只知道每轮在哪里结束；总 F1 含句末，带按件自助法的 95% 区间。",
    examples: [
      ("courtnlp evaluate punctuation 标准笔录/ --model fast --model accurate", "比较两个模型"),
      ("courtnlp evaluate punctuation Training/hearings --held-out", "在留出的训练笔录上衡量"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    var files = arguments.operands.flatMap(files)
    if arguments.has("--held-out") { files.removeAll { PunctuationTraining.Part.of($0.name) != .heldOut } }
    guard !files.isEmpty else {
      console.report(
        Diagnostic(
          .error, "EV001", "没有可以衡量的标准笔录", at: Place(file: arguments.operands[0]),
          fix: "给出 .txt 文件，或内有 *.txt、<案件>/gold.txt 的目录"))
      return .incomplete
    }
    let names = arguments.all("--model")
    var table = PunctuationTable()
    for name in names.isEmpty ? ["fast"] : names {
      var diagnostics: [Diagnostic] = []
      let model = ModelInput.files.punctuation(name, &diagnostics)
      console.report(diagnostics)
      guard diagnostics.isEmpty else { return .incomplete }
      table.add(name, PunctuationTraining.score(model, name: title(arguments.operands), files))
    }
    console.write(table.text)
    return .done
  }

  private static func files(_ path: String) -> [TrainingFile] {
    GoldFolder.isFile(path) ? [TrainingFolder.file(path)].compactMap { $0 } : TrainingFolder.files(path)
  }

  private static func title(_ operands: [String]) -> String {
    let first = URL(fileURLWithPath: operands[0]).lastPathComponent
    return operands.count == 1 ? first : "\(first) 等"
  }
}
