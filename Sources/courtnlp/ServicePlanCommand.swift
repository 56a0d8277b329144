import Service
import TextCore

/// `courtnlp service plan`: the lawful ladder of every record, what is next, and why other ways are out.
enum ServicePlanCommand: Command {
  static let spec = CommandSpec(
    path: ["service", "plan"], summary: "列出每条任务的合法送达顺序、依据、排除理由和下一步（不改动台账）",
    options: ServiceSession.options + [.value("--case", "案号", "只列这个案件"), .value("--id", "编号", "只列这条任务")],
    examples: [("courtnlp service plan --ledger 台账 --case （2026）鲁0102民初123号", "一个案件的送达方案")])

  static func run(_ arguments: Arguments, _ console: Console) throws(UsageError) -> ExitCode {
    let session = try ServiceSession(arguments, console)
    return session.reading { (state, _) throws(LedgerError) in
      let (planner, progress) = (Planner(), Progress())
      for entry in ServiceSelection.entries(state, arguments) {
        guard let record = entry.record else { continue }
        let (plan, next) = (planner.plan(record), progress.next(entry, at: session.now))
        console.write(
          arguments.has("--json") ? json(entry, record, plan, next) : text(entry, record, plan, next))
      }
      return .done
    }
  }

  private static func text(
    _ entry: ServiceState.Entry, _ record: ServiceRecord, _ plan: ServicePlan, _ next: NextAction
  ) -> String {
    var lines = [
      "\(entry.id)  \(record.caseNumber)  \(record.recipient.name)  \(record.documents.map(\.title).joined(separator: "；"))"
    ]
    lines.append("  下一步：\(ServiceWords.text(next))")
    for (number, step) in plan.steps.enumerated() {
      lines.append(
        "  \(number + 1). \(step.channel.title)\(place(step.address, record))：\(step.reason)（\(step.articles.text)）"
      )
    }
    for item in plan.work { lines.append("  人工：\(item.task)\(bracketed(item.articles))") }
    for exclusion in plan.exclusions {
      lines.append("  不用\(exclusion.channel.title)：\(exclusion.reason)\(bracketed(exclusion.articles))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func bracketed(_ articles: [Article]) -> String {
    articles.isEmpty ? "" : "（\(articles.text)）"
  }

  private static func place(_ address: Int?, _ record: ServiceRecord) -> String {
    address.map { "→\(Masking.address(record.addresses[$0]))" } ?? ""
  }

  private static func json(
    _ entry: ServiceState.Entry, _ record: ServiceRecord, _ plan: ServicePlan, _ next: NextAction
  ) -> String {
    var writer = JSONObjectWriter()
    writer.add("type", "plan")
    writer.add("id", entry.id.description)
    writer.add("case_number", record.caseNumber)
    writer.add("recipient", record.recipient.name)
    writer.add("documents", record.documents.map(\.title))
    writer.addRaw("next", ServiceWords.json(next))
    writer.addRaw("steps", JSONText.array(plan.steps.map { json($0, record) }))
    writer.addRaw("excluded", JSONText.array(plan.exclusions.map(json)))
    writer.addRaw("work", JSONText.array(plan.work.map(ServiceWords.json)))
    return writer.text + "\n"
  }

  private static func json(_ step: ServicePlan.Step, _ record: ServiceRecord) -> String {
    var writer = JSONObjectWriter()
    writer.add("channel", step.channel.rawValue)
    writer.add("title", step.channel.title)
    writer.add("address", orNull: step.address.map { Masking.address(record.addresses[$0]) })
    writer.add("reason", step.reason)
    writer.add("articles", step.articles.map(\.description))
    return writer.text
  }

  private static func json(_ exclusion: ServicePlan.Exclusion) -> String {
    var writer = JSONObjectWriter()
    writer.add("channel", exclusion.channel.rawValue)
    writer.add("title", exclusion.channel.title)
    writer.add("reason", exclusion.reason)
    writer.add("articles", exclusion.articles.map(\.description))
    return writer.text
  }
}

/// Which records a command is about.
enum ServiceSelection {
  static func entries(_ state: ServiceState, _ arguments: Arguments) -> [ServiceState.Entry] {
    if let id = arguments["--id"] { return RecordID(id).flatMap { state[$0] }.map { [$0] } ?? [] }
    guard let number = arguments["--case"] else { return state.entries }
    let wanted = plain(number)
    return state.entries.filter { $0.record.map { plain($0.caseNumber) == wanted } ?? false }
  }

  /// Brackets full or half width, blanks left out.
  private static func plain(_ number: String) -> String {
    number.filter { !$0.isWhitespace }.replacing("(", with: "（").replacing(")", with: "）")
  }
}

/// Words and JSON for what is next.
enum ServiceWords {
  static func text(_ action: NextAction) -> String {
    switch action {
    case .dispatch(let step): "可以\(step.channel.title)"
    case .wait(let time, let reason): "等到 \(time)：\(reason)"
    case .work(let item): "\(item.kind.title)：\(item.task)"
    case .served(let served): "已送达（\(served.date)，\(served.channel.title)，\(served.certainty.rawValue)）"
    case .withdrawn: "已撤回"
    }
  }

  static func json(_ action: NextAction) -> String {
    var writer = JSONObjectWriter()
    switch action {
    case .dispatch(let step):
      writer.add("action", "dispatch")
      writer.add("channel", step.channel.rawValue)
    case .wait(let time, let reason):
      writer.add("action", "wait")
      writer.add("until", time.iso)
      writer.add("reason", reason)
    case .work(let item):
      writer.add("action", "work")
      writer.addRaw("work", json(item))
    case .served(let served):
      writer.add("action", "served")
      writer.add("date", served.date.iso)
      writer.add("channel", served.channel.rawValue)
      writer.add("certainty", served.certainty.rawValue)
      writer.add("basis", served.basis.text)
    case .withdrawn: writer.add("action", "withdrawn")
    }
    return writer.text
  }

  static func json(_ item: WorkItem) -> String {
    var writer = JSONObjectWriter()
    writer.add("kind", item.kind.rawValue)
    writer.add("task", item.task)
    writer.add("articles", item.articles.map(\.description))
    return writer.text
  }
}
