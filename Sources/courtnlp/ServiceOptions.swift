import ChineseText
import Foundation
import Service
import TextCore

/// Options and small texts that the `service` commands share.
enum ServiceOptions {
  static let calendar = OptionSpec.value("--calendar", "DIR", "另读 DIR 里的 YYYY.json 放假日历，同年的以它为准")

  /// The published calendar with the files of `--calendar`; nil after reporting what is wrong with them.
  static func calendar(_ arguments: Arguments, _ console: Console) -> CourtCalendar? {
    guard let folder = arguments["--calendar"] else { return .published }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      console.report(Diagnostic(.error, "IO002", "找不到日历目录", at: Place(file: folder), fix: "检查路径是否写对"))
      return nil
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      switch InputFile.read("\(folder)/\(name)") {
      case .success(let bytes): files.append((name: "\(folder)/\(name)", bytes: bytes))
      case .failure(let failure):
        console.report(failure.diagnostic)
        return nil
      }
    }
    let (calendar, problems) = CalendarReader.read(files)
    console.report(problems)
    return problems.isEmpty ? CourtCalendar.published.merging(calendar) : nil
  }

  /// What to say when the notice that decides about a day is missing; nil when none is.
  static func unsettledWarning(_ days: [CalendarDate], _ calendar: CourtCalendar) -> Diagnostic? {
    guard let day = days.first else { return nil }
    let known = calendar.years.keys.sorted()
    let range = known.isEmpty ? "没有" : "\(known[0])—\(known[known.count - 1]) 年"
    let missing = calendar.years[day.year] == nil ? day.year : day.year + 1
    return Diagnostic(
      .warning, "SV010", "没有 \(missing) 年的放假安排，\(day) 是否休假只按周末判断",
      notes: ["现有放假数据：\(range)"], fix: "放假通知公布后用 --calendar 补充，或人工核对")
  }

  static func weekday(_ date: CalendarDate) -> String {
    ["一", "二", "三", "四", "五", "六", "日"][date.weekday - 1]
  }
}
