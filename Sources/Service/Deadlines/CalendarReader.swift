import ChineseText
import TextCore

/// Reads calendar files (`rulebases/calendar/YYYY.json`).
///
/// `{"format":"courtnlp-calendar/1","year":2025,"notices":["https://…"],"holidays":[{"name":"春节",
/// "off":["2025-01-28/2025-02-04"],"work":["2025-01-26"]}]}`: days are ISO dates or closed ISO 8601 intervals.
public enum CalendarReader {
  /// Reads the files; a file with any problem is left out whole, because half a year gives wrong deadlines.
  public static func read(_ files: [(name: String, bytes: [UInt8])]) -> (CourtCalendar, [Diagnostic]) {
    var years: [Int: CourtCalendar.Year] = [:]
    var problems: [Diagnostic] = []
    for file in files {
      do throws(Diagnostic) {
        let (number, year) = try year(SourceText(name: file.name, bytes: file.bytes))
        years[number] = year
      } catch {
        problems.append(error)
      }
    }
    return (CourtCalendar(years: years), problems)
  }

  private static func year(_ source: SourceText) throws(Diagnostic) -> (Int, CourtCalendar.Year) {
    let root: JSONNode
    do { root = try JSONNode.parse(source.bytes) } catch {
      throw problem(source, Span(error.offset, error.offset), error.message)
    }
    guard root["format"]?.string == "courtnlp-calendar/1", let number = root["year"]?.int,
      let list = root["holidays"]
    else { throw problem(source, root.span, "不是日历文件：应有 format（courtnlp-calendar/1）、year、holidays") }
    var year = CourtCalendar.Year()
    for holiday in list.array {
      let name = holiday["name"]?.string ?? "节假日"
      for day in try days(holiday["off"], of: number, source) { year.off[day] = name }
      for day in try days(holiday["work"], of: number, source) { year.work.insert(day) }
    }
    return (number, year)
  }

  private static func days(
    _ node: JSONNode?, of year: Int, _ source: SourceText
  ) throws(Diagnostic) -> [CalendarDate] {
    var days: [CalendarDate] = []
    for item in node?.array ?? [] {
      let ends = (item.string ?? "").split(separator: "/").compactMap { CalendarDate(iso: String($0)) }
      guard let first = ends.first, let last = ends.last, first <= last, first.year == year, last.year == year
      else { throw problem(source, item.span, "日期应为 \(year) 年的 YYYY-MM-DD 或 起/止") }
      days += (first.dayNumber...last.dayNumber).map(CalendarDate.init(dayNumber:))
    }
    return days
  }

  private static func problem(_ source: SourceText, _ span: Span<Source>, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, "SV001", message, at: Place(source, span), notes: ["整份日历不采用，以免算错期限"],
      fix: "对照国务院办公厅放假通知改正后重试")
  }
}
