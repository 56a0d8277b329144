import ChineseText

/// How well service went, honestly: every rate with its denominator and interval, open records counted.
public struct ServiceReport: Sendable {
  /// The figures of one group.
  public struct Group: Hashable, Sendable {
    /// Its name: a court, a month, a channel.
    public let name: String
    /// Records that were not withdrawn (人次).
    public var records = 0
    /// Records served.
    public var served = 0
    /// Records served electronically.
    public var electronic = 0
    /// Records whose first attempt has an outcome.
    public var tried = 0
    /// Records served by their first attempt.
    public var first = 0
    /// Attempts made.
    public var attempts = 0
    var days: [Int] = []
    var open: [Int] = []

    init(_ name: String) { self.name = name }

    /// Served electronically out of served.
    public var electronicRate: Rate { Rate(electronic, of: served) }
    /// Served out of all.
    public var servedRate: Rate { Rate(served, of: records) }
    /// Served by the first attempt out of those whose first attempt has an outcome.
    public var firstRate: Rate { Rate(first, of: tried) }
    /// Days from import to 送达日.
    public var time: TimeToSuccess { TimeToSuccess(served: days, open: open) }
  }

  /// A channel's figures by attempts.
  public struct ChannelFigures: Hashable, Sendable {
    /// The channel.
    public let channel: Channel
    /// Attempts with an outcome.
    public var tried = 0
    /// Attempts that are service.
    public var served = 0
    /// Attempts without outcome yet.
    public var open = 0
    /// Served out of tried.
    public var rate: Rate { Rate(served, of: tried) }
  }

  /// The day of the report.
  public let day: CalendarDate
  /// All records.
  public let total: Group
  /// By court, by name.
  public let courts: [Group]
  /// By month of import.
  public let months: [Group]
  /// By channel.
  public let channels: [ChannelFigures]
  /// Records whose reports exclude each other.
  public let contradictory: Int
  /// Reports that fit no attempt.
  public let strays: Int

  /// Counts a state; linear.
  public init(_ state: ServiceState, rules: EffectRules, on day: CalendarDate) {
    self.day = day
    var total = Group("全部")
    var (courts, months): ([String: Group], [String: Group]) = ([:], [:])
    var channels: [Channel: ChannelFigures] = [:]
    var contradictory = 0
    for entry in state.entries where !entry.isWithdrawn {
      guard let record = entry.record else { continue }
      let outcome = Outcome(record, entry, rules, day)
      let court = record.court.isEmpty ? "（未填法院）" : record.court
      outcome.count(in: &total)
      outcome.count(in: &courts[court, default: Group(court)])
      let month = String(entry.imported.date.iso.prefix(7))
      outcome.count(in: &months[month, default: Group(month)])
      for (attempt, isService) in zip(entry.attempts, outcome.attempts) {
        Self.count(attempt, isService, in: &channels)
      }
      if entry.attempts.contains(where: { $0.transport == .contradictory }) { contradictory += 1 }
    }
    self.total = total
    self.courts = courts.values.sorted { $0.name < $1.name }
    self.months = months.values.sorted { $0.name < $1.name }
    self.channels = Channel.allCases.compactMap { channels[$0] }
    self.contradictory = contradictory
    strays = state.strays.count
  }

  private static func count(
    _ attempt: Attempt, _ isService: Bool, in channels: inout [Channel: ChannelFigures]
  ) {
    var figures = channels[attempt.channel] ?? ChannelFigures(channel: attempt.channel)
    if isService { figures.served += 1 }
    if isService || Outcome.isSettled(attempt) { figures.tried += 1 } else { figures.open += 1 }
    channels[attempt.channel] = figures
  }

  /// What became of one record.
  private struct Outcome {
    let served: LegalEffect.Served?
    let attempts: [Bool]
    let firstIsSettled: Bool
    let daysSinceImport: Int
    let daysToService: Int

    init(_ record: ServiceRecord, _ entry: ServiceState.Entry, _ rules: EffectRules, _ day: CalendarDate) {
      let effects = entry.attempts.map { attempt -> LegalEffect.Served? in
        let served = rules.effect(of: record, attempt).served
        return served.flatMap { $0.date <= day ? $0 : nil }
      }
      attempts = effects.map { $0 != nil }
      served = effects.compactMap { $0 }.min { $0.date < $1.date }
      firstIsSettled = attempts.first == true || entry.attempts.first.map(Self.isSettled) == true
      let start = entry.imported.date.dayNumber
      daysSinceImport = max(0, day.dayNumber - start)
      daysToService = max(0, (served?.date.dayNumber ?? start) - start)
    }

    static func isSettled(_ attempt: Attempt) -> Bool {
      attempt.transport.isFinalFailure || attempt.transport == .contradictory
        || attempt.transport == .reported(.failed)
    }

    func count(in group: inout Group) {
      group.records += 1
      group.attempts += attempts.count
      if firstIsSettled { group.tried += 1 }
      if attempts.first == true { group.first += 1 }
      guard let served else {
        group.open.append(daysSinceImport)
        return
      }
      group.served += 1
      if served.channel == .electronic { group.electronic += 1 }
      group.days.append(daysToService)
    }
  }
}
