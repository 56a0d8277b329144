import ChineseText
import Service
import TextCore

/// `courtnlp service due`: what falls due, earliest first.
enum ServiceDueCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "due"], summary: "按日期列出到期事项：答辩、举证、上诉、公告期满、待办和裁判生效日",
    options: ServiceSession.options + [
      .value("--until", "YYYY-MM-DD", "只列这一天及以前的"), ServiceOptions.calendar,
    ],
    examples: [("courtnlp service due --ledger 台账 --until 2026-03-31", "三月底以前的到期事项")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    let until = arguments["--until"].flatMap(CalendarDate.init(iso:))
    if let text = arguments["--until"], until == nil {
      throw UsageError(message: "--until 的“\(text)”不是日历上的日子", command: spec)
    }
    guard let calendar = ServiceOptions.calendar(arguments, console) else { return .incomplete }
    return session.reading { (state, _) throws(LedgerError) in
      let rules = EffectRules(EffectOptions(calendar: calendar))
      let list = DueList(calendar: calendar, progress: Progress(rules: rules))
      let asJSON = arguments.has("--json")
      for item in list.items(state, at: session.now, until: until) {
        console.write(asJSON ? json(item) : text(item, session.now.date))
      }
      for judgment in JudgmentEffectiveness.all(state, due: list, rules: rules) {
        console.write(asJSON ? json(judgment) : text(judgment))
      }
      return .done
    }
  }

  private static func text(_ item: DueItem, _ today: CalendarDate) -> String {
    let late = item.date < today ? "（已过 \(today.dayNumber - item.date.dayNumber) 天）" : ""
    let moved = item.rolledFrom.map { "，原为 \($0) 顺延" } ?? ""
    let doubts = item.doubts.map { "\n    存疑：\($0)" }.joined()
    let basis = item.basis.isEmpty ? "" : "\n    依据：\(item.basis)"
    return
      "\(item.date)\(late)  \(item.actor.rawValue)  \(item.caseNumber)  \(item.person)\n    \(item.task)\(moved)\(basis)\(doubts)\n"
  }

  private static func json(_ item: DueItem) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "due")
    writer.add("date", item.date.iso)
    writer.add("rule", item.rule)
    writer.add("case_number", item.caseNumber)
    writer.add("person", item.person)
    writer.add("actor", item.actor.rawValue)
    writer.add("task", item.task)
    writer.add("basis", item.basis)
    writer.add("from", orNull: item.from?.iso)
    writer.add("rolled_from", orNull: item.rolledFrom?.iso)
    writer.add("doubts", item.doubts)
    writer.add("id", item.record.description)
    return writer.text + "\n"
  }

  private static func text(_ judgment: JudgmentEffectiveness) -> String {
    let periods = judgment.periods.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value?.iso ?? "未送达")" }
    let effective = judgment.effective.map { "无人上诉的，\($0) 起生效" } ?? "尚有当事人未送达，不能确定生效日"
    let doubts = judgment.doubts.map { "\n    存疑：\($0)" }.joined()
    return
      "\(judgment.caseNumber)  \(judgment.document)：\(effective)\n    各方上诉期届满：\(periods.joined(separator: "；"))\(doubts)\n"
  }

  private static func json(_ judgment: JudgmentEffectiveness) -> String {
    var periods = JSONObjectWriter()
    for (party, day) in judgment.periods.sorted(by: { $0.key < $1.key }) {
      periods.add(party, orNull: day?.iso)
    }
    var writer = JSONObjectWriter()
    writer.add("type", "effective")
    writer.add("case_number", judgment.caseNumber)
    writer.add("document", judgment.document)
    writer.add("effective", orNull: judgment.effective?.iso)
    writer.addRaw("periods", periods.text)
    writer.add("doubts", judgment.doubts)
    return writer.text + "\n"
  }
}
