import ChineseText

/// Dates with their years that were said before a speech: what a date without a year takes it from.
public struct SaidDates: Sendable, Hashable {
  /// Those of the question and of the two speeches before it, in order.
  public private(set) var near: [PartialDate] = []
  /// The latest of the whole hearing, in order.
  public private(set) var all: [PartialDate] = []
  private var speeches: [Int] = []

  private static let nearSpeeches = 3
  /// Dates kept of a hearing; a date without a year seldom means one said longer ago.
  private static let most = 60

  /// No date was said.
  public init() {}

  /// Adds the dates of one speech, which may be none.
  public mutating func add(_ dates: [PartialDate]) {
    let dates = dates.suffix(Self.most)
    all = Array((all + dates).suffix(Self.most))
    speeches = (speeches + [dates.count]).suffix(Self.nearSpeeches)
    near = all.suffix(speeches.reduce(0, +))
  }
}
