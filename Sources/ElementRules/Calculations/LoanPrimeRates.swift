import ChineseText
import Foundation

/// The published one-year loan prime rates (LPR).
public struct LoanPrimeRates: Sendable {
  /// One publication.
  public struct Entry: Sendable {
    /// The day of publication.
    public let day: CalendarDate
    /// Percent a year.
    public let percent: Decimal
  }

  private let entries: [Entry]

  /// Rates in any order.
  public init(_ entries: [Entry]) { self.entries = entries.sorted { $0.day < $1.day } }

  /// The rates that ship with the toolkit, from 2019-08-20.
  public static let published = LoanPrimeRates(
    LoanPrimeRateTable.rows.compactMap { row in
      guard let day = CalendarDate(iso: row.day), let percent = Decimal(string: row.percent) else {
        return nil
      }
      return Entry(day: day, percent: percent)
    })

  /// The rate in force on a day: the last one published on or before it. Linear in the table.
  public func rate(on day: CalendarDate) -> Entry? { entries.last { $0.day <= day } }
}

extension LoanPrimeRates.Entry {
  /// 3.65%
  var text: String { Amount.plain(percent) + "%" }
  /// Four times it, in percent.
  var cap: Decimal { percent * 4 }
  /// 2022-04-20公布的一年期LPR 3.7%，四倍为14.8%
  var described: String { "\(day.iso)公布的一年期LPR \(text)，四倍为\(Amount.plain(cap))%" }
}
