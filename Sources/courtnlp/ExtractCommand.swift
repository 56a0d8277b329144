import Doors
import ElementRules
import TextCore

/// `courtnlp extract`: the fact sheet of a hearing.
enum ExtractCommand: Command {
  static let spec = CommandSpec(
    path: ["extract"], summary: "按要素规则库提取案件事实：谁说的、对方认不认、还有什么没有查明", operands: "[文件…|-]",
    operandCount: 0...Int.max,
    options: [
      .value("--rules", "FILE", "要素规则库：文件，或者随附的规则库的名称，例如 private-lending；可以多次给出"),
      .value("--case", "FILE", "案件信息 case.json：当事人姓名和案号由此得知"),
      CommandSpec.jsonl,
      .flag("--lines", "每行是一个句子，逐句标注要素，不判断谁说的"),
      .value("--format", "FORMAT", choices: ExtractWork.formats.map(\.rawValue), "输出格式；html 是可点击查看原话的事实表"),
    ] + CommandSpec.output,
    details: """
      读规整后的笔录（角色：发言，一行一段），也读起诉状、答辩状和判决书（一段一行）。每个事实都附原话和所在的段。
      无争议：双方说法一致，或者一方说、对方认可；有争议：说法不同或者被否认；单方陈述：只有一方说到。
      调解中的让步不作为事实（民诉法解释第107条）。拿不准的不提取。
      """,
    examples: [
      ("courtnlp extract --rules private-lending 笔录.txt", "民间借贷案件的事实表"),
      (
        "courtnlp extract --rules private-lending --format html -o 事实表.html 笔录.txt", "供法官核对的页面"
      ),
      ("courtnlp extract --rules divorce --lines --json 句子.txt", "给句子打标签"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let paths = arguments.all("--rules")
    guard !paths.isEmpty else {
      throw UsageError(message: "缺少 --rules：请给出要素规则库", command: spec)
    }
    let (caseFile, code) = arguments["--case"].map { CaseFileInput.read($0, console) } ?? (nil, .done)
    guard code == .done, let rules = RuleFileInput.compile(paths, console) else { return .incomplete }
    let format = arguments.has("--json") ? .json : arguments["--format"].flatMap(OutputFormat.init) ?? .text
    let work = ExtractWork(
      rules: rules, caseFile: caseFile, format: format, isLines: arguments.has("--lines"))
    if arguments.has("--jsonl") { return try JSONLinesBatch(arguments, console).run(work) }
    return try FileBatch(arguments, console, fileExtension: work.format.fileExtension).run(work)
  }
}
