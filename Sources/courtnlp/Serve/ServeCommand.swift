import Doors
import Service
import TextCore

/// `courtnlp serve`: tools for assistants over standard input and output.
enum ServeCommand: Command {
  static let spec = CommandSpec(
    path: ["serve"], summary: "以 MCP（Model Context Protocol）向智能助手提供工具",
    options: [
      .value("--model", "MODEL", "标点模型文件；none 表示只用规则，默认用随附的模型"),
      ServiceOptions.calendar,
    ],
    details: """
      从标准输入读 JSON-RPC 2.0 消息，每行一条，答复写到标准输出；不联网，不读写文件。
      几个请求同时处理（--jobs），先完成的先答复；notifications/cancelled 撤回的请求不再答复。输入结束时答完已收到的请求，退出码 0。
      工具和客户端的设置见 docs/serve.md。
      """,
    examples: [("courtnlp serve", "由助手的客户端启动")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let jobs = try arguments.jobs()
    var work = NormalizeWork()
    guard ModelInput.load(&work.options, arguments, console),
      let calendar = ServiceOptions.calendar(arguments, console)
    else { return .incomplete }
    let server = AgentServer(
      name: "courtnlp", version: CommandTable.version,
      instructions: "处理中文庭审文字的工具：规整笔录、提取案件事实、计算期间。同一输入结果总是相同；拿不准的内容不改动，并在 diagnostics 里说明，请转告使用者核对。",
      tools: tools(work, calendar))
    return ServeLoop(server, console, jobs: jobs).run()
  }

  /// Every tool; a command that becomes a tool is one entry here.
  private static func tools(_ normalize: NormalizeWork, _ calendar: CourtCalendar) -> [AgentTool] {
    let bases = RuleBases(ModelInput.files)
    return [
      .work(
        name: "normalize", title: "规整笔录",
        description: "把一场庭审的原始记录（语音识别结果或书记员速记）规整为标准笔录：谁在说话、标点、数字、听错的词、语气词。不改变所说的内容，发言人证据不足时保留原编号。",
        normalize),
      .extract(bases), .explain(bases), .serviceDeadline(calendar),
    ]
  }
}
