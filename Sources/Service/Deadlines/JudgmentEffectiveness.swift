import ChineseText

/// When a judgment takes effect: after the appeal period of every party has run (民诉解释 244、536).
public struct JudgmentEffectiveness: Hashable, Sendable {
  /// 案号.
  public let caseNumber: String
  /// The judgment or ruling.
  public let document: String
  /// Last day of each party's own period; nil while he is not served.
  public let periods: [String: CalendarDate?]
  /// The first day of effect, if nobody appeals; nil while a party is not served.
  public let effective: CalendarDate?
  /// Doubts that a person must clear up.
  public let doubts: [String]

  /// The judgments and appealable rulings of a state, by case.
  ///
  /// Only parties in the ledger are known: a party who is missing there is missing here, which is said in `doubts` where
  /// fewer than two parties are known.
  public static func all(_ state: ServiceState, due: DueList, rules: EffectRules) -> [JudgmentEffectiveness] {
    var groups: [Key: [String: [CalendarDate?]]] = [:]
    for entry in state.entries where !entry.isWithdrawn {
      guard let record = entry.record else { continue }
      let served = rules.effect(of: record, entry.attempts).served?.date
      for document in record.documents where document.kind == .judgment || document.isAppealableRuling == true
      {
        let last = served.map { lastDay(record, document, entry.id, $0, due) }
        let key = Key(caseNumber: record.caseNumber, document: document.title)
        groups[key, default: [:]][record.recipient.party, default: []].append(last)
      }
    }
    return groups.map { make($0.key, $0.value) }.sorted {
      ($0.caseNumber, $0.document) < ($1.caseNumber, $1.document)
    }
  }

  private struct Key: Hashable {
    let caseNumber: String
    let document: String
  }

  /// The last day of the party's period; the day of service itself where nobody may appeal.
  private static func lastDay(
    _ record: ServiceRecord, _ document: ServiceDocument, _ id: RecordID, _ served: CalendarDate,
    _ due: DueList
  ) -> CalendarDate {
    var single = record
    single.documents = [document]
    return due.periods(single, id, from: served).map(\.date).max() ?? served.adding(days: -1)
  }

  private static func make(_ key: Key, _ parties: [String: [CalendarDate?]]) -> JudgmentEffectiveness {
    // A party served twice, himself and by his agent, has the period of the first service.
    let periods: [String: CalendarDate?] = parties.mapValues { days in days.compactMap { $0 }.min() }
    let open = periods.contains { $0.value == nil }
    let last = periods.values.compactMap { $0 }.max()
    return JudgmentEffectiveness(
      caseNumber: key.caseNumber, document: key.document, periods: periods,
      effective: open ? nil : last?.adding(days: 1),
      doubts: periods.count < 2 ? ["台账里只有一方当事人，其他当事人的上诉期没有计入"] : [])
  }
}
