import Foundation
import TextCore
import Transcript

/// `courtnlp train speakers`: learns who says what from transcripts in the standard.
enum TrainSpeakersCommand: Command {
  static let spec = CommandSpec(
    path: ["train", "speakers"], summary: "从标准笔录学习角色模型",
    options: [
      .value("--corpus", "DIR", "标准笔录（.txt）所在目录"),
      .value("--output", "MODEL", short: "-o", "模型文件"),
      .flag("--force", "允许覆盖已有的模型文件"),
    ],
    details: "同样的文件得到同样的模型；模型里列出学习过的每个文件。",
    examples: [
      (
        "courtnlp train speakers --corpus 笔录/ --output rulebases/models/speakers.model --force",
        "用本院笔录重新训练"
      )
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    guard let corpus = arguments["--corpus"], let output = arguments["--output"] else {
      throw UsageError(message: "缺少 --corpus 或 --output", command: spec)
    }
    let names = GoldFolder.entries(corpus).filter { $0.hasSuffix(".txt") }
    let files = names.compactMap { name -> TrainingFile? in
      guard case .success(let bytes) = InputFile.read("\(corpus)/\(name)") else { return nil }
      return TrainingFile(name: name, bytes: bytes)
    }
    guard files.count >= 20 else {
      console.report(
        Diagnostic(
          .error, "TN001", "目录里没有可以学习的笔录（.txt）", at: Place(file: corpus), fix: "检查目录；至少要二十份笔录"))
      return .incomplete
    }
    let model = SpeakerTraining.run(files)
    if let problem = OutputFile.write(model.fileBytes, to: output, overwrite: arguments.has("--force")) {
      console.report(problem)
      return .incomplete
    }
    return .done
  }
}
