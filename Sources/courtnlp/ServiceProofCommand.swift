import Service
import TextCore

/// `courtnlp service proof`: 送达回证 or 电子送达凭证 of a record.
enum ServiceProofCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "proof"], summary: "出具送达回证或者电子送达凭证，附送达经过和台账哈希",
    options: ServiceSession.options + [
      .value("--id", "编号", "哪一条任务"), .value("--case", "案号", "这个案件的全部任务"),
    ],
    details: "尚未送达的任务也会列出经过，但退出码为 1。凭证是卷宗材料，其中的地址不作遮盖。",
    examples: [("courtnlp service proof --ledger 台账 --id 7F3K2M9QAB4C5D6E", "一条任务的凭证")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    guard arguments.has("--id") || arguments.has("--case") else {
      throw UsageError(message: "缺少 --id 或 --case", command: spec)
    }
    return session.reading { (state, storage) throws(LedgerError) in
      let entries = ServiceSelection.entries(state, arguments)
      guard !entries.isEmpty else {
        console.report(Diagnostic(.error, "SV033", "台账里没有这条任务", fix: "用 courtnlp service plan 查看送达编号"))
        return .incomplete
      }
      let rules = EffectRules()
      var code = ExitCode.done
      for entry in entries {
        guard let record = entry.record else { continue }
        let effect = rules.effect(of: record, entry.attempts, on: session.now.date)
        let proof = Proof(entry, record, effect: effect, timeline: try Timeline.of(entry.id, in: storage))
        console.write(arguments.has("--json") ? proof.json + "\n" : proof.text + "\n")
        if effect.served == nil { code = .checkFailed }
      }
      return code
    }
  }
}
