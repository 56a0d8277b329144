import ChineseText

/// One thing that falls due.
public struct DueItem: Hashable, Sendable, Comparable {
  /// The last day for it.
  public let date: CalendarDate
  /// The row of the deadline table, or `work.` and the kind of work.
  public let rule: String
  /// 案号.
  public let caseNumber: String
  /// For whom or about whom.
  public let person: String
  /// What is due, in Chinese.
  public let task: String
  /// Who must act.
  public let actor: DeadlineRule.Actor
  /// The articles and how the day was counted.
  public let basis: String
  /// What it was counted from; nil for work items.
  public let from: CalendarDate?
  /// The day before it was moved; nil when it was not.
  public let rolledFrom: CalendarDate?
  /// Doubts that a person must clear up; empty when none.
  public let doubts: [String]
  /// The record.
  public let record: RecordID

  /// By day, then case, person and rule.
  public static func < (a: DueItem, b: DueItem) -> Bool {
    (a.date, a.caseNumber, a.person, a.rule, a.record) < (b.date, b.caseNumber, b.person, b.rule, b.record)
  }
}

/// Lists everything that falls due for the records of a state.
public struct DueList: Sendable {
  private let calculator: DeadlineCalculator
  private let progress: Progress

  /// Makes a list with that calendar and that way of deciding what is next.
  public init(calendar: CourtCalendar = .published, progress: Progress = Progress()) {
    calculator = DeadlineCalculator(calendar: calendar)
    self.progress = progress
  }

  /// All items on or before `until` (all when nil), earliest first.
  public func items(_ state: ServiceState, at now: Moment, until: CalendarDate? = nil) -> [DueItem] {
    var items: [DueItem] = []
    for entry in state.entries where !entry.isWithdrawn {
      guard let record = entry.record else { continue }
      items += self.items(record, entry, now)
    }
    guard let until else { return items.sorted() }
    return items.filter { $0.date <= until }.sorted()
  }

  private func items(_ record: ServiceRecord, _ entry: ServiceState.Entry, _ now: Moment) -> [DueItem] {
    var items: [DueItem] = []
    switch progress.rules.effect(of: record, entry.attempts, on: now.date) {
    case .served(let served):
      items += periods(record, entry.id, from: served.date, afterNotice: served.channel == .notice)
      items += tooLate(record, entry.id, served.date)
    case .pending(let date, let reason, let basis):
      items.append(notice(record, entry.id, date, reason, basis))
    case .none:
      items += unserved(record, entry)
      if let work = work(record, entry, now) { items.append(work) }
    }
    return items
  }

  /// The periods that begin with service.
  public func periods(
    _ record: ServiceRecord, _ id: RecordID, from date: CalendarDate, afterNotice: Bool = false
  ) -> [DueItem] {
    DeadlineChoice.rows(record, afterNotice: afterNotice).compactMap { choice in
      guard let deadline = choice.row.deadline(from: date, fixed: choice.fixed, calculator: calculator) else {
        return nil
      }
      return item(record, id, choice.row, deadline, choice.doubts)
    }
  }

  /// What the court must do before service: send the complaint in five days, summon three days ahead.
  private func unserved(_ record: ServiceRecord, _ entry: ServiceState.Entry) -> [DueItem] {
    var items: [DueItem] = []
    func add(_ id: String, _ date: CalendarDate?) {
      guard let date, let row = DeadlineTable.row(id),
        let deadline = row.deadline(from: date, calculator: calculator)
      else { return }
      items.append(item(record, entry.id, row, deadline, []))
    }
    let criminal = record.procedure == .criminal
    if record.has(.complaint), entry.attempts.isEmpty { add("complaint.send", record.facts.filed) }
    if record.has(.indictment) { add("indictment.send", record.facts.hearing) }
    if record.has(.summons) || record.has(.notification) {
      add(criminal ? "hearing.notice.criminal" : "hearing.notice", record.facts.hearing)
    }
    return items
  }

  /// A summons that was served less than three days before the hearing (《民事诉讼法》第一百三十九条, 《刑事诉讼法》第一百八十七条).
  private func tooLate(_ record: ServiceRecord, _ id: RecordID, _ served: CalendarDate) -> [DueItem] {
    guard record.has(.summons) || record.has(.notification), let hearing = record.facts.hearing,
      let row = DeadlineTable.row(
        record.procedure == .criminal ? "hearing.notice.criminal" : "hearing.notice"),
      let deadline = row.deadline(from: hearing, calculator: calculator), served > deadline.last
    else { return [] }
    return [item(record, id, row, deadline, ["送达日 \(served) 距开庭不足三日：取得当事人同意，或者改期"])]
  }

  private func item(
    _ record: ServiceRecord, _ id: RecordID, _ row: DeadlineRule, _ deadline: Deadline, _ doubts: [String]
  ) -> DueItem {
    let missing = deadline.unsettled.first.map { ["没有决定 \($0) 是否休假的放假通知，只按周末判断"] } ?? []
    return DueItem(
      date: deadline.last, rule: row.id, caseNumber: record.caseNumber, person: record.recipient.party,
      task: "\(row.event)：\(row.task)", actor: row.actor, basis: deadline.basis.text, from: deadline.start,
      rolledFrom: deadline.rolledFrom, doubts: doubts + missing, record: id)
  }

  private func notice(
    _ record: ServiceRecord, _ id: RecordID, _ date: CalendarDate, _ reason: String, _ basis: [Article]
  ) -> DueItem {
    DueItem(
      date: date, rule: record.isForeignParty ? "notice.foreign" : "notice", caseNumber: record.caseNumber,
      person: record.recipient.party, task: "公告期满，视为送达（\(reason)）", actor: .court, basis: basis.text,
      from: nil,
      rolledFrom: nil, doubts: [], record: id)
  }

  private func work(_ record: ServiceRecord, _ entry: ServiceState.Entry, _ now: Moment) -> DueItem? {
    guard case .work(let work) = progress.next(record, entry.attempts, at: now) else { return nil }
    return DueItem(
      date: now.date, rule: "work.\(work.kind.rawValue)", caseNumber: record.caseNumber,
      person: record.recipient.name,
      task: "\(work.kind.title)：\(work.task)", actor: .court, basis: work.articles.text, from: nil,
      rolledFrom: nil,
      doubts: [], record: entry.id)
  }
}
