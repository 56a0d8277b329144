import Service
import TextCore

/// `courtnlp service dispatch`: batch files for the gateways and work lists for people.
enum ServiceDispatchCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "dispatch"], summary: "把到期应送出的任务写成批次文件（台账目录的 outbox/ 下，每渠道分批）",
    options: ServiceSession.options,
    details: "先记入台账，再写文件（写在旁边、落盘、改名），再记下文件已就位。中断后重新运行会补齐同一个文件，不会重复送出。\n夜间（21:00—08:00）不发电子送达。人工渠道的批次就是工作单。",
    examples: [("courtnlp service dispatch --ledger 台账", "送出所有到期任务")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    return session.writing { (centre) throws(LedgerError) in
      let released = try centre.dispatch(at: session.now)
      for batch in released {
        console.write(
          arguments.has("--json")
            ? json(batch, session.folder)
            : "\(session.folder)/\(batch.path)  \(batch.channel.title)  \(batch.items) 件\n")
      }
      if released.isEmpty, !arguments.has("--json") { console.note("现在没有要送出的任务") }
      return .done
    }
  }

  private static func json(_ batch: ServiceCentre.Released, _ folder: String) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "batch")
    writer.add("path", "\(folder)/\(batch.path)")
    writer.add("channel", batch.channel.rawValue)
    writer.add("items", batch.items)
    return writer.text + "\n"
  }
}
