import Doors
import Service
import TextCore

/// `courtnlp service deadline`: the last day of one period.
enum ServiceDeadlineCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "deadline"],
    summary: "计算期间的最后一日（起算日不计，末日逢法定休假日顺延）",
    options: [
      .value("--period", "期间", "期间长度：15日、10日、30日、6个月、1年、半个月……"),
      .value("--from", "YYYY-MM-DD", "起算的事件之日（送达日、收到日、发出公告日），当日不计算在内"),
      .value("--rules", "规则", choices: DeadlineCalculator.Rules.allCases.map(\.rawValue), "适用的期间规则，默认 civil"),
      .flag("--no-roll", "末日逢休假日也不顺延"),
      ServiceOptions.calendar,
    ],
    details: "放假与调休数据：2015—2026 年（国务院办公厅通知）。没有数据的年份只按周末顺延，并给出警告，退出码 1。",
    examples: [
      ("courtnlp service deadline --period 15日 --from 2025-09-16", "判决书 2025-09-16 送达，上诉期何日届满"),
      ("courtnlp service deadline --period 10日 --from 2025-09-21 --rules custody", "被告人在押，不因节假日延长"),
    ])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let query = try query(arguments)
    guard let calendar = ServiceOptions.calendar(arguments, console) else { return .incomplete }
    let deadline = query.answer(calendar)
    if arguments.has("--json") {
      console.write(DeadlineQuery.json(deadline) + "\n")
    } else {
      console.write("\(deadline.last)\n")
      console.note(explanation(deadline, calendar))
    }
    if let warning = ServiceOptions.unsettledWarning(deadline.unsettled, calendar) { console.report(warning) }
    return deadline.unsettled.contains { calendar.years[$0.year] == nil } ? .checkFailed : .done
  }

  private static func query(_ arguments: Arguments) throws(UsageError) -> DeadlineQuery {
    guard let period = arguments["--period"] else { throw UsageError(message: "缺少 --period", command: spec) }
    guard let from = arguments["--from"] else { throw UsageError(message: "缺少 --from", command: spec) }
    do throws(Diagnostic) {
      return try DeadlineQuery(
        period: period, from: from, rules: arguments["--rules"], rolls: !arguments.has("--no-roll"))
    } catch {
      throw UsageError(message: "\(error.message)：\(error.fix ?? "")", command: spec)
    }
  }

  private static func explanation(_ deadline: Deadline, _ calendar: CourtCalendar) -> String {
    var lines = ["周\(ServiceOptions.weekday(deadline.last))"]
    if let from = deadline.rolledFrom {
      lines.append("原届满日 \(from)（\(calendar.describe(from))），顺延至休假日后的第一日")
    }
    lines.append("依据：\(deadline.basis.text)")
    return lines.joined(separator: "；")
  }
}
