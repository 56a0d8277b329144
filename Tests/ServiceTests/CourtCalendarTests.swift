import ChineseText
import Foundation
import Testing

@testable import Service

/// The root of the package, from the place of this file.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func date(_ iso: String) -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return date
}

struct CourtCalendarTests {
  private static let folder = packageRoot.appending(path: "rulebases/calendar")

  private static func files() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
      .map { (name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  @Test func embeddedFilesAreThoseOfTheRuleBases() throws {
    let files = try Self.files()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Self.embed(files) }
    #expect(files.map(\.name) == (2015...2026).map { "\($0).json" })
    #expect(files.map(\.text) == CourtCalendar.publishedFiles.map(\.text))
  }

  private static func embed(_ files: [(name: String, text: String)]) throws {
    let target = packageRoot.appending(path: "Sources/Service/Deadlines/PublishedCalendar.swift")
    let old = try String(contentsOf: target, encoding: .utf8)
    let head = old.prefix(upTo: old.range(of: "] = [\n")?.upperBound ?? old.endIndex)
    let entries = files.map { file in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      let body = lines.map { $0.isEmpty ? "" : "      \($0)" }.joined(separator: "\n")
      return "    (\n      \"\(file.name)\",\n      #\"\"\"\n\(body)\n      \"\"\"#\n    ),\n"
    }
    try (head + entries.joined() + "  ]\n}\n").write(to: target, atomically: true, encoding: .utf8)
  }

  @Test(arguments: [
    ("2025-10-01", true), ("2025-09-28", false), ("2025-01-26", false), ("2026-02-28", false),
    ("2024-02-10", true),
    ("2018-12-31", true), ("2018-12-29", false), ("2020-02-03", false), ("2020-01-31", true),
    ("2015-09-03", true),
    ("2015-09-06", false), ("2026-08-08", true), ("2026-08-10", false), ("2027-01-02", true),
    ("2022-12-31", true),
  ])
  func daysOff(_ day: String, _ off: Bool) { #expect(CourtCalendar.published.isOff(date(day)) == off) }

  @Test func yearsWithoutNoticeAreNotSettled() {
    #expect(CourtCalendar.published.isSettled(date("2026-12-24")))
    #expect(!CourtCalendar.published.isSettled(date("2026-12-31")))
    #expect(!CourtCalendar.published.isSettled(date("2027-03-01")))
    #expect(!CourtCalendar.published.isSettled(date("2014-12-31")))
    #expect(CourtCalendar.published.isSettled(date("2015-01-01")))
  }

  @Test(arguments: [
    "", "[]", "{\"format\":\"courtnlp-calendar/1\"}",
    "{\"format\":\"courtnlp-calendar/2\",\"year\":2030,\"holidays\":[]}",
    #"{"format":"courtnlp-calendar/1","year":2030,"holidays":[{"name":"x","off":["2030-02-30"]}]}"#,
    #"{"format":"courtnlp-calendar/1","year":2030,"holidays":[{"name":"x","off":["2029-12-31"]}]}"#,
    #"{"format":"courtnlp-calendar/1","year":2030,"holidays":[{"name":"x","off":["2030-05-02/2030-05-01"]}]}"#,
  ])
  func badFileIsLeftOutWhole(_ text: String) {
    let (calendar, problems) = CalendarReader.read([(name: "bad.json", bytes: Array(text.utf8))])
    #expect(calendar.years.isEmpty)
    #expect(problems.count == 1)
    #expect(problems.first?.code == "SV001")
  }

  @Test func aNewYearExtendsTheCalendar() {
    let text =
      #"{"format":"courtnlp-calendar/1","year":2027,"holidays":[{"name":"元旦","off":["2027-01-01/2027-01-03"]}]}"#
    let (next, _) = CalendarReader.read([(name: "2027.json", bytes: Array(text.utf8))])
    let calendar = CourtCalendar.published.merging(next)
    #expect(calendar.isSettled(date("2026-12-31")))
    #expect(calendar.workingDay(onOrAfter: date("2027-01-01")) == date("2027-01-04"))
  }
}
