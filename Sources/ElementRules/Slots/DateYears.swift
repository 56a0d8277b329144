import ChineseText

/// Finds the year of a date that is said without one (facts annotation, rule 9).
///
/// The same day said before gives it, else the date said last in the same speech, else the one said last in the question
/// and the two speeches before; without any it is the last such day before the hearing, unless the hearing was speaking of
/// another year. What has happened lies not after the hearing. A day earlier in the year than the date before it is read only when it lies near to that: a few months
/// back, or over the turn of the year.
struct DateYears {
  let said: SaidDates
  /// The day of the hearing, which may lack its day and month.
  let hearing: PartialDate?
  /// The dates of the same speech, in order.
  private(set) var own: [PartialDate] = []
  /// The last of them whose year counts.
  private(set) var last: PartialDate?
  /// The last of them that is no end of a term and not due.
  private(set) var event: PartialDate?
  private var isLastDue = false

  /// Months that a story goes back by without saying so.
  private static let mostBack = 3
  private static let monthsOfYear = 12

  init(_ context: SpeechContext) {
    said = context.said
    hearing = context.day
  }

  /// The date that words without a year or a month go on from.
  var anchor: PartialDate? { last ?? said.near.last }

  /// Keeps a date of the speech.
  mutating func add(_ date: PartialDate, isDue: Bool, counts: Bool) {
    own.append(date)
    if !isDue { event = date }
    if counts { (last, isLastDue) = (date, isDue) }
  }

  /// What the words around a date tell of its year.
  struct Hints {
    /// It may lie after the hearing.
    let mayLieAhead: Bool
    /// It is the day on which the suit was filed.
    let isFiling: Bool
  }

  /// The year of a month or day; nil when it is not certain.
  func year(of month: Int, _ day: Int?, _ hints: Hints) -> Int? {
    func next(_ anchor: PartialDate) -> Int? { year(of: month, day, after: anchor, hints.mayLieAhead) }
    if day != nil, let known = same(month, day, said.all) { return known }
    if let last { return (isLastDue ? same(month, day, own) : nil) ?? next(last) }
    let lately = lately(month, day)
    if hints.isFiling, !tellsOfSuit(in: month, lately) { return lately }
    if let known = same(month, day, said.near) ?? same(month, day, said.all) { return known }
    if let anchor = said.near.last { return next(anchor) }
    return said.all.last.map { next($0) == lately } ?? true ? lately : nil
  }

  /// True when the speeches before speak of the same month of the year before, in which an earlier suit may have been filed.
  private func tellsOfSuit(in month: Int, _ lately: Int?) -> Bool {
    said.near.contains { date in
      date.month == month && lately.flatMap { now in date.year.map { now - $0 <= 1 } } ?? false
    }
  }

  /// The year of the last such day before the hearing.
  private func lately(_ month: Int, _ day: Int?) -> Int? {
    guard let date = hearing?.date else { return nil }
    return isAhead(date.year, month, day) ? date.year - 1 : date.year
  }

  /// The year of the same day said before; of a month that of the only one said.
  private func same(_ month: Int, _ day: Int?, _ dates: [PartialDate]) -> Int? {
    guard day != nil else {
      let years = Set(dates.filter { $0.month == month }.compactMap(\.year))
      return years.count == 1 ? years.first : nil
    }
    return dates.last { $0.month == month && $0.day == day && !isAhead($0) }?.year
  }

  private func year(of month: Int, _ day: Int?, after anchor: PartialDate, _ mayLieAhead: Bool) -> Int? {
    guard let year = anchor.year else { return nil }
    func isAhead(_ year: Int) -> Bool { !mayLieAhead && self.isAhead(year, month, day) }
    let told = isAhead(year) ? lately(month, day) ?? year - 1 : year
    guard let before = anchor.month, (month, day ?? 31) < (before, anchor.day ?? 1) else { return told }
    if before - month <= Self.mostBack { return told }
    if isAhead(year + 1) { return told }
    return before - month >= Self.monthsOfYear - Self.mostBack ? year + 1 : nil
  }

  /// True for what lies after the hearing.
  func isAhead(_ date: PartialDate) -> Bool { date.year.map { isAhead($0, date.month, date.day) } ?? false }

  private func isAhead(_ year: Int, _ month: Int?, _ day: Int?) -> Bool {
    guard let hearing, let now = hearing.year else { return false }
    guard year == now, let month, let nowMonth = hearing.month else { return year > now }
    guard month == nowMonth, let day, let nowDay = hearing.day else { return month > nowMonth }
    return day > nowDay
  }
}
