import Service
import TextCore

/// `courtnlp service verify`: is every byte of the ledger what was written?
enum ServiceVerifyCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "verify"], summary: "核验台账：哈希链、序号、校验和、快照，指出损坏的记录",
    options: ServiceSession.options,
    details: "退出码：0 完好 · 1 只有缓存（快照、head）需要重建 · 2 台账损坏或者有未完成的提交。",
    examples: [("courtnlp service verify --ledger 台账", "核验")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    do throws(LedgerError) {
      let report = try LedgerVerifier<ServiceState>.verify(session.storage(creating: false))
      console.report(report.problems.map { $0.diagnostic(folder: session.folder) })
      for name in report.staleCaches {
        console.report(
          Diagnostic(
            .warning, "LG007", "缓存文件已损坏或者过期", at: Place(file: "\(session.folder)/\(name)"),
            notes: ["台账本身不受影响"], fix: "运行 courtnlp service recover 重建"))
      }
      console.write(arguments.has("--json") ? json(report) : text(report))
      return report.problems.isEmpty ? (report.staleCaches.isEmpty ? .done : .checkFailed) : .incomplete
    } catch {
      console.report(error.diagnostic(folder: session.folder))
      return .incomplete
    }
  }

  private static func text(_ report: LedgerVerifier<ServiceState>.Report) -> String {
    let state = report.isSound ? "完好" : report.problems.isEmpty ? "事件完好，缓存待重建" : "有问题"
    return
      "\(state)：\(report.events) 条事件，\(report.segments) 个分段，核对快照 \(report.snapshots) 个\n末条哈希 \(report.sum)\n"
  }

  private static func json(_ report: LedgerVerifier<ServiceState>.Report) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "verify")
    writer.add("sound", report.isSound)
    writer.add("events", report.events)
    writer.add("segments", report.segments)
    writer.add("snapshots", report.snapshots)
    writer.add("sum", report.sum)
    return writer.text + "\n"
  }
}

/// `courtnlp service recover`: cuts a torn tail after a copy, refuses everything else.
enum ServiceRecoverCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "recover"], summary: "恢复中断的台账：保存副本后截去末尾没有写完的提交，其他损坏一律拒绝",
    options: ServiceSession.options + [.flag("--accept-loss", "确认末尾已确认的事件无法从备份恢复，记入台账后继续")],
    details: "退出码：0 已恢复或者无需恢复 · 1 已恢复，但有已确认的事件丢失 · 2 拒绝。副本在台账目录的 kept/ 下。",
    examples: [("courtnlp service recover --ledger 台账", "断电之后恢复")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    do throws(LedgerError) {
      let report = try LedgerRecovery.recover(
        session.storage(creating: false), as: ServiceState.self,
        acceptingLoss: arguments.has("--accept-loss"), at: session.now)
      if let lost = report.lost {
        console.report(
          Diagnostic(
            .error, "LG008", "第 \(lost.lowerBound)—\(lost.upperBound) 号事件曾经确认，现已丢失",
            at: Place(file: session.folder),
            fix: "对照网关和原始材料重新登记；丢失已记入台账"))
      }
      console.write(arguments.has("--json") ? json(report) : text(report))
      return report.lost == nil ? .done : .checkFailed
    } catch {
      console.report(error.diagnostic(folder: session.folder))
      return .incomplete
    }
  }

  private static func text(_ report: LedgerRecovery.Report) -> String {
    let cut = report.cut == 0 ? "末尾完整，无需截去" : "截去末尾 \(report.cut) 字节，副本 \(report.copy ?? "")"
    return cut + (report.caches.isEmpty ? "" : "；重建缓存 \(report.caches.joined(separator: "、"))") + "\n"
  }

  private static func json(_ report: LedgerRecovery.Report) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "recover")
    writer.add("cut", report.cut)
    writer.add("copy", orNull: report.copy)
    writer.addRaw("lost", report.lost.map { "[\($0.lowerBound),\($0.upperBound)]" } ?? "null")
    writer.add("caches", report.caches)
    return writer.text + "\n"
  }
}
