import Doors
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
      .value("--kind", "KIND", choices: ["fast", "accurate"], "fast 只学散列行（默认）；accurate 再学看整句的网络，十几分钟"),
      .value("--rows", "MODEL", "accurate 用这个模型的行，不重新学"),
      .value("--networks", "MODEL", "accurate 用这个模型的网络，不重新学"),
      .value("--start", "MODEL", "accurate 从这个模型的网络接着学几遍，不从头学；加了笔录之后用，几分钟"),
      .value("--limit", "N", "只用 N 份训练笔录，看学习曲线用"),
      OptionSpec(
        name: "--without", value: "FAMILY", choices: PunctuationTraining.Family.allCases.map(\.rawValue),
        repeats: true, help: "去掉一类依据，看它值多少"),
      .value("--output", "MODEL", short: "-o", "模型文件"),
      .flag("--force", "允许覆盖已有的模型文件"),
    ],
    details: "目录可以是 *.txt，也可以是每件一个文件夹、内有 gold.txt。同样的文件得到同样的模型；打印留出笔录上的 F1。",
    examples: [
      (
        "courtnlp train punctuation --corpus 笔录/ --output rulebases/models/punctuation.model --force",
        "用本院笔录重新训练"
      ),
      (
        "courtnlp train punctuation --kind accurate --corpus 笔录/ --output rulebases/models/punctuation-accurate.model",
        "再训练准的一种；十几分钟"
      ),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    guard let corpus = arguments["--corpus"], let output = arguments["--output"] else {
      throw UsageError(message: "缺少 --corpus 或 --output", command: spec)
    }
    let training = PunctuationTraining(
      PunctuationCorpus(
        hearings: TrainingFolder.files(corpus),
        background: arguments.all("--background").flatMap(TrainingFolder.files),
        tuning: arguments.all("--tune").flatMap(TrainingFolder.files)),
      limit: try arguments.integer("--limit", minimum: 1),
      without: Set(arguments.all("--without").compactMap(PunctuationTraining.Family.init(rawValue:))))
    guard training.isPossible else {
      console.report(
        Diagnostic(
          .error, "TN001", "目录里没有可以学习的笔录（.txt）", at: Place(file: corpus), fix: "检查目录；至少要二十份笔录"))
      return .incomplete
    }
    guard let model = learn(training, arguments, console) else { return .incomplete }
    let isAccurate = arguments["--kind"] == "accurate"
    let bytes = model.fileBytes(sharing: isAccurate ? fastModel(beside: output) : nil)
    if let problem = OutputFile.write(bytes, to: output, overwrite: arguments.has("--force")) {
      console.report(problem)
      return .incomplete
    }
    report(training, model, arguments, console)
    return .done
  }

  /// The fast model in the folder of a file: an accurate one of the same rows need not repeat them.
  private static func fastModel(beside output: String) -> PunctuationModel? {
    let file = URL(fileURLWithPath: output)
    let name = PunctuationModel.format.fileName
    guard file.lastPathComponent != name else { return nil }
    return try? PunctuationModel(path: file.deletingLastPathComponent().appendingPathComponent(name).path)
  }

  private static func learn(
    _ training: PunctuationTraining, _ arguments: Arguments, _ console: Console
  ) -> PunctuationModel? {
    guard arguments["--kind"] == "accurate" else { return training.runFast() }
    do {
      let rows = try arguments["--rows"].map { path throws(ModelFileError) in try PunctuationModel(path: path)
      }
      func networks(_ option: String) throws(ModelFileError) -> PunctuationNetworks? {
        guard let path = arguments[option] else { return nil }
        return try PunctuationNetworks(path: path)
      }
      let others = try networks("--networks")
      let start = try networks("--start")
      let networks = others ?? training.runNetworks(from: start) { console.note($0) }
      return training.join(rows ?? training.runFast(), networks)
    } catch {
      console.report(
        Diagnostic(.error, "MD001", error.message, at: Place(file: error.path), fix: "换一个完好的模型文件"))
      return nil
    }
  }

  private static func report(
    _ training: PunctuationTraining, _ model: PunctuationModel, _ arguments: Arguments, _ console: Console
  ) {
    var table = PunctuationTable()
    table.add("模型", training.heldOutScore(model))
    table.add("规则", training.heldOutScore(nil))
    for folder in arguments.all("--measure") {
      let name = URL(fileURLWithPath: folder).lastPathComponent
      table.add("模型", training.score(model, name: name, TrainingFolder.files(folder)))
      table.add("规则", training.score(nil, name: name, TrainingFolder.files(folder)))
    }
    console.write(table.text)
  }
}
