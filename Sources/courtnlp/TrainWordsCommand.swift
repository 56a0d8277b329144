import Foundation
import TextCore
import Transcript

/// `courtnlp train words`: learns which words follow which from text that is right.
enum TrainWordsCommand: Command {
  static let spec = CommandSpec(
    path: ["train", "words"], summary: "从正确的文本学习用词模型",
    options: [
      OptionSpec(name: "--corpus", value: "DIR", repeats: true, help: "标准笔录（.txt）所在目录"),
      OptionSpec(name: "--background", value: "DIR", repeats: true, help: "其他正确的文本（.txt，一段一行）：法律、裁判文书、会议记录"),
      .value("--shapes", "FILE", "近形字表，默认用随附的 lexicon/shapes.txt"),
      .value("--output", "MODEL", short: "-o", "模型文件"),
      .flag("--force", "允许覆盖已有的模型文件"),
    ],
    details: "一千万字约两分钟，内存约 1 GB。同样的文件得到同样的模型；模型里列出学习过的每个文件。",
    examples: [
      (
        "courtnlp train words --corpus 笔录/ --background 文书/ --output rulebases/models/words.model --force",
        "用本院笔录和文书重新训练"
      )
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    guard let output = arguments["--output"] else { throw UsageError(message: "缺少 --output", command: spec) }
    let hearings = arguments.all("--corpus").flatMap(TrainingFolder.files)
    let background = arguments.all("--background").flatMap(TrainingFolder.files)
    guard hearings.count + background.count > 0 else {
      console.report(
        Diagnostic(.error, "TN001", "没有可以学习的文本（.txt）", fix: "用 --corpus 或 --background 指明有文本的目录"))
      return .incomplete
    }
    guard let path = arguments["--shapes"] ?? ModelInput.files.find("lexicon/shapes.txt"),
      let shapes = TrainingFolder.file(path)
    else {
      console.report(Diagnostic(.error, "TN002", "读不到近形字表", fix: "用 --shapes 指明 shapes.txt"))
      return .incomplete
    }
    let model = WordTraining.run(hearings: hearings, background: background, shapes: shapes)
    if let problem = OutputFile.write(model.fileBytes, to: output, overwrite: arguments.has("--force")) {
      console.report(problem)
      return .incomplete
    }
    return .done
  }
}
