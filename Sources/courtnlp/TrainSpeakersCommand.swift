import Foundation
import TextCore
import Transcript

/// `courtnlp train speakers`: learns who says what from transcripts in the standard.
enum TrainSpeakersCommand: Command {
  static let spec = CommandSpec(
    path: ["train", "speakers"], summary: "从标准笔录学习角色模型",
    options: [
      .value("--corpus", "DIR", "标准笔录（.txt）所在目录"),
      .value("--output", "FILE", short: "-o", "随程序编译的权重文件 RoleModelData.swift"),
      .flag("--force", "允许覆盖已有的文件"),
    ],
    details: "同样的文件得到同样的权重；编译后生效。",
    examples: [
      (
        "courtnlp train speakers --corpus 笔录/ --output Sources/Transcript/Speakers/Model/RoleModelData.swift --force",
        "用本院笔录重新训练"
      )
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    guard let corpus = arguments["--corpus"], let output = arguments["--output"] else {
      throw UsageError(message: "缺少 --corpus 或 --output", command: spec)
    }
    let texts = GoldFolder.entries(corpus).filter { $0.hasSuffix(".txt") }.compactMap { name -> String? in
      guard case .success(let bytes) = InputFile.read("\(corpus)/\(name)") else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    guard texts.count >= 20 else {
      console.report(
        Diagnostic(
          .error, "TN001", "目录里没有可以学习的笔录（.txt）", at: Place(file: corpus), fix: "检查目录；至少要二十份笔录"))
      return .incomplete
    }
    if let problem = OutputFile.write(
      SpeakerTraining.source(from: texts), to: output, overwrite: arguments.has("--force"))
    {
      console.report(problem)
      return .incomplete
    }
    return .done
  }
}
