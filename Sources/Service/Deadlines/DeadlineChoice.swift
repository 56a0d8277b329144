/// A row of the deadline table that applies to a record, with the period the court fixed.
struct DeadlineChoice {
  let row: DeadlineRule
  var fixed: Period?
  var doubts: [String] = []

  /// The rows that begin when the documents of the record are served.
  static func rows(_ record: ServiceRecord, afterNotice: Bool) -> [DeadlineChoice] {
    record.documents.flatMap { document -> [DeadlineChoice] in
      switch document.kind {
      case .complaint: answer(record)
      case .appeal: appealAnswer(record)
      case .evidenceNotice: evidence(record, afterNotice)
      case .judgment: appeal(record, "judgment", [])
      case .ruling: ruling(record, document)
      default: []
      }
    }
  }

  private static func make(_ id: String, _ fixed: Int? = nil, _ doubts: [String] = []) -> [DeadlineChoice] {
    guard let row = DeadlineTable.row(id) else { return [] }
    let period = fixed.map(Period.days)
    let broken = period.map { !row.allows($0) } ?? false
    return [
      DeadlineChoice(
        row: row, fixed: period, doubts: doubts + (broken ? ["法院指定的 \(fixed ?? 0) 日不符合该条的限度，请核对"] : []))
    ]
  }

  private static func answer(_ record: ServiceRecord) -> [DeadlineChoice] {
    if record.procedure == .administrative { return make("answer.administrative") }
    if record.isForeignParty { return make("answer.foreign") }
    if record.procedure == .small { return record.facts.answerDays.map { make("answer.small", $0) } ?? [] }
    if record.procedure == .summary, let days = record.facts.answerDays {
      return make("answer", days, ["简易程序经当事人同意确定的答辩期间（民诉解释第二百六十六条第一款）"])
    }
    return record.procedure == .criminal ? [] : make("answer")
  }

  private static func appealAnswer(_ record: ServiceRecord) -> [DeadlineChoice] {
    record.procedure == .criminal
      ? [] : make(record.isForeignParty ? "appeal.answer.foreign" : "appeal.answer")
  }

  private static func evidence(_ record: ServiceRecord, _ afterNotice: Bool) -> [DeadlineChoice] {
    guard let days = record.facts.evidenceDays else { return [] }
    if afterNotice { return make("evidence.notice", days) }
    switch record.procedure {
    case .summary: return make("evidence.summary", days)
    case .small: return make("evidence.small", days)
    case .second: return make("evidence.second", days)
    case .ordinary, .foreign: return make("evidence.ordinary", days)
    case .criminal, .administrative: return []
    }
  }

  /// 二审、小额 judgments are final (《民事诉讼法》第一百六十五条, 第一百八十二条): no period.
  private static func appeal(_ record: ServiceRecord, _ kind: String, _ doubts: [String]) -> [DeadlineChoice]
  {
    switch record.procedure {
    case .second: return []
    case .small: return kind == "judgment" ? [] : make("appeal.\(kind)", nil, doubts)
    case .criminal: return make("appeal.\(kind).criminal", nil, doubts)
    case .administrative: return make("appeal.\(kind).administrative", nil, doubts)
    case .ordinary, .summary, .foreign:
      return make(record.isForeignParty ? "appeal.foreign" : "appeal.\(kind)", nil, doubts)
    }
  }

  private static func ruling(_ record: ServiceRecord, _ document: ServiceDocument) -> [DeadlineChoice] {
    switch document.isAppealableRuling {
    case false: return []
    case true: return appeal(record, "ruling", [])
    case nil: return appeal(record, "ruling", ["裁定书名称没有写明种类：只有不予受理、管辖权异议、驳回起诉的裁定可以上诉（《民事诉讼法》第一百五十七条第二款），请核对"])
    }
  }
}
