import ChineseText
import Testing

@testable import Service

struct ReportTests {
  @Test func wilson() throws {
    #expect(Rate(9792, of: 10_000).text.hasPrefix("97.92%（9792/10000，95% 区间 97.62%–98.18%）"))
    let few = try #require(Rate(98, of: 100).interval)
    #expect(abs(few.low - 0.9300) < 0.0005 && abs(few.high - 0.9945) < 0.0005)
    #expect(Rate(0, of: 0).value == nil && Rate(0, of: 0).text == "—（0/0）")
  }

  @Test func medianCountsOpenRecords() {
    #expect(TimeToSuccess(served: [1, 2, 3], open: []).median == 2)
    #expect(TimeToSuccess(served: [1, 2, 3], open: [10, 10, 10, 10]).median == nil)
    #expect(TimeToSuccess(served: [1, 2, 3, 4], open: [2, 9]).median == 3)
    #expect(TimeToSuccess(served: [], open: [1]).median == nil)
    #expect(TimeToSuccess(served: [5, 1], open: []).meanOfServed == 3)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("  =x", "'  =x"),
    ("＝HYPERLINK", "'＝HYPERLINK"),
    ("张三", "张三"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("\t=1", "'\t=1"),
    ("\n=1", "\"'\n=1\""), ("\u{FEFF}=1", "'\u{FEFF}=1"), ("", ""),
  ])
  func cellsAreHarmless(_ text: String, _ cell: String) { #expect(RecordTable.cell(text) == cell) }

  @Test(arguments: [
    ("13800138000", "138******00"), ("360426199101010071", "360*************71"), ("12345", "1****"),
    ("", ""),
  ])
  func numbersAreMasked(_ number: String, _ masked: String) { #expect(Masking.number(number) == masked) }

  @Test func figures() throws {
    let centre = try ServiceCentre(MemoryStorage())
    _ = try centre.add(
      [sample(), sample { $0.recipient.name = "李四" }, sample { $0.recipient.name = "=王五" }], at: noon)
    _ = try centre.dispatch(at: noon)
    let keys = centre.state.entries.map { ReceiptReport.key($0.id, 1) }
    _ = try centre.record(
      [
        ReceiptReport(key: keys[0], .arrived, at: noon), ReceiptReport(key: keys[1], .bounced, at: noon),
        ReceiptReport(key: "none-1", .arrived, at: noon),
      ], at: noon)
    let report = ServiceReport(centre.state, rules: EffectRules(), on: noon.date)
    #expect(report.total.servedRate == Rate(1, of: 3))
    #expect(report.total.electronicRate == Rate(1, of: 1))
    #expect(report.total.firstRate == Rate(1, of: 2))
    #expect(report.channels.map(\.rate) == [Rate(1, of: 2)])
    #expect(report.strays == 1 && report.text.contains("1/3") && report.html.contains("<svg"))
    #expect(report.json.contains("\"served_rate\":{\"numerator\":1,\"denominator\":3"))
    let csv = String(decoding: RecordTable.csv(centre.state, rules: EffectRules(), mark: true), as: UTF8.self)
    #expect(csv.unicodeScalars.first == "\u{FEFF}" && csv.contains(",'=王五,") && !csv.contains("13800138000"))
  }
}
