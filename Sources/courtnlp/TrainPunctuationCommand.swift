import Foundation
import TextCore
import Transcript

/// `courtnlp train punctuation`: learns the marks from a court's own transcripts.
enum TrainPunctuationCommand: Command {
  static let spec = CommandSpec(
    path: ["train", "punctuation"], summary: "从标准笔录学习标点模型",
    options: [
      .value("--corpus", "DIR", "标准笔录（.txt）所在目录，按文件名固定分为训练、调整、留出三部分"),
      OptionSpec(name: "--background", value: "DIR", repeats: true, help: "其他有标点的文本（.txt，一段一行），先学"),
      OptionSpec(name: "--tune", value: "DIR", repeats: true, help: "另外用来调整标点疏密的标准笔录，不参加学习"),
      OptionSpec(name: "--measure", value: "DIR", repeats: true, help: "另外用来测量的标准笔录，不参加学习"),
      .value("--output", "MODEL", short: "-o", "模型文件"),
      .flag("--force", "允许覆盖已有的模型文件"),
    ],
    details: "目录可以是 *.txt，也可以是每件一个文件夹、内有 gold.txt。同样的文件得到同样的模型；打印留出笔录上的 F1。",
    examples: [
      (
        "courtnlp train punctuation --corpus 笔录/ --output rulebases/models/punctuation.model --force",
        "用本院笔录重新训练"
      )
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    guard let corpus = arguments["--corpus"], let output = arguments["--output"] else {
      throw UsageError(message: "缺少 --corpus 或 --output", command: spec)
    }
    let training = PunctuationTraining(
      hearings: files(corpus), background: arguments.all("--background").flatMap(files),
      tuning: arguments.all("--tune").flatMap(files))
    guard training.isPossible else {
      console.report(
        Diagnostic(
          .error, "TN001", "目录里没有可以学习的笔录（.txt）", at: Place(file: corpus), fix: "检查目录；至少要二十份笔录"))
      return .incomplete
    }
    let model = training.run()
    if let problem = OutputFile.write(model.fileBytes, to: output, overwrite: arguments.has("--force")) {
      console.report(problem)
      return .incomplete
    }
    report(training, model, arguments, console)
    return .done
  }

  private static func report(
    _ training: PunctuationTraining, _ model: PunctuationModel, _ arguments: Arguments, _ console: Console
  ) {
    var scores = [("模型", training.heldOutScore(model)), ("规则", training.heldOutScore(nil))]
    for folder in arguments.all("--measure") {
      let name = URL(fileURLWithPath: folder).lastPathComponent
      scores.append(("模型", PunctuationTraining.score(model, name: name, files(folder))))
      scores.append(("规则", PunctuationTraining.score(nil, name: name, files(folder))))
    }
    console.write("方式  总F1  句内  位置  ，     。     ？     、     ；     ：     笔录\n")
    for (kind, score) in scores { console.write("\(kind)  \(row(score))\n") }
  }

  private static func row(_ score: PunctuationTraining.Score) -> String {
    let figures = [score.micro, score.inside, score.place] + score.marks
    return figures.map { String(format: "%.3f", $0) }.joined(separator: "  ")
      + "  \(score.name)（\(score.hearings) 件）"
  }

  /// The `.txt` files of a folder, or the `gold.txt` of its folders, by name.
  private static func files(_ folder: String) -> [TrainingFile] {
    let names = GoldFolder.entries(folder).flatMap { name -> [String] in
      if name.hasSuffix(".txt") { return ["\(folder)/\(name)"] }
      let gold = "\(folder)/\(name)/gold.txt"
      return GoldFolder.isFile(gold) ? [gold] : []
    }
    return names.compactMap { path in
      guard case .success(let bytes) = InputFile.read(path) else { return nil }
      return TrainingFile(name: path, bytes: bytes)
    }
  }
}
