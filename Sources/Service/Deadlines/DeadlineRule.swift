import ChineseText

/// One row of the deadline table: from which event, how long, for whom, by which article.
public struct DeadlineRule: Hashable, Sendable {
  /// How the length binds.
  public enum Limit: Hashable, Sendable {
    /// Must be done within the period.
    case within(Period)
    /// The court fixes a period not shorter than this.
    case atLeast(Period)
    /// The court fixes a period not longer than this.
    case atMost(Period)
    /// Must be done so many days before the event.
    case before(days: Int)
    /// Must be done on the day of the event.
    case immediately
    /// The period begins the day after the event; its length is fixed elsewhere.
    case startsAfter
  }

  /// Who must act.
  public enum Actor: String, Sendable {
    /// 法院.
    case court = "法院"
    /// 受送达人.
    case party = "当事人"
  }

  /// Stable id, such as `appeal.judgment`.
  public let id: String
  /// The event that starts it, in Chinese.
  public let event: String
  /// What is to be done, in Chinese.
  public let task: String
  /// The length.
  public let limit: Limit
  /// By how much it may be extended.
  public let extensible: Period?
  /// Who must act.
  public let actor: Actor
  /// Whose rules count the period.
  public let rules: DeadlineCalculator.Rules
  /// The articles.
  public let articles: [Article]

  /// The period, when the row has one.
  public var period: Period? {
    switch limit {
    case .within(let period), .atLeast(let period), .atMost(let period): period
    case .before(let days): .days(days)
    case .immediately, .startsAfter: nil
    }
  }

  /// The last day for it when the event falls on `date`.
  ///
  /// `fixed` is the length that the court fixed, where the row leaves it to the court. Backward periods
  /// (`before`) end so many days before the event and never move, for only an expiring period moves.
  public func deadline(
    from date: CalendarDate, fixed: Period? = nil, calculator: DeadlineCalculator
  ) -> Deadline? {
    switch limit {
    case .before(let days):
      let last = date.adding(days: -days)
      return Deadline(
        start: date, period: .days(days), nominal: last, last: last, basis: articles, unsettled: [])
    case .immediately:
      return Deadline(
        start: date, period: .days(0), nominal: date, last: date, basis: articles, unsettled: [])
    case .startsAfter, .within, .atLeast, .atMost:
      guard let length = fixed ?? period else { return nil }
      let plain = calculator.deadline(length, from: date, rules: rules)
      return Deadline(
        start: plain.start, period: length, nominal: plain.nominal, last: plain.last,
        basis: articles + plain.basis.filter { !articles.contains($0) }, unsettled: plain.unsettled)
    }
  }

  /// False when the length the court fixed breaks the bound of the row (不得少于十五日, 不得超过十五日).
  public func allows(_ fixed: Period) -> Bool {
    switch limit {
    case .atLeast(.days(let least)): if case .days(let days) = fixed { days >= least } else { true }
    case .atMost(.days(let most)): if case .days(let days) = fixed { days <= most } else { false }
    default: true
    }
  }
}
