import ChineseText
import Evaluation
import Foundation
import Service
import TextCore

/// `courtnlp evaluate service`
enum EvaluateServiceCommand: Command {
  static let spec = CommandSpec(
    path: ["evaluate", "service"],
    summary: "由台账算送达成功率（Wilson 区间）和首次成功中位天数（Kaplan–Meier），按法院",
    operands: "台账目录|结果.jsonl",
    operandCount: 1...1,
    options: EvaluateOptions.all + [
      .value("--now", "时间", "当作现在的时间，如 2026-03-02T09:00:00；默认取系统时间（北京时间）")
    ],
    details: "也可以给一个 JSON Lines 文件，每行 {\"group\",\"days_to_success\"|null,\"days_observed\"}。",
    examples: [(line: "courtnlp evaluate service 台账", does: "打印成功数、总数、区间和中位天数")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let options = try EvaluateOptions(arguments)
    let name = arguments.operands[0]
    var outcomes: [ServiceRates.Outcome] = []
    var digest: [UInt8] = []
    var code = ExitCode.done
    if GoldFolder.isDirectory(name) {
      code = read(ledger: name, try now(arguments), &outcomes, console)
      digest = SHA256.hash(Array(outcomes.map { "\($0)" }.joined(separator: "\n").utf8))
    } else {
      let file = LineFile(name)
      console.report(file.diagnostics)
      if !file.isWhole { code = .incomplete }
      outcomes = file.nodes.compactMap(outcome)
      digest = file.digest
      if outcomes.count < file.nodes.count {
        code = .incomplete
        let bad = file.nodes.count - outcomes.count
        console.report(
          Diagnostic(.error, "EV030", "有 \(bad) 行缺少天数，没有计入", at: Place(file: name), fix: "补上 days_observed"))
      }
    }
    guard code == .done || !outcomes.isEmpty else { return code }
    let report = ServiceReportView.report(ServiceRates(outcomes))
    let signature = options.signature("service-1", gold: [], predicted: [("outcomes", digest)])
    return max(code, try options.finish(report, signature: signature, console))
  }

  private static func now(_ arguments: Arguments) throws(UsageError) -> Moment {
    guard let text = arguments["--now"] else { return Moment(seconds: Int(Date().timeIntervalSince1970)) }
    guard let now = Moment(text) else {
      throw UsageError(message: "看不懂 --now 的时间“\(text)”：应写成 2026-03-02T09:00:00", command: arguments.spec)
    }
    return now
  }

  private static func outcome(_ node: JSONNode) -> ServiceRates.Outcome? {
    let success = node["days_to_success"]?.number.flatMap(Double.init)
    let observed = node["days_observed"]?.number.flatMap(Double.init) ?? success
    guard let observed, observed >= 0, (success ?? 0) >= 0 else { return nil }
    return ServiceRates.Outcome(
      group: node["group"]?.string ?? "", daysToSuccess: success, daysObserved: observed)
  }

  /// Days from import to the first day of service that the law recognizes; open records are observed until `now`.
  private static func read(
    ledger: String, _ now: Moment, _ outcomes: inout [ServiceRates.Outcome], _ console: Console
  ) -> ExitCode {
    do throws(LedgerError) {
      let storage: DiskStorage
      do throws(StorageError) { storage = try DiskStorage(existing: ledger) } catch { throw .storage(error) }
      let rules = EffectRules()
      for entry in try LedgerView<ServiceState>(storage).state.entries where !entry.isWithdrawn {
        guard let record = entry.record else { continue }
        let start = entry.imported.date.dayNumber
        let days = entry.attempts.compactMap { rules.effect(of: record, $0).served?.date }.filter {
          $0 <= now.date
        }
        let first = days.min().map { Double(max(0, $0.dayNumber - start)) }
        outcomes.append(
          ServiceRates.Outcome(
            group: record.court, daysToSuccess: first,
            daysObserved: Double(max(0, now.date.dayNumber - start))))
      }
      return .done
    } catch {
      console.report(error.diagnostic(folder: ledger))
      return .incomplete
    }
  }
}
