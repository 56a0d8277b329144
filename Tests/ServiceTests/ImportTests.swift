import ChineseText
import Foundation
import Testing

@testable import Service

struct ImportTests {
  private func read(_ text: String) -> RecordImporter.Result {
    RecordImporter().read(Array(text.utf8), name: "a.csv")
  }
  private let header = "案号,程序,受送达人,诉讼地位,手机号,送达地址,是否同意电子送达,送达文书\n"
  private let good = "（2026）鲁0102民初123号,普通,张三,被告,13800138000,济南市历下区经十路1号,是,起诉状副本；传票\n"

  @Test func goodRow() throws {
    let result = read(header + good)
    #expect(result.diagnostics.isEmpty && result.badRows == 0)
    let record = try #require(result.records.first?.record)
    #expect(record.documents.map(\.kind) == [.complaint, .summons])
    #expect(record.addresses.map(\.kind) == [.mobile, .postal])
    #expect(record.consent == .explicit)
  }

  @Test func badRowsAreNamedAndGoodOnesKept() {
    let result = read(
      header + good
        + "2026鲁0102,普通,李四,被告,138001380001,短,也许,起诉状副本\n"
        + "（2026）鲁0102民初124号,特别,王五,被告,,,,\n"
        + good.replacingOccurrences(of: "123号", with: "125号"))
    #expect(result.records.map(\.line) == [2, 5])
    #expect(result.badRows == 2)
    let messages = result.diagnostics.filter { $0.severity == .error }.map {
      "\($0.place?.position?.line ?? 0) \($0.message)"
    }
    for part in ["3 “案号”", "3 “手机号”", "3 “送达地址”", "3 “是否同意电子送达”“也许”", "4 “程序”“特别”", "4 “送达文书”：缺少"] {
      #expect(messages.contains { $0.hasPrefix(part) }, "\(part) in \(messages)")
    }
  }

  @Test func personalDataNeverAppearsInMessages() {
    let result = read(
      "案号,程序,受送达人,诉讼地位,证件号码,手机号,电子邮箱,送达文书,13900001111\n"
        + "（2026）鲁0102民初1号,普通,张三,被告,360426199101010072,13800138,zhangsan@@x,起诉状副本,x\n"
        + "13800138000,普通,张三,被告,,,,起诉状副本,\n")
    #expect(result.badRows == 2)
    for diagnostic in result.diagnostics {
      let text = diagnostic.message + diagnostic.notes.joined() + (diagnostic.fix ?? "")
      for secret in ["360426199101010072", "1991", "13800138", "zhangsan", "13900001111", "13800138000"] {
        #expect(!text.contains(secret), "\(text)")
      }
    }
  }

  @Test func gb18030AndQuotesAndBlankLines() throws {
    let text =
      "\u{FEFF}案件编号;姓名;文书;程序;地位\r\n\"（2026）鲁0102民初\"\"9号\";张三;x;普通;被告\r\n\r\n（2026）鲁0102民初10号;\"张\n三\";民事判决书;普通程序;被告\r\n"
    let result = read(text)
    #expect(result.badRows == 1)
    #expect(result.records.first?.record.recipient.name == "张\n三")
    #expect(result.records.first?.line == 4)
    let gb: [UInt8] = [
      0xB0, 0xB8, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xCE, 0xC4, 0xCA, 0xE9, 0x0A,
    ]  // 案号,姓名,文书
    #expect(RecordImporter().read(gb, name: "gb.csv").diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test func jsonLines() throws {
    let text = """
      {"case_number":"（2026）鲁0102民初123号","procedure":"summary","name":"某某有限公司","standing":"被告","documents":["传票","起诉状副本"],"consent":true,"mobile":"13800138000"}
      {"案号":"（2026）鲁0102民终7号","受送达人":"李四","诉讼地位":"上诉人","送达文书":"民事判决书"}
      {"案号":
      """
    let result = read(text)
    #expect(result.badRows == 1)
    #expect(result.records.map(\.record.procedure) == [.summary, .second])
    #expect(result.records.first?.record.recipient.kind == .organisation)
  }

  @Test func aColumnGivenTwiceRefusesTheRow() {
    let row = #"{"案号":"（2026）鲁0102民初1号","程序":"普通","受送达人":"张三","姓名":"李四","诉讼地位":"被告","文书":"传票"}"#
    #expect(read(row).records.isEmpty && read(row).badRows == 1)
  }

  @Test(arguments: ["", "\n\n", "案号\n", "案号,案号,受送达人,送达文书\n", "\"", "案号,受送达人,送达文书\n\"", ",,,\n,,,"])
  func strangeFilesAreRefusedWithAReason(_ text: String) {
    let result = read(text)
    #expect(result.records.isEmpty)
    #expect(result.diagnostics.contains { $0.severity == .error } || result.badRows == 0)
  }

  @Test func recordsSurviveTheirJSON() throws {
    for record in [
      sample(), sample(.foreign, "民事判决书") { $0.recipient.isAbroad = true },
      sample { $0.facts.evidenceDays = 30 },
    ] {
      let entry = ServiceState.Entry(
        id: record.id, imported: noon, payload: Array(record.json.utf8), attempts: [], isWithdrawn: false)
      #expect(entry.record == record)
      #expect(RecordID(record.id.description) == record.id)
    }
  }

  @Test func receipts() {
    let text =
      "{\"key\":\"A-1\",\"状态\":\"妥投\",\"时间\":\"2026-03-02 09:00\",\"签收人\":\"家属\"}\n{\"key\":\"A-1\",\"state\":\"arrived\",\"at\":\"2027-01-01\"}\n{\"key\":\"\"}\nx\n"
    let result = ReceiptImporter(now: noon).read(Array(text.utf8), name: "r.jsonl")
    #expect(result.reports.map(\.report.state) == [.signed])
    #expect(result.reports.first?.report.detail == .family)
    #expect(result.badRows == 3)
    let csv = "送达编号,状态,时间,原因\nA-1,退回,2026-03-02,迁移\n"
    #expect(
      ReceiptImporter(now: noon).read(Array(csv.utf8), name: "r.csv").reports.first?.report.detail == .moved)
  }
}
