import ChineseText

/// What the law makes of a transport: served or not, on which day, by which article.
public enum LegalEffect: Hashable, Sendable {
  /// Nothing that counts has happened; the reason in Chinese.
  case none(String)
  /// It will count as service on that day unless something happens.
  case pending(CalendarDate, String, [Article])
  /// Served.
  case served(Served)

  /// A service that counts.
  public struct Served: Hashable, Sendable {
    /// How sure the law makes it.
    public enum Certainty: String, Sendable {
      /// Received by those who may receive.
      case actual = "送达"
      /// 视为送达.
      case deemed = "视为送达"
      /// 推定送达, rebuttable.
      case presumed = "推定送达"
    }

    /// 送达日.
    public let date: CalendarDate
    /// The channel.
    public let channel: Channel
    /// How sure.
    public let certainty: Certainty
    /// The articles.
    public let basis: [Article]
    /// Why, in Chinese.
    public let reason: String

    /// Makes a service.
    public init(
      _ date: CalendarDate, _ channel: Channel, _ certainty: Certainty = .actual, _ basis: [Article],
      _ reason: String
    ) {
      self.date = date
      self.channel = channel
      self.certainty = certainty
      self.basis = basis
      self.reason = reason
    }
  }

  /// The service, when there is one.
  public var served: Served? { if case .served(let served) = self { served } else { nil } }
}

/// Options that the law leaves open.
public struct EffectOptions: Hashable, Sendable {
  /// A notice period whose last day is a holiday ends on the next working day (《民事诉讼法》第九十五条 does not say).
  public var rollsNotice: Bool
  /// The calendar for that.
  public var calendar: CourtCalendar

  /// Makes options.
  public init(calendar: CourtCalendar = .published, rollsNotice: Bool = true) {
    self.calendar = calendar
    self.rollsNotice = rollsNotice
  }
}
