import ChineseText
import Doors
import TextCore
import Transcript

/// `courtnlp normalize`: a raw hearing in, a transcript in the standard out.
enum NormalizeCommand: Command {
  static let kinds = EditKind.allCases.map(\.rawValue)

  static let spec = CommandSpec(
    path: ["normalize"], summary: "把庭审原始记录（文本、Word、识别引擎的 JSON、字幕）规整为标准笔录", operands: "[文件…|-]",
    operandCount: 0...Int.max,
    options: [
      .value("--case", "FILE", "案件信息 case.json：当事人、代理人、案号、法院"),
      .value("--form", "FORM", choices: ["auto"] + TranscriptForm.allCases.map(\.rawValue), "输入的版式，默认自动识别"),
      .value("--level", "LEVEL", choices: NormalizeLevel.allCases.map(\.rawValue), "规整（默认）或逐字（不删任何字词）"),
      .list("--only", "KIND,…", choices: kinds, "只做这些种类"),
      .list("--without", "KIND,…", choices: kinds, "不做这些种类"),
      CommandSpec.jsonl,
      .flag("--follow", "庭审进行中逐轮写出：输入是还在写的管道；中断（Ctrl-C）时写完已听到的，退出码 0"),
      .value("--pause", "秒", "与 --follow 同用：静默这么久之后先写出已听到的部分，默认 10"),
      .flag("--lines", "每行是一句没有角色的话，逐行输出规整结果，行数不变"),
      .value("--model", "MODEL", "标点模型：fast 快，accurate 准，none 只用规则，或模型文件；默认 fast"),
    ] + NormalizeOutput.options + CommandSpec.rewriting,
    details: """
      每处改动都有记录：原文位置、改前、改后、规则和把握。拿不准的不改，并在标准错误上报告。
      发言人证据不足时保留原编号。同一输入的结果与机器和 --jobs 无关。
      """,
    examples: [
      ("courtnlp normalize Samples/lending.txt --case Samples/lending.case.json", "规整一份笔录"),
      ("courtnlp normalize --format html -o 核对.html 庭审.txt", "生成核对页"),
      ("识别程序 | courtnlp normalize --follow -o 定稿.txt", "庭审进行中逐轮写出，结束时另写定稿"),
      ("courtnlp normalize --jsonl 全部庭审.jsonl -o 结果.jsonl", "一行一场庭审，成批处理"),
      ("courtnlp normalize --format docx --tracked -o 核对.docx 庭审.docx", "读 Word，写 Word，每处改动都是修订"),
      ("cat 数字.txt | courtnlp normalize --lines --only numbers", "只转换数字"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let (options, code) = try options(arguments, console)
    guard code == .done else { return code }
    let work = try NormalizeOutput.work(arguments, options)
    if arguments.has("--follow") { return try FollowLoop(arguments, console, work).run() }
    if arguments.has("--jsonl") { return try JSONLinesBatch(arguments, console).run(work) }
    return try FileBatch(arguments, console, fileExtension: work.format.fileExtension).run(work)
  }

  private static func options(
    _ arguments: Arguments, _ console: Console
  ) throws(UsageError) -> (NormalizeOptions, ExitCode) {
    var options = NormalizeOptions()
    if let only = arguments.list("--only") {
      options.kinds = Set(only.compactMap(EditKind.init(rawValue:)))
    }
    if let without = arguments.list("--without") {
      options.kinds.subtract(without.compactMap(EditKind.init(rawValue:)))
    }
    options.level = arguments["--level"].flatMap(NormalizeLevel.init(rawValue:)) ?? .tidy
    options.form = arguments["--form"].flatMap(TranscriptForm.init(rawValue:))
    options.isLines = arguments.has("--lines")
    guard ModelInput.load(&options, arguments, console) else { return (options, .incomplete) }
    guard let path = arguments["--case"] else { return (options, .done) }
    let (file, code) = CaseFileInput.read(path, console)
    options.caseFile = file
    return (options, code)
  }
}
