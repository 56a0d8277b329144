import ChineseText
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
    let period = try period(arguments)
    let start = try date(arguments)
    guard let calendar = ServiceOptions.calendar(arguments, console) else { return .incomplete }
    let rules = arguments["--rules"].flatMap(DeadlineCalculator.Rules.init(rawValue:)) ?? .civil
    let deadline = DeadlineCalculator(calendar: calendar)
      .deadline(period, from: start, rules: rules, rolling: !arguments.has("--no-roll"))
    if arguments.has("--json") {
      console.write(json(deadline))
    } else {
      console.write("\(deadline.last)\n")
      console.note(explanation(deadline, calendar))
    }
    if let warning = ServiceOptions.unsettledWarning(deadline.unsettled, calendar) { console.report(warning) }
    return deadline.unsettled.contains { calendar.years[$0.year] == nil } ? .checkFailed : .done
  }

  private static func period(_ arguments: Arguments) throws(UsageError) -> Period {
    guard let text = arguments["--period"] else { throw UsageError(message: "缺少 --period", command: spec) }
    guard let period = Period(text) else {
      throw UsageError(
        message: "看不懂期间“\(text)”：应写成 15日、6个月、1年、半个月 这样的形式，最多 \(Period.maximum)", command: spec)
    }
    return period
  }

  private static func date(_ arguments: Arguments) throws(UsageError) -> CalendarDate {
    guard let text = arguments["--from"] else { throw UsageError(message: "缺少 --from", command: spec) }
    guard let date = CalendarDate(iso: text) else {
      throw UsageError(message: "“\(text)”不是日历上的日子：应写成 YYYY-MM-DD，例如 2025-09-16", command: spec)
    }
    return date
  }

  private static func explanation(_ deadline: Deadline, _ calendar: CourtCalendar) -> String {
    var lines = ["周\(ServiceOptions.weekday(deadline.last))"]
    if let from = deadline.rolledFrom {
      lines.append("原届满日 \(from)（\(calendar.describe(from))），顺延至休假日后的第一日")
    }
    lines.append("依据：\(deadline.basis.text)")
    return lines.joined(separator: "；")
  }

  private static func json(_ deadline: Deadline) -> String {
    var writer = JSONObjectWriter()
    writer.add("deadline", deadline.last.iso)
    writer.add("rolled_from", orNull: deadline.rolledFrom?.iso)
    writer.add("basis", deadline.basis.text)
    writer.add("from", deadline.start.iso)
    writer.add("period", deadline.period.description)
    writer.add("certain", deadline.unsettled.isEmpty)
    return writer.text + "\n"
  }
}
